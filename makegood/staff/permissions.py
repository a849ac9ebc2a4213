"""What each role may do. Teams and brands give scope; `visible_to` of each noun says what one may see."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from makegood.staff.models import Role, User

WORK_CASES = "work cases"
SEE_ALL = "see all brands"
MANAGE_TEMPLATES = "manage templates"
MANAGE_CONTRACTORS = "manage contractors"
MANAGE_PLAYBOOKS = "manage playbooks"
MANAGE_ROTA = "manage the duty rota"
MANAGE_TAGS = "manage tags"
MANAGE_FIELDS = "manage kinds and fields"
SHARE_VIEWS = "share views"
MANAGE_CHARTER = "manage charter"
MANAGE_CALENDARS = "manage calendars"
MANAGE_MAIL = "manage mail"
MANAGE_PARKED = "manage parked mail"
MANAGE_STAFF = "manage staff"
MANAGE_BRANDS = "manage brands"
DELETE_CASES = "delete cases"
RULE_ON_BREAKS = "rule on breaks"
ANSWER_ASKS = "answer asks for more authority"
SET_AUTHORITY = "set authority"
MANAGE_RECOVERY = "manage how customers are won back"
SEE_QUALITY = "see what mistakes cost"
SET_RATES = "set what mistakes cost"
SEE_FEEDBACK = "see how customers saw it"
SEE_REPORTS = "see how others work"
OPEN_SCREENS = "open wall screens"
CORRECT_TIME = "correct the time of others"
SEE_ORDERS = "see orders"
BRING_ORDERS = "bring orders in"
SEE_SELLERS = "see how others sell"
MANAGE_SHOPS = "manage shops"
ERASE_CUSTOMERS = "export and erase customers"
SEE_AUDIT = "see the audit log"
USE_API = "use the API"

_AGENT = frozenset({WORK_CASES, SEE_ORDERS, USE_API})
_LEAD = (
    _AGENT
    | {MANAGE_TEMPLATES, MANAGE_CALENDARS, MANAGE_PARKED, DELETE_CASES, RULE_ON_BREAKS, BRING_ORDERS, SEE_SELLERS}
    | {ANSWER_ASKS, SET_AUTHORITY, MANAGE_RECOVERY, SEE_QUALITY, SEE_FEEDBACK}
    | {MANAGE_CONTRACTORS, MANAGE_PLAYBOOKS, MANAGE_ROTA, SHARE_VIEWS, SEE_REPORTS, OPEN_SCREENS, CORRECT_TIME}
)
_ADMIN = _LEAD | {SEE_ALL, MANAGE_CHARTER, MANAGE_MAIL, MANAGE_STAFF, MANAGE_BRANDS, MANAGE_SHOPS, SET_RATES}

ABILITIES: dict[str, frozenset[str]] = {
    Role.AGENT: _AGENT,
    Role.LEAD: _LEAD,
    Role.LEADER: frozenset(
        {WORK_CASES, SEE_ALL, SEE_ORDERS, SEE_SELLERS, SEE_QUALITY, SEE_FEEDBACK, SEE_REPORTS, USE_API}
    ),
    Role.SELLER: frozenset({SEE_ORDERS}),
    Role.TRAINER: frozenset(),
    Role.ADMIN: _ADMIN | {ERASE_CUSTOMERS, MANAGE_TAGS, MANAGE_FIELDS, SEE_AUDIT},
}

View = Callable[..., HttpResponseBase]


def may(user: User, ability: str) -> bool:
    """Whether an active member of staff has an ability."""
    return user.is_active and ability in ABILITIES[user.role]


def requires(ability: str) -> Callable[[View], View]:
    """Decorate a view: the visitor is signed in (else sent to sign in) and has the ability (else 403)."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not may(cast(User, request.user), ability):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return login_required(guarded)

    return decorate


def person(request: HttpRequest) -> User:
    """The signed-in member of staff behind a guarded view."""
    return cast(User, request.user)
