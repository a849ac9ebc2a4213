"""What stands between a request and every page: nothing arrives that no database takes, nothing leaves that nobody can read."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict

from makegood.ui import errors

NOTHING = "\0"  # comes along when something is pasted; PostgreSQL keeps no text with it


class ReadableMiddleware:
    """Takes NUL characters out of what was sent, and answers a form's address that is merely opened with a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", ""):
            request.GET = _readable(request.GET)
        response = self.get_response(request)
        if response.status_code == 405 and request.method == "GET" and not response.content:
            page = errors.not_a_page(request)
            page.headers["Allow"] = response.headers["Allow"]
            return page
        return response

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: object) -> None:
        """Only of what our own forms send: what programs send is their words, and read by views that know how."""
        if request.method == "POST" and not getattr(view, "csrf_exempt", False):
            sent = request.POST
            if any(NOTHING in value for _name, values in sent.lists() for value in values):
                request.POST = _readable(sent)


def _readable(sent: QueryDict) -> Any:
    """The same without NULs, in names and values."""
    clean = QueryDict(mutable=True, encoding=sent.encoding)
    for name, values in sent.lists():
        clean.setlist(name.replace(NOTHING, ""), [value.replace(NOTHING, "") for value in values])
    clean._mutable = False
    return clean
