"""Who is signed in, where, and since when: sessions and people, asked for by composed questions, as each page begins
with both."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.backends import ModelBackend
from django.contrib.sessions.backends import db
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from makegood.events.prepared import PreparedQuery
from makegood.staff import actions as staff
from makegood.staff import limits
from makegood.staff.models import Session, User
from makegood.staff.second_factor.models import owes_one
from makegood.ui import for_everybody

SESSION = PreparedQuery(
    lambda key, now: Session.objects.filter(session_key=key, expire_date__gt=now).values_list(
        "session_data", "used_at", "address"
    )
)
PERSON = PreparedQuery(lambda key: User.objects.filter(pk=key).annotate(owes_second_factor=owes_one()))


# So often it is noted that a session is used: a page that is only read seldom writes.
NOTED_EVERY = dt.timedelta(minutes=5)
_SIGNED_IN = "signed_in"


class SessionStore(db.SessionStore):
    """Django's sessions in a table of ours. `used_at` and `address` are as they were noted last."""

    used_at: dt.datetime | None = None
    address = ""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing when it is unknown or over, and then it gets a new key."""
        for data, used_at, address in SESSION(key=self.session_key, now=timezone.now()):
            self.used_at, self.address = used_at, address
            return self.decode(data)
        self._session_key = None
        return {}

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row: what is told of it beside what it holds."""
        row = cast(Session, super().create_model_instance(data))
        begun = data.get(_SIGNED_IN, {})
        row.user_id = uuid.UUID(data[SESSION_KEY]) if SESSION_KEY in data else None
        row.signed_in_at = parse_datetime(begun["at"]) if begun else None
        row.agent = begun.get("agent", "")
        row.used_at = self.used_at = timezone.now()
        row.address = self.address = self.address or begun.get("address", "")
        return row


class Backend(ModelBackend):
    """Django's sign-in by password."""

    def get_user(self, user_id: Any) -> User | None:
        """The person of a session, when they still work here."""
        person = next(iter(PERSON(key=uuid.UUID(str(user_id)))), None)
        return person if person is not None and self.user_can_authenticate(person) else None


def begin(request: HttpRequest, *, at: dt.datetime) -> None:
    """Note in a new session since when, from where and in which browser somebody is signed in."""
    request.session[_SIGNED_IN] = {"at": at.isoformat(), "address": _address(request), "agent": _agent(request)}


def begun_at(request: HttpRequest) -> dt.datetime | None:
    """Since when somebody is signed in here; None where that was not noted."""
    return parse_datetime(request.session.get(_SIGNED_IN, {}).get("at", ""))


class UseMiddleware:
    """Notes now and then that a session is used."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not for_everybody.is_asked(request) and isinstance(request.user, User):
            session, at = request.session, timezone.now()
            used_at = getattr(session, "used_at", None)
            if session.session_key and (used_at is None or at - used_at > NOTED_EVERY):
                staff.note_use(
                    session.session_key, user=request.user, address=_address(request), agent=_agent(request), at=at
                )
        return self.get_response(request)


def _address(request: HttpRequest) -> str:
    return limits.network(str(request.META.get("REMOTE_ADDR", "")))


def _agent(request: HttpRequest) -> str:
    return request.headers.get("User-Agent", "")[:300]
