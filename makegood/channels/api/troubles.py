"""What went wrong, in one shape: `{"error": code, "message": words}`, whoever found it, the framework included."""

import functools
import logging
from collections.abc import Callable
from typing import Any

from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from makegood.cases.actions.replying import Closed, StaleReply
from makegood.channels.api.actions import DoesNotFollow, KeyReused
from makegood.channels.api.order_shapes import FIELDS
from makegood.events.refusals import Refusal
from makegood.orders import wording
from makegood.orders.sale import Unreadable

CODES = {400: "bad_request", 401: "unauthorized", 403: "forbidden", 404: "not_found", 409: "conflict", 422: "invalid"}
log = logging.getLogger(__name__)
View = Callable[..., HttpResponse]


def trouble(status: int, error: str, message: str) -> HttpResponse:
    """The answer."""
    return JsonResponse({"error": error, "message": message}, status=status)


def tell_on(api: NinjaAPI) -> None:
    """Let the interface answer its refusals, and what breaks in it, in this shape."""
    api.add_exception_handler(HttpError, _refused)
    api.add_exception_handler(ValidationError, _bad_input)
    api.add_exception_handler(Unreadable, _unreadable)
    api.add_exception_handler(Refusal, _not_done)
    api.add_exception_handler(StaleReply, _stale)
    api.add_exception_handler(Closed, _closed)
    api.add_exception_handler(DoesNotFollow, _not_to_follow)
    api.add_exception_handler(KeyReused, _reused)
    api.add_exception_handler(IntegrityError, _raced)
    api.add_exception_handler(Exception, _broke)


def in_shape(view: View) -> View:
    """A view of the interface whose "no such page" and "no such method" come in this shape too."""

    @functools.wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except Http404:
            return nothing(request)
        if response.status_code != 405:
            return response
        allowed = response["Allow"]
        told = trouble(405, "not_allowed", f"{request.method} is not offered here, only {allowed}.")
        told["Allow"] = allowed
        return told

    return answering


@csrf_exempt
def nothing(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """404 for every other address under /api/."""
    return trouble(404, "not_found", "There is no such address. /api/v1/openapi.json names all there are.")


def _refused(request: HttpRequest, refusal: Any) -> HttpResponse:
    status = refusal.status_code
    answer = trouble(status, CODES.get(status, "refused"), str(refusal))
    if status == 401:
        answer["WWW-Authenticate"] = "Bearer"
    return answer


def _bad_input(request: HttpRequest, wrong: Any) -> HttpResponse:
    told = [f"{'.'.join(str(part) for part in each['loc'][1:]) or 'body'}: {each['msg']}" for each in wrong.errors]
    return trouble(422, "invalid", "; ".join(told)[:2000])


def _unreadable(request: HttpRequest, wrong: Any) -> HttpResponse:
    with translation.override("en"):
        told = [f"{FIELDS.get(fault.field, fault.field)}: {wording.of(fault)}" for fault in wrong.faults]
    return trouble(422, "invalid", "; ".join(told)[:2000])


def _not_done(request: HttpRequest, refusal: Any) -> HttpResponse:
    """A verb's no, unless its operation says that what was sent is at fault (`refusing`)."""
    return trouble(409, "conflict", str(refusal))


def _stale(request: HttpRequest, stale: Any) -> HttpResponse:
    return trouble(409, "stale", "The customer wrote again, or somebody answered. Read the newer words, then reply.")


def _closed(request: HttpRequest, closed: Any) -> HttpResponse:
    open_another = f"POST /api/v1/cases/{closed.ref}/follow-up opens one that follows it."
    return trouble(409, "closed", f"This case is closed, and takes no more replies. {open_another}")


def _not_to_follow(request: HttpRequest, wrong: Any) -> HttpResponse:
    return trouble(409, "conflict", "follows: that case is not closed, or it is of another customer or brand.")


def _reused(request: HttpRequest, reused: Any) -> HttpResponse:
    return trouble(409, "key_reused", "This Idempotency-Key came before, with another request.")


def _raced(request: HttpRequest, race: Any) -> HttpResponse:
    log.warning("Two requests met: %s", race)
    return trouble(409, "busy", "The same request is under way. Ask again.")


def _broke(request: HttpRequest, fault: Any) -> HttpResponse:
    log.error("The programming interface broke at %s", request.path, exc_info=fault)
    return trouble(
        500, "fault", "This is our fault, and it has been written down. Ask again with the same Idempotency-Key."
    )
