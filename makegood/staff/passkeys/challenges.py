"""What a device is asked to sign: random, for one session, one purpose and one answer."""

import base64
import datetime as dt
import secrets

from django.http import HttpRequest
from django.utils.dateparse import parse_datetime

LASTS = dt.timedelta(minutes=5)
_ASKED = "passkey_challenge"
ADD, SHOW = "add", "show"  # the purposes: a new passkey; one that is there


class Spent(ValueError):
    """This session asked nothing, something else, or too long ago."""


def ask(request: HttpRequest, purpose: str, *, at: dt.datetime) -> bytes:
    """A new one; whatever was asked before is asked no more."""
    challenge = secrets.token_bytes(32)
    request.session[_ASKED] = {"for": purpose, "of": base64.b64encode(challenge).decode(), "at": at.isoformat()}
    return challenge


def take(request: HttpRequest, purpose: str, *, at: dt.datetime) -> bytes:
    """The one that was asked, this once. Raises Spent."""
    asked = request.session.pop(_ASKED, None)
    asked_at = parse_datetime(asked["at"]) if asked else None
    if asked is None or asked_at is None or asked["for"] != purpose or not dt.timedelta() <= at - asked_at <= LASTS:
        raise Spent
    return base64.b64decode(asked["of"])
