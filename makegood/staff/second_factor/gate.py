"""Whoever owes a second factor sets it up before anything else."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from makegood.ui import for_everybody

# What they need on the way.
OPEN = {
    "profile-second-factor",
    "profile-passkeys",
    "profile-passkey-options",
    "profile-confirmation",
    "sign-out",
    "set-language",
}


class SecondFactorMiddleware:
    """Leads every page to the set-up, and refuses every form, of somebody whose role asks for it. Asks nothing of the
    database: whether it is owed came along with the person."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: object
    ) -> HttpResponse | None:
        match = request.resolver_match
        if for_everybody.is_asked(request) or not getattr(request.user, "owes_second_factor", False):
            return None
        if match is not None and match.url_name in OPEN:
            return None
        if request.method not in {"GET", "HEAD"} or request.headers.get("HX-Request"):
            told = _("Your role signs in with a second factor. Set it up first; nothing of this form was taken.")
            page = {"status": 403, "title": _("First your second factor"), "told": told}
            return render(request, "ui/error.html", page, status=403)
        return redirect(f"{reverse('profile-second-factor')}?{urlencode({'next': request.get_full_path()})}")
