"""Both accounts side by side, and the lines in which we say how we see a case."""

import dataclasses
import functools
import logging
import uuid
from collections.abc import Mapping
from typing import Any

from django.db import OperationalError
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from makegood.cases.models import Case, CaseState
from makegood.events.prepared import PreparedQuery
from makegood.feedback import actions as feedback
from makegood.feedback.account import Account
from makegood.feedback.forms import OurAccountForm
from makegood.feedback.models import Closing, Went
from makegood.staff.models import User

DONE = (CaseState.RESOLVED, CaseState.CLOSED)
FIELDS = tuple(f"{OurAccountForm.prefix}-{name}" for name in OurAccountForm.base_fields)
ONE = PreparedQuery(lambda key: Closing.objects.filter(pk=key).select_related("stated_by"))
log = logging.getLogger(__name__)


@dataclasses.dataclass(frozen=True)
class Line:
    """What we say of one of the three, and what the customer does."""

    what: str
    ours: str
    theirs: str
    differs: bool


@dataclasses.dataclass(frozen=True)
class Both:
    """`form`: the lines for us, where we may still say it."""

    lines: list[Line]
    told: bool
    differs: bool
    form: SafeString | None


def of(case: Case, key: uuid.UUID | None, user: User) -> Both | None:
    """None, and no query, in a case that was never resolved. The owner who looks has seen it."""
    if key is None and case.state not in DONE:
        return None
    closing = next(iter(ONE(key=key)), None) if key else None
    if closing is not None:
        _note_look(closing, case, user)
    ours, theirs = (closing.ours, closing.theirs) if closing else (Account(), Account())
    told = closing is not None and closing.given_at is not None
    return Both(
        lines=_lines(ours, theirs, closing.differences if closing else frozenset()),
        told=told,
        differs=closing is not None and closing.differs,
        form=None if told or case.state == CaseState.CLOSED else _form("account", OurAccountForm.of(ours)),
    )


def composer(typed: Mapping[str, Any]) -> SafeString:
    """The lines in the composer, as they were typed."""
    given = {name.removeprefix("ours-"): typed[name] for name in FIELDS if typed.get(name)}
    return _form("resolves", given) if given else _unfilled(get_language() or "en")


def as_typed(account: Account) -> dict[str, str]:
    """An account as the lines of the composer hold it."""
    return {f"{OurAccountForm.prefix}-{name}": str(value) for name, value in OurAccountForm.of(account).items()}


def read(data: Mapping[str, Any]) -> Account | None:
    """What was said in them; None for nothing, or what we do not offer."""
    form = OurAccountForm(data)
    return form.account() if form.is_valid() and not form.account().is_empty else None


def _note_look(closing: Closing, case: Case, user: User) -> None:
    """Nobody is kept from reading because the mark finds no room or a held database."""
    if closing.given_at is None or closing.seen_at is not None or case.owner_id != user.pk:
        return
    try:
        feedback.look(closing, by=user, at=timezone.now())
    except OperationalError:
        log.warning("It could not be noted that the account of %s was read", case.ref, exc_info=True)


def _lines(ours: Account, theirs: Account, differing: frozenset[str]) -> list[Line]:
    return [
        Line(_("What they needed"), ours.needed, theirs.needed, False),
        Line(pgettext("a matter", "How it went"), _went(ours), _went(theirs), "went" in differing),
        Line(_("Solved"), _solved(ours), _solved(theirs), "solved" in differing),
    ]


def _went(account: Account) -> str:
    return str(Went(account.went).label) if account.went else ""


def _solved(account: Account) -> str:
    return {True: _("Yes"), False: _("No"), None: ""}[account.solved]


def _form(where: str, given: Mapping[str, Any]) -> SafeString:
    return OurAccountForm(initial=dict(given), auto_id=f"{where}-%s").render()


@functools.lru_cache(maxsize=16)
def _unfilled(language: str) -> SafeString:
    """The same for all who read a language, so it is written once."""
    return _form("resolves", {})
