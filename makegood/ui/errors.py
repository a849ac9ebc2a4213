"""Friendly pages for when something went wrong, in the reader's language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    told = _("Something in that address or form could not be understood. Go back and try again.")
    return _page(request, status=400, title=_("We could not read that"), told=told)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    told = _("This page exists, but not for you. If you think it should, ask an administrator.")
    return _page(request, status=403, title=_("You may not see this"), told=told)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: also what somebody sees who may not know that the thing exists."""
    told = _("There is no such page, or it is not yours to see. The link may be old or mistyped.")
    return _page(request, status=404, title=_("Nothing here"), told=told)


def not_a_page(request: HttpRequest) -> HttpResponse:
    """405: an address that takes a form, opened or loaded again by itself."""
    told = _(
        "This address only takes what a form sends, and was opened by itself. Go back to the page that you came from."
    )
    return _page(request, status=405, title=_("There is nothing to read here"), told=told)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 when the form's token is missing or old: nearly always a page left open too long."""
    told = _("The page was open for too long, or cookies are off. Go back, reload the page and send it again.")
    return _page(request, status=403, title=_("We could not be sure it was you"), told=told)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, written without asking the database anything: it may be what broke."""
    told = _("This is our fault, not yours, and it has been written down. Nothing you sent before is lost.")
    context = {"status": 500, "title": _("Something broke on our side"), "told": told}
    return HttpResponse(render_to_string("ui/error.html", context), status=500)


def _page(request: HttpRequest, *, status: int, title: str, told: str) -> HttpResponse:
    return render(request, "ui/error.html", {"status": status, "title": title, "told": told}, status=status)
