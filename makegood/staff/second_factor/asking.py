"""Between the password and the code: whose password was right, kept in the session for ten minutes."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth import logout
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from django.utils.dateparse import parse_datetime

from makegood.staff import actions as staff
from makegood.staff import devices, limits
from makegood.staff.models import User
from makegood.staff.second_factor.models import is_asked_for_one

LASTS = dt.timedelta(minutes=10)
_KEPT = "password_was_right"


@dataclass(frozen=True)
class Pending:
    """Somebody who has shown one factor, and where they want to go."""

    user: User
    wanted: str


def is_needed(user: User) -> bool:
    """Whether this person is let in only with a second factor."""
    return bool(User.objects.filter(is_asked_for_one(), pk=user.pk).exists())


def begin(request: HttpRequest, user: User, *, wanted: str, at: dt.datetime) -> None:
    """Ask for the code next. Whoever was signed in here before is signed out."""
    logout(request)
    request.session[_KEPT] = {
        "ref": user.ref,
        "proof": user.get_session_auth_hash(),
        "at": at.isoformat(),
        "wanted": wanted,
    }


def pending(request: HttpRequest, *, at: dt.datetime) -> Pending | None:
    """Whom we are asking; None when nobody, when it was too long ago, or when their password has changed since."""
    kept = request.session.get(_KEPT)
    if not kept:
        return None
    begun = parse_datetime(kept["at"])
    if begun is None or at - begun > LASTS:
        return None
    user = User.objects.working().filter(ref=kept["ref"]).first()
    if user is None or not constant_time_compare(kept["proof"], user.get_session_auth_hash()):
        return None
    return Pending(user=user, wanted=kept["wanted"])


def end(request: HttpRequest) -> None:
    """Ask no more."""
    request.session.pop(_KEPT, None)


def may_try(request: HttpRequest, user: User, *, at: dt.datetime) -> bool:
    """Count a try at a code of this person; False: the limit is reached, and the code is not to be looked at."""
    return all(staff.attempt(what, most=most, within=within, at=at) for what, most, within in _limits_of(request, user))


def forget_try(request: HttpRequest, user: User, *, at: dt.datetime) -> None:
    """Take the try of this moment back: the code was right."""
    for what, _most, _within in _limits_of(request, user):
        staff.forget_attempt(what, at)


def _limits_of(request: HttpRequest, user: User) -> list[tuple[str, int, dt.timedelta]]:
    """What a try counts under, how many are let in what time. A person's own devices have a room of their own, so that
    a stranger who knows the password keeps nobody out."""
    there = f"{user.key} {devices.known(request, user.email)}"
    return [
        (limits.subject("code a minute", there), limits.CODES_A_MINUTE, limits.MINUTE),
        (limits.subject("code an hour", there), limits.CODES_AN_HOUR, limits.HOUR),
    ]
