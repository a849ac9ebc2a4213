"""The address to which a mail provider pushes what came in, one a mailbox."""

import logging
from urllib.parse import parse_qsl

from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError
from django.http import Http404, HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from makegood.channels.email import addressing, pushing
from makegood.channels.email.actions.receiving import store
from makegood.channels.email.models import RawMail

LARGEST = 100 * 1024 * 1024
log = logging.getLogger(__name__)


@csrf_exempt
@require_POST
def take(request: HttpRequest, token: str) -> JsonResponse:
    """200 only once the bytes are on disk and the row is committed; 503 while they cannot be, so that it comes again."""
    mailbox = addressing.pushed_to(token)
    if mailbox is None:
        raise Http404
    try:
        pushed = _read(request)
    except pushing.NoMail:
        told = "No raw mail came. Set the provider to send the raw MIME message."
        return JsonResponse({"error": "no_mail", "message": told}, status=400)
    except RequestDataTooBig:
        return JsonResponse({"error": "too_large", "message": "This mail is larger than we take."}, status=413)
    try:
        store(
            pushed.raw, mailboxes=[mailbox], source=RawMail.Source.PUSH, envelope_from=pushed.sender,
            envelope_to=list(pushed.recipients), at=timezone.now(),
        )  # fmt: skip
    except (OSError, DatabaseError) as trouble:
        log.error("A pushed mail could not be stored, its sender was asked to come again: %s", trouble)
        answer = JsonResponse({"error": "busy", "message": "It could not be stored just now. Come again."}, status=503)
        answer["Retry-After"] = "60"
        return answer
    return JsonResponse({"stored": True})


def _read(request: HttpRequest) -> pushing.Pushed:
    if request.content_type == "multipart/form-data":
        request.encoding = "latin-1"
        fields = {name: str(value) for name, value in request.POST.items()}
        for name, file in request.FILES.items():
            fields[str(name)] = file.read().decode("latin-1")  # type: ignore[union-attr]
        return pushing.from_form(fields)
    body = request.read(LARGEST + 1)
    if len(body) > LARGEST:
        raise RequestDataTooBig
    if request.content_type == "application/x-www-form-urlencoded":
        # Not by Django, which reads such forms as UTF-8 alone and would lose bytes.
        pairs = parse_qsl(body.decode("latin-1"), keep_blank_values=True, encoding="latin-1")
        return pushing.from_form(dict(pairs))
    return pushing.from_json(body) if request.content_type == "application/json" else pushing.from_bytes(body)
