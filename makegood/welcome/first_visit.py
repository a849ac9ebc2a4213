"""Until the organisation is set up, every page leads to the first visit."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from makegood.brands.models import Organisation

OPEN_BEFORE = ("/welcome", "/static/", "/healthz", "/readyz", "/metrics", "/ui/")


class FirstVisitMiddleware:
    """Once set up, costs nothing: the answer is remembered, as an installation is never un-set-up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.is_set_up = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not self.is_set_up and not request.path.startswith(OPEN_BEFORE):
            if not Organisation.objects.exists():
                return redirect("/welcome")
            self.is_set_up = True
        return self.get_response(request)
