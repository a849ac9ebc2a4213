"""Being reminded of a case by the programming interface: of whoever the token speaks for, and for nobody else to see."""

import datetime as dt
import uuid
from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError
from pydantic import StringConstraints

from makegood.cases import actions as cases
from makegood.cases import typed_times
from makegood.cases.models import Case, Reminder
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.strict import Line, Storable, Strict
from makegood.events.actions import moment
from makegood.staff.models import User

When = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100), Storable]
router = Router(tags=["cases"])


class ReminderIn(Strict):
    when: When = Field(description="ISO 8601 with a zone, or words: “tomorrow 9”, “po dviejų dienų”, “明日の午前”.")
    note: Line = ""


class RemindersDoneIn(Strict):
    ids: list[uuid.UUID] = Field(max_length=100)


class ReminderOut(Schema):
    id: uuid.UUID
    due_at: dt.datetime
    note: str


class RemindersOut(Schema):
    items: list[ReminderOut]


@router.post("/{ref}/reminders", response={201: ReminderOut})
def create_reminder(request: HttpRequest, ref: str, body: ReminderIn) -> Status[dict[str, Any]]:
    """Be reminded of the case at a time."""
    case, user, at = case_of(request, ref), asker(request), timezone.now()
    due_at = typed_times.read(body.when, case, by=user, at=at)
    if due_at is None:
        raise HttpError(422, "when: this is not understood, or it has gone by.")
    made = cases.remind(case, due_at=due_at, note=body.note, by=user, at=at)
    return Status(201, _row(made))


@router.get("/{ref}/reminders", response={200: RemindersOut})
def list_reminders(request: HttpRequest, ref: str) -> dict[str, Any]:
    """Your own reminders of the case that are not done, the next first."""
    return _standing(case_of(request, ref), asker(request))


@router.post("/{ref}/reminders/completion", response={200: RemindersOut})
def finish_reminders(request: HttpRequest, ref: str, body: RemindersDoneIn) -> dict[str, Any]:
    """These are done, or wanted no more. The answer has those that still stand; said again, it stays."""
    case, user, at = case_of(request, ref), asker(request), timezone.now()
    with moment():
        for one in _own(case, user).filter(pk__in=body.ids).select_related("case"):
            cases.finish_reminder(one, by=user, at=at)
    return _standing(case, user)


def _own(case: Case, user: User) -> QuerySet[Reminder]:
    return Reminder.objects.standing().filter(case=case, staff=user).order_by("due_at", "id")


def _standing(case: Case, user: User) -> dict[str, Any]:
    """Bounded: the verb lets few stand in one case."""
    return {"items": [_row(one) for one in _own(case, user)]}


def _row(one: Reminder) -> dict[str, Any]:
    return {"id": one.pk, "due_at": one.due_at, "note": one.note}
