"""The timer: one runs for a person at most, kept by the server, so that no closed browser loses it."""

import datetime as dt

from makegood.cases import hour_events as events
from makegood.cases.actions.hours.noting import check_tracked, note_time
from makegood.cases.models import Case, Task, TimeEntry, Timer
from makegood.cases.models.hours import LONGEST_MINUTES
from makegood.events.actions import record, verb
from makegood.events.holding import hold
from makegood.staff.models import User


@verb
def start_timer(case: Case, *, task: Task | None = None, by: User, at: dt.datetime) -> TimeEntry | None:
    """Begin to count; one that runs elsewhere stops, and what it counted is returned. Started again, it runs on.

    Raises Refusal where no time is tracked."""
    check_tracked()
    _hold(by)
    running = Timer.objects.filter(staff=by).first()
    if running is not None and (running.case_id, running.task_id) == (case.pk, task.pk if task else None):
        return None
    stopped = stop_timer(by=by, at=at)
    Timer(staff=by, case=case, task=task, started_at=at).save(force_insert=True)
    record(events.TimerStarted(staff=by.key), about=case.ref, at=at, by=by.key, facets=case.facets)
    return stopped


@verb
def stop_timer(*, by: User, at: dt.datetime) -> TimeEntry | None:
    """Note what was counted; each begun minute counts, and a day at most. None where none runs."""
    _hold(by)
    timer = Timer.objects.filter(staff=by).select_related("case__brand", "task").first()
    if timer is None:
        return None
    timer.delete()
    return note_time(timer.case, minutes=_minutes(at - timer.started_at), task=timer.task, is_timed=True, by=by, at=at)


def _minutes(ran: dt.timedelta) -> int:
    begun = -(-ran // dt.timedelta(minutes=1))
    return min(max(begun, 1), LONGEST_MINUTES)


def _hold(person: User) -> None:
    """Two presses at once go one after the other."""
    hold(f"timer {person.pk}")
