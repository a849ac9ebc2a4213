"""What becomes of a reply that leaves later, by the programming interface."""

import uuid
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router
from ninja.errors import HttpError
from pydantic import StringConstraints

from makegood.cases import actions as cases
from makegood.cases import typed_times
from makegood.cases.models import Message
from makegood.channels.api import shapes
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.refusing import body_at_fault
from makegood.channels.api.shapes import MessageOut
from makegood.channels.api.strict import Storable, Strict

LEFT = "This reply waits no more: it has left, or was taken back."
router = Router(tags=["cases"])


class DepartureIn(Strict):
    when: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100), Storable] = Field(
        "", description="Another time, ISO 8601 with a zone or in words; empty: now, after your undo time."
    )


@router.post("/{ref}/replies/{uuid:key}/departure", response={200: MessageOut})
def change_departure(request: HttpRequest, ref: str, key: uuid.UUID, body: DepartureIn) -> dict[str, Any]:
    """Let a reply that leaves later leave at another time, or now."""
    message, user, at = _message(request, ref, key), asker(request), timezone.now()
    leaves_at = typed_times.read(body.when, message.case, by=user, at=at) if body.when else None
    if body.when and leaves_at is None:
        raise HttpError(422, "when: this is not understood, or it has gone by.")
    if leaves_at is None:
        done = cases.send_now(message, by=user, at=at)
    else:
        with body_at_fault():
            done = cases.put_off(message, leaves_at=leaves_at, by=user, at=at)
    if not done:
        raise HttpError(409, LEFT)
    message.refresh_from_db()
    return shapes.message(message)


@router.post("/{ref}/replies/{uuid:key}/withdrawal", response={200: MessageOut})
def withdraw_reply(request: HttpRequest, ref: str, key: uuid.UUID) -> dict[str, Any]:
    """Take back a reply that leaves later; its words return to your draft."""
    message = _message(request, ref, key)
    if not cases.withdraw(message, by=asker(request), at=timezone.now()):
        raise HttpError(409, LEFT)
    message.refresh_from_db()
    return shapes.message(message)


def _message(request: HttpRequest, ref: str, key: uuid.UUID) -> Message:
    case = case_of(request, ref)
    found = case.messages.filter(pk=key).select_related("case", "staff").first()
    if found is None:
        raise HttpError(404, "There is no such reply in this case.")
    return found
