"""Snoozing a case by the programming interface, and bringing it back."""

import datetime as dt
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.errors import HttpError
from pydantic import StringConstraints

from makegood.cases import actions as cases
from makegood.cases import typed_times
from makegood.cases.models import Case
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.strict import Storable, Strict

When = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100), Storable]
router = Router(tags=["cases"])


class SnoozeIn(Strict):
    when: When = Field(description="ISO 8601 with a zone, or words: “tomorrow 9”, “po dviejų dienų”, “明日の午前”.")
    for_answer: bool = Field(
        False, description="If the customer has not written by then, whoever owns the case is told."
    )


class SnoozeOut(Schema):
    until: dt.datetime | None = Field(description="When it was wanted back; null: it is not snoozed.")
    returns_at: dt.datetime | None = Field(description="When it comes back: then, or in time for a promise due before.")


@router.post("/{ref}/snooze", response={200: SnoozeOut})
def snooze_case(request: HttpRequest, ref: str, body: SnoozeIn) -> dict[str, Any]:
    """Take the case off every working list until then. The customer's words bring it back at once; promises run on."""
    case, user, at = case_of(request, ref), asker(request), timezone.now()
    until = typed_times.read(body.when, case, by=user, at=at)
    if until is None:
        raise HttpError(422, "when: this is not understood, or it has gone by.")
    return _told(cases.snooze(case, until=until, for_answer=body.for_answer, by=user, at=at))


@router.post("/{ref}/awakening", response={200: SnoozeOut})
def wake_case(request: HttpRequest, ref: str) -> dict[str, Any]:
    """Bring a snoozed case back now, and await no answer. One that is not snoozed stays as it is."""
    return _told(cases.wake(case_of(request, ref), by=asker(request), at=timezone.now()))


def _told(case: Case) -> dict[str, Any]:
    return {"until": case.snoozed_until, "returns_at": case.returns_at}
