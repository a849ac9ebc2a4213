"""Time worked on a case by the programming interface: of whoever the token speaks for."""

import datetime as dt
import uuid
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema, Status
from ninja.errors import HttpError

from makegood.cases.actions import hours
from makegood.cases.models import Case, Task, TimeEntry
from makegood.cases.models.hours import LONGEST_MINUTES
from makegood.channels.api import cursors
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.refusing import fields_at_fault
from makegood.channels.api.shapes import PersonOut
from makegood.channels.api.strict import Line, Name, Strict

Minutes = Annotated[int, Field(ge=1, le=LONGEST_MINUTES)]
ORDER = "time"
router = Router(tags=["cases"])


class TimeIn(Strict):
    minutes: Minutes
    note: Line = ""
    task: Name = Field("", description="The reference of a task of the case (`T-…`).")
    day: dt.date | None = Field(None, description="On which it was worked, at most a year ago; null: today.")


class TimeCorrectionIn(Strict):
    id: uuid.UUID
    minutes: Minutes
    note: Line | None = Field(None, description="Null: it stays as it is.")


class TimeRemovalIn(Strict):
    id: uuid.UUID
    reason: Annotated[Line, Field(min_length=1)]


class TimeOut(Schema):
    id: uuid.UUID
    minutes: int
    note: str
    staff: PersonOut
    task: str | None
    by_timer: bool
    day: dt.date
    at: dt.datetime
    changed_at: dt.datetime | None


class TimesOut(Schema):
    items: list[TimeOut]
    next: str | None = Field(description="Pass it as `cursor` for the rows behind these; null at the end.")


@router.get("/{ref}/time", response={200: TimesOut})
def list_time(
    request: HttpRequest,
    ref: str,
    limit: int = Query(50, ge=1, le=200),
    cursor: str = Query("", max_length=200),
) -> dict[str, Any]:
    """Minutes worked on the case, by whomever; the newest first."""
    found = TimeEntry.objects.standing().of_case(case_of(request, ref)).select_related("staff", "task")
    if cursor:
        found = found.before(*cursors.read(cursor, ORDER))
    rows = list(found[: limit + 1])
    end = rows[limit - 1] if len(rows) > limit else None
    return {
        "items": [row(one) for one in rows[:limit]],
        "next": cursors.write(ORDER, end.at, end.pk) if end else None,
    }


@router.post("/{ref}/time", response={201: TimeOut})
def note_time(request: HttpRequest, ref: str, body: TimeIn) -> Status[dict[str, Any]]:
    """So many minutes were worked on the case. Refused (409) where the organisation tracks no time."""
    case, user = case_of(request, ref), asker(request)
    task = task_of(case, body.task) if body.task else None
    with fields_at_fault():
        made = hours.note_time(
            case, minutes=body.minutes, note=body.note, task=task, day=body.day, by=user, at=timezone.now()
        )
    return Status(201, row(made))


@router.post("/{ref}/time/correction", response={200: TimeOut})
def correct_time(request: HttpRequest, ref: str, body: TimeCorrectionIn) -> dict[str, Any]:
    """Your own, or of your people where you lead them. What it said before is kept."""
    entry = _correctable(request, ref, body.id)
    note = entry.note if body.note is None else body.note
    hours.correct_time(entry, minutes=body.minutes, note=note, by=asker(request), at=timezone.now())
    return row(_correctable(request, ref, body.id))


@router.post("/{ref}/time/removal", response={200: TimeOut})
def remove_time(request: HttpRequest, ref: str, body: TimeRemovalIn) -> dict[str, Any]:
    """It counts no more. The answer says what it was."""
    entry = _correctable(request, ref, body.id)
    hours.remove_time(entry, reason=body.reason, by=asker(request), at=timezone.now())
    return row(entry)


def _correctable(request: HttpRequest, ref: str, key: uuid.UUID) -> TimeEntry:
    known = TimeEntry.objects.standing().of_case(case_of(request, ref)).filter(pk=key)
    found = known.select_related("staff", "task").first()
    if found is None:
        raise HttpError(404, "The case has no such entry.")
    if not known.correctable_by(asker(request)).exists():
        raise HttpError(403, "It is the time of somebody else, whom you do not lead.")
    return found


def task_of(case: Case, ref: str) -> Task:
    """A task of the case by its reference. Refused (422) where it has no such."""
    found = Task.objects.of_case(case).filter(ref=ref.upper()).first()
    if found is None:
        raise HttpError(422, "task: the case has no such task.")
    return found


def row(one: TimeEntry) -> dict[str, Any]:
    """One entry."""
    return {
        "id": one.pk,
        "minutes": one.minutes,
        "note": one.note,
        "staff": {"ref": one.staff.ref, "name": one.staff.name, "address": one.staff.email},
        "task": one.task.ref if one.task else None,
        "by_timer": one.is_timed,
        "day": one.day,
        "at": one.at,
        "changed_at": one.changed_at,
    }
