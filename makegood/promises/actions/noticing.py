"""Noticing: what an event does to promises, in the event's own transaction."""

import datetime as dt

from makegood.events import registry
from makegood.events.actions import record
from makegood.events.models import Event
from makegood.promises import charter, clock
from makegood.promises.actions.entries import Kind, count, enter, settle
from makegood.promises.events import PromiseCorrected
from makegood.promises.models import Commitment, Form, Hours, LedgerEntry, State

PRESSED, UNDONE, FAILED = "reply.pressed", "reply.undone", "reply.failed"


def notice(event: Event) -> None:
    """Keep, break, pause, resume, excuse and make commitments as the event says.

    Called by `events.record` alone, for every event, inside its transaction. Events that no charter may name cost
    nothing; others one query for what runs and, where they start promises, one for the charter in force.
    """
    kind = registry.KINDS.get(event.name)
    if kind is None or not kind.clocked or not event.about:
        return
    known: list[Commitment] = []
    if event.name != "case.opened":  # nothing can be owed before it
        known = list(
            Commitment.objects.concerned(event.about, message=str(event.data.get("message", "")))
            .select_related("line", "calendar")
            .order_by("made_at")
        )
        for commitment in known:
            _touch(commitment, event)
    brand = event.facets.get("brand")
    if brand:
        _start(event, brand, known)


def _touch(commitment: Commitment, event: Event) -> None:
    if event.at < commitment.made_at:
        return  # a reply pressed before the words it would answer
    if event.name == FAILED:
        _reopen(commitment, event)
    elif event.name in commitment.ends_on:
        _end(commitment, event)
    elif event.name in (PRESSED, UNDONE):
        _hold(commitment, event)
    elif commitment.line is None:
        return
    elif event.name in commitment.line.excused_on:
        if commitment.state in (State.OPEN, State.PAUSED):
            reason = str(event.data.get("reason", event.name))
            settle(commitment, State.EXCUSED, Kind.EXCUSED, at=event.at, by=event.by, reason=reason)
    elif event.name in commitment.line.pauses_on:
        _pause(commitment, event)
    elif event.name in commitment.line.resumes_on:
        resume(commitment, event)


def _end(commitment: Commitment, event: Event) -> None:
    """B has happened. A fact counts at its own time, so it may correct a break that was noticed before it."""
    within = commitment.form == Form.WITHIN
    message = str(event.data.get("message", ""))
    if commitment.state in (State.OPEN, State.PAUSED):
        # A press before the due time keeps the promise though the sweep or the undo time came later.
        late = commitment.due_at is not None and event.at > commitment.due_at
        kept = (within and not late) or (not within and late)
        if within and late:
            settle(commitment, State.BROKEN, Kind.BROKEN, at=commitment.due_at or event.at, by="")
            _done_late(commitment, event)
        elif kept:
            settle(commitment, State.KEPT, Kind.KEPT, at=event.at, by=event.by, message=message)
        else:
            settle(commitment, State.BROKEN, Kind.BROKEN, at=event.at, by=event.by)
    elif commitment.state == State.BROKEN and within and commitment.owed:
        if commitment.due_at is not None and event.at <= commitment.due_at:
            count(commitment, State.BROKEN, at=commitment.settled_at or event.at, step=-1)
            settle(commitment, State.KEPT, Kind.CORRECTED, at=event.at, by=event.by, message=message)
            record(
                PromiseCorrected(commitment=str(commitment.pk), key=commitment.key),
                about=commitment.about,
                at=event.at,
                by=event.by,
                facets=event.facets,
                origin=event.origin,
            )
        else:
            _done_late(commitment, event)


def _done_late(commitment: Commitment, event: Event) -> None:
    commitment.owed, commitment.done_at = False, event.at
    commitment.settled_by = str(event.data.get("message", ""))
    commitment.save(update_fields=["owed", "done_at", "settled_by"])
    enter(commitment, Kind.DONE_LATE, at=event.at, by=event.by)


