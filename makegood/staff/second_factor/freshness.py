"""Whether somebody has shown lately that it is they who sit here: by signing in, or once more since."""

import datetime as dt
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from makegood.staff import sessions

LASTS = dt.timedelta(minutes=10)
_SHOWN = "shown_again_at"


def is_fresh(request: HttpRequest, *, at: dt.datetime) -> bool:
    """Whether that was within the last ten minutes."""
    moments = [sessions.begun_at(request), parse_datetime(request.session.get(_SHOWN, ""))]
    return any(moment is not None and at - moment <= LASTS for moment in moments)


def note(request: HttpRequest, *, at: dt.datetime) -> None:
    """They have shown it just now."""
    request.session[_SHOWN] = at.isoformat()


def ask(page: str, *, part: str = "", **query: str) -> HttpResponse:
    """To the page that asks, and then on to the one of this name, to a part of it."""
    wanted = reverse(page) + (f"?{urlencode(query)}" if query else "") + (f"#{part}" if part else "")
    return redirect(f"{reverse('profile-confirmation')}?{urlencode({'next': wanted})}")
