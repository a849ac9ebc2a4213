"""The timer by the programming interface: of whoever the token speaks for, who has one at most."""

import datetime as dt
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema

from makegood.cases.actions import hours
from makegood.cases.models import Timer
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.hours import TimeOut, row, task_of
from makegood.channels.api.strict import Name, Strict
from makegood.staff.models import User

router = Router(tags=["cases"])


class TimerIn(Strict):
    task: Name = Field("", description="The reference of a task of the case (`T-…`).")


class TimerOut(Schema):
    case: str | None = Field(description="The case on which it runs; null: none runs.")
    task: str | None
    since: dt.datetime | None


class TimerTurnedOut(TimerOut):
    noted: TimeOut | None = Field(description="What a timer counted that was stopped by this.")


@router.get("/timer", response={200: TimerOut})
def read_timer(request: HttpRequest) -> dict[str, Any]:
    """Where your timer runs."""
    return _shown(asker(request))


@router.post("/cases/{ref}/timer", response={200: TimerTurnedOut})
def start_timer(request: HttpRequest, ref: str, body: TimerIn) -> dict[str, Any]:
    """Begin to count; one that runs elsewhere stops, and its minutes are noted there. Started again, it runs on."""
    case, user = case_of(request, ref), asker(request)
    task = task_of(case, body.task) if body.task else None
    noted = hours.start_timer(case, task=task, by=user, at=timezone.now())
    return _shown(user) | {"noted": row(noted) if noted else None}


@router.post("/cases/{ref}/timer/stop", response={200: TimerTurnedOut})
def stop_timer(request: HttpRequest, ref: str) -> dict[str, Any]:
    """Note what it counted on this case; each begun minute counts. One that runs elsewhere runs on."""
    case, user = case_of(request, ref), asker(request)
    running = Timer.objects.filter(staff=user).select_related("case").first()
    noted = hours.stop_timer(by=user, at=timezone.now()) if running and running.case.present == case else None
    return _shown(user) | {"noted": row(noted) if noted else None}


def _shown(user: User) -> dict[str, Any]:
    running = Timer.objects.filter(staff=user).select_related("case", "task").first()
    if running is None:
        return {"case": None, "task": None, "since": None}
    return {
        "case": running.case.present.ref,
        "task": running.task.ref if running.task else None,
        "since": running.started_at,
    }