def _hold(commitment: Commitment, event: Event) -> None:
    """A pressed reply holds what its sending would keep, through the undo time."""
    overdue = commitment.due_at is not None and event.at > commitment.due_at
    if commitment.state == State.OPEN and "reply.sent" in commitment.ends_on and not overdue:
        held = event.data.get("release_at") if event.name == PRESSED else None
        commitment.held_until = dt.datetime.fromisoformat(held) if held else None
        commitment.save(update_fields=["held_until"])


def _reopen(commitment: Commitment, event: Event) -> None:
    """The reply that kept it never arrived: it is owed again, due as before."""
    if not commitment.settled_by or commitment.settled_by != event.data.get("message"):
        return
    if commitment.state == State.KEPT and commitment.form == Form.WITHIN:
        count(commitment, State.KEPT, at=commitment.settled_at or event.at, step=-1)
        commitment.state, commitment.settled_at = State.OPEN, None
    commitment.settled_by, commitment.owed, commitment.done_at = "", True, None
    commitment.save(update_fields=["state", "settled_at", "settled_by", "owed", "done_at"])
    enter(commitment, Kind.REOPENED, at=event.at, reason=str(event.data.get("reason", ""))[:60])


def _pause(commitment: Commitment, event: Event) -> None:
    if commitment.state != State.OPEN or commitment.work_seconds is None:
        return
    if commitment.due_at is not None and event.at >= commitment.due_at:
        return  # already over: the sweep will say so
    commitment.used_seconds = clock.used(commitment, event.at)
    commitment.state, commitment.due_at, commitment.warn_at = State.PAUSED, None, None
    commitment.save(update_fields=["used_seconds", "state", "due_at", "warn_at"])
    enter(commitment, Kind.PAUSED, at=event.at, by=event.by, reason=event.name)


def resume(commitment: Commitment, event: Event) -> None:
    """Let a paused clock run on with the time it has left."""
    if commitment.state != State.PAUSED:
        return
    run = clock.run(version=commitment.calendar, since=event.at, seconds=commitment.remaining_seconds)
    commitment.state, commitment.running_since = State.OPEN, event.at
    commitment.due_at, commitment.warn_at = run.due_at, run.warn_at
    commitment.save(update_fields=["state", "running_since", "due_at", "warn_at"])
    enter(commitment, Kind.RESUMED, at=event.at, by=event.by, reason=event.name)


def _start(event: Event, brand: str, known: list[Commitment]) -> None:
    lines = charter.book_in_force(brand, event.at).started_by(event)
    running = {commitment.key for commitment in known if commitment.state in (State.OPEN, State.PAUSED)}
    lines = [line for line in lines if line.key not in running and not running.intersection(line.unless)]
    if not lines:
        return
    opening = clock.calendar_version(event.facets["brand"], event.at)
    split = event.data.get("split_at")
    split_at = dt.datetime.fromisoformat(split) if split else None
    made = []
    for line in lines:
        version = opening if line.hours == Hours.OPENING else None
        seconds = clock.work_seconds(line, version)
        since = event.at
        run = clock.run(version=version, since=since, seconds=seconds) if seconds is not None else None
        if run and split_at and run.due_at <= split_at:
            # A split never makes a commitment that is already broken: it is due its whole time after the split.
            since, run = split_at, clock.run(version=version, since=split_at, seconds=seconds or 0)
        commitment = Commitment(
            about=event.about,
            key=line.key,
            line=line,
            calendar=version,
            brand_id=brand,
            team_id=event.facets.get("team"),
            customer_id=event.facets.get("customer"),
            form=line.form,
            ends_on=line.ends_on,
            work_seconds=seconds,
            made_at=event.at,
            running_since=since,
            due_at=run.due_at if run else None,
            warn_at=run.warn_at if run and line.form == Form.WITHIN else None,
            # A promise never to do something asks nothing of anybody until it is broken.
            owed=line.form == Form.WITHIN,
        )
        made.append(commitment)
    Commitment.objects.bulk_create(made)
    LedgerEntry.objects.bulk_create(
        LedgerEntry(commitment=one, kind=Kind.MADE, at=event.at, by=event.by, due_at=one.due_at) for one in made
    )
