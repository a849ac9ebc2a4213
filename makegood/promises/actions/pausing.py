"""The clock of a commitment stands still, runs on, or turns out never to have stood."""

import datetime as dt

from makegood.events.models import Event
from makegood.promises import clock
from makegood.promises.actions.entries import Kind, enter
from makegood.promises.models import Commitment, State

STOPPED = ["used_seconds", "state", "due_at", "warn_at", "paused_at", "paused_by"]
STARTED = ["state", "running_since", "due_at", "warn_at", "paused_at", "paused_by"]


def pause(commitment: Commitment, event: Event) -> None:
    """Keep what is left for later. While it stands already, only the latest reply matters to a bounce."""
    message = str(event.data.get("message", ""))
    if commitment.state == State.PAUSED:
        commitment.paused_by = message
        commitment.save(update_fields=["paused_by"])
        return
    if commitment.state != State.OPEN or commitment.work_seconds is None:
        return
    if commitment.due_at is not None and event.at >= commitment.due_at:
        return  # already over: the sweep will say so
    commitment.used_seconds = clock.used(commitment, event.at)
    commitment.state, commitment.paused_at, commitment.paused_by = State.PAUSED, event.at, message
    commitment.due_at, commitment.warn_at = None, None
    commitment.save(update_fields=STOPPED)
    enter(commitment, Kind.PAUSED, at=event.at, by=event.by, reason=event.name)


def resume(commitment: Commitment, event: Event) -> None:
    """Let a paused clock run on with the time it has left."""
    if commitment.state != State.PAUSED:
        return
    # Words that were stored before the pause and taken in after it: it never stood, and no second counts twice.
    _run_on(commitment, event, since=max(event.at, commitment.paused_at or event.at))


def annul(commitment: Commitment, event: Event) -> None:
    """The reply for which it stood still never arrived: the clock has run all the time, due as before."""
    if commitment.state != State.PAUSED or not commitment.paused_by or commitment.paused_at is None:
        return
    if commitment.paused_by != event.data.get("message"):
        return
    _run_on(commitment, event, since=commitment.paused_at)


def _run_on(commitment: Commitment, event: Event, *, since: dt.datetime) -> None:
    run = clock.run(version=commitment.calendar, since=since, seconds=commitment.remaining_seconds)
    commitment.state, commitment.running_since = State.OPEN, since
    commitment.due_at, commitment.warn_at = run.due_at, run.warn_at
    commitment.paused_at, commitment.paused_by = None, ""
    commitment.save(update_fields=STARTED)
    enter(commitment, Kind.RESUMED, at=since, by=event.by, reason=event.name)
