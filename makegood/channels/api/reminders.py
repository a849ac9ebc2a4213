"""Being reminded of a case by the programming interface: of whoever the token speaks for, and for nobody else to see."""

import datetime as dt
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError
from pydantic import StringConstraints

from makegood.cases import actions as cases
from makegood.cases import typed_times
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.shapes import ERRORS
from makegood.channels.api.strict import Line, Storable, Strict
from makegood.events.refusals import Refusal

When = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100), Storable]
router = Router(tags=["cases"])


class ReminderIn(Strict):
    when: When = Field(description="ISO 8601 with a zone, or words: “tomorrow 9”, “po dviejų dienų”, “明日の午前”.")
    note: Line = ""


class ReminderOut(Schema):
    due_at: dt.datetime
    note: str


@router.post("/{ref}/reminders", response={201: ReminderOut, **ERRORS})
def create_reminder(request: HttpRequest, ref: str, body: ReminderIn) -> Status[dict[str, Any]]:
    """Be reminded of the case at a time."""
    case, user, at = case_of(request, ref), asker(request), timezone.now()
    due_at = typed_times.read(body.when, case, by=user, at=at)
    if due_at is None:
        raise HttpError(422, "when: this is not understood, or it has gone by.")
    try:
        made = cases.remind(case, due_at=due_at, note=body.note, by=user, at=at)
    except Refusal as refusal:
        raise HttpError(409, str(refusal))
    return Status(201, {"due_at": made.due_at, "note": made.note})
