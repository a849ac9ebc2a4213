"""How a commitment ends by what happened, and what takes that back."""

import datetime as dt

from makegood.events.actions import record
from makegood.events.models import Event
from makegood.promises.actions.entries import Kind, break_, count, enter, settle, time_
from makegood.promises.events import PromiseCorrected
from makegood.promises.models import Commitment, Form, State

COVERED = "covered-by-earlier"


def end(commitment: Commitment, event: Event) -> None:
    """B has happened. A fact counts at its own time, so it may correct a break that was noticed before it."""
    if commitment.form == Form.NEVER:
        _end_never(commitment, event)
    elif commitment.state in (State.OPEN, State.PAUSED):
        # A press before the due time keeps the promise though the sweep or the undo time came later.
        if commitment.due_at is None or event.at <= commitment.due_at:
            message = str(event.data.get("message", ""))
            settle(commitment, State.KEPT, Kind.KEPT, at=event.at, by=event.by, message=message)
        else:
            break_(commitment, at=commitment.due_at, noticed_at=event.at, origin=event.origin)
            _done_late(commitment, event)
    elif commitment.owed:
        if commitment.due_at is not None and event.at <= commitment.due_at:
            _correct(commitment, event)
        else:
            _done_late(commitment, event)


def _end_never(commitment: Commitment, event: Event) -> None:
    """What was never to happen did: broken, unless its time was over before."""
    if commitment.state not in (State.OPEN, State.PAUSED):
        return
    if commitment.due_at is not None and event.at > commitment.due_at:
        settle(commitment, State.KEPT, Kind.KEPT, at=commitment.due_at)
    else:
        break_(commitment, at=event.at, noticed_at=event.at, by=event.by, origin=event.origin)


def _correct(commitment: Commitment, event: Event) -> None:
    count(commitment, commitment.state, at=commitment.settled_at or event.at, step=-1)
    message = str(event.data.get("message", ""))
    settle(commitment, State.KEPT, Kind.CORRECTED, at=event.at, by=event.by, message=message)
    fact = PromiseCorrected(commitment=str(commitment.pk), key=commitment.key)
    record(fact, about=commitment.about, at=event.at, by=event.by, facets=event.facets, origin=event.origin)


def _done_late(commitment: Commitment, event: Event) -> None:
    was_broken = commitment.state == State.BROKEN
    if was_broken:
        time_(commitment, step=-1)
    commitment.owed, commitment.done_at = False, event.at
    commitment.settled_by = str(event.data.get("message", ""))
    if was_broken:
        time_(commitment)
    commitment.save(update_fields=["owed", "done_at", "settled_by"])
    enter(commitment, Kind.DONE_LATE, at=event.at, by=event.by)


def excuse(commitment: Commitment, event: Event) -> None:
    """The promise's own terms excuse it; a sweep that was quicker than the fact changes nothing about that."""
    if commitment.state == State.BROKEN and commitment.owed:
        count(commitment, State.BROKEN, at=commitment.settled_at or event.at, step=-1)
    elif commitment.state not in (State.OPEN, State.PAUSED):
        return
    reason = str(event.data.get("reason", event.name))[:60]
    settle(commitment, State.EXCUSED, Kind.EXCUSED, at=event.at, by=event.by, reason=reason)


def hold(commitment: Commitment, event: Event, *, until: str | None) -> None:
    """A pressed reply holds what its sending would keep, through the undo time; `until` is ISO, None lets go."""
    overdue = commitment.due_at is not None and event.at > commitment.due_at
    if commitment.state == State.OPEN and "reply.sent" in commitment.ends_on and not overdue:
        commitment.held_until = dt.datetime.fromisoformat(until) if until else None
        commitment.save(update_fields=["held_until"])


def reopen(commitment: Commitment, event: Event) -> None:
    """The reply that kept it never arrived."""
    if commitment.settled_by and commitment.settled_by == event.data.get("message"):
        owe_again(commitment, at=event.at, reason=str(event.data.get("reason", ""))[:60])


def owe_again(commitment: Commitment, *, at: dt.datetime, reason: str, by: str = "") -> None:
    """It was not done after all: it is owed again, due as before. What was late stays broken."""
    if commitment.state == State.KEPT and commitment.form == Form.WITHIN:
        count(commitment, State.KEPT, at=commitment.settled_at or at, step=-1)
        commitment.state = State.PAUSED if commitment.paused_at else State.OPEN
        commitment.settled_at = None
    was_broken = commitment.state == State.BROKEN
    if was_broken:
        time_(commitment, step=-1)
    commitment.settled_by, commitment.owed, commitment.done_at = "", True, None
    if was_broken:
        time_(commitment)
    commitment.save(update_fields=["state", "settled_at", "settled_by", "owed", "done_at"])
    enter(commitment, Kind.REOPENED, at=at, by=by, reason=reason)


def keep_the_eldest(known: list[Commitment], event: Event) -> None:
    """When one is owed again while a later one of its kind runs, the later is covered by it: one is owed, not two."""
    running = [one for one in known if one.state in (State.OPEN, State.PAUSED)]
    eldest: dict[str, Commitment] = {}
    for one in sorted(running, key=lambda one: (one.made_at, one.pk)):
        if one.line_id is not None and eldest.setdefault(one.key, one) is not one:
            settle(one, State.EXCUSED, Kind.EXCUSED, at=event.at, reason=COVERED)
