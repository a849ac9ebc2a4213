"""Devices that somebody has signed in from, known again by a signed cookie.

So a stranger who guesses at an address can use up everybody's tries, but not those of its owner's own devices. From
OWASP, *Slow Down Online Guessing Attacks with Device Cookies*.
"""

import datetime as dt
import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from makegood.staff import limits
from makegood.staff.models import User, fold

COOKIE = "device"
LASTS = dt.timedelta(days=365)
_SALT = "makegood.device"


def remember(response: HttpResponse, user: User) -> None:
    """Let the browser be known again as one that this person has signed in from. It opens nothing."""
    value = f"{limits.subject('of', user.email)}/{secrets.token_urlsafe(12)}"
    response.set_signed_cookie(
        COOKIE, value, salt=_SALT, max_age=LASTS, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )


def known(request: HttpRequest, email: str) -> str:
    """The name of the device when this address has signed in from it; else ""."""
    value = request.get_signed_cookie(COOKIE, default="", salt=_SALT, max_age=LASTS) or ""
    whose, _slash, name = value.partition("/")
    return name if name and whose == limits.subject("of", fold(email)) else ""
