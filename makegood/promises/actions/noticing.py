"""Noticing: what an event does to promises, in the event's own transaction."""

from collections.abc import Collection

from makegood.events import registry
from makegood.events.models import Event
from makegood.events.writing import insert
from makegood.promises import charter, clock, standing
from makegood.promises.actions.apart import Apart
from makegood.promises.actions.by_line import Subject, drawn_up
from makegood.promises.actions.ending import end, excuse, hold, keep_the_eldest, reopen
from makegood.promises.actions.entries import Kind
from makegood.promises.actions.pausing import annul, pause, resume
from makegood.promises.models import Commitment, LedgerEntry, State

FAILED = "reply.failed"
HOLDING = ("reply.pressed", "reply.undone")  # a reply that may still be taken back starts nothing


def notice(event: Event) -> None:
    """Keep, break, pause, resume, excuse and make commitments as the event says.

    Called by `events.record` alone, for every event, inside its transaction. Events that no charter may name cost
    nothing; others one query for what runs and, where they start promises, one for the charter in force.
    """
    kind = registry.KINDS.get(event.name)
    if kind is None or not kind.clocked or not event.about:
        return
    known: list[Commitment] = []
    if event.name != "case.opened" or event.data.get("split_at"):  # else nothing can be owed before it
        known = standing.concerned(event.about, message=str(event.data.get("message", "")))
        for commitment in known:
            _touch(commitment, event)
        if event.name == FAILED:
            keep_the_eldest(known, event)
    brand = event.facets.get("brand")
    if brand and event.name not in HOLDING:
        known += _start(event, brand, known)
    if event.name == "case.opened":
        standing.note(event.about, known)


def _touch(commitment: Commitment, event: Event) -> None:
    if event.at < commitment.made_at:
        return  # a reply pressed before the words it would answer
    if event.name == FAILED:
        reopen(commitment, event)
        annul(commitment, event)
    elif event.name in commitment.ends_on:
        end(commitment, event)
    elif event.name in HOLDING:
        hold(commitment, event, until=event.data.get("release_at"))
    elif commitment.line is None:
        return
    elif event.name in commitment.line.excused_on:
        excuse(commitment, event)
    elif event.name in commitment.line.pauses_on:
        pause(commitment, event)
    elif event.name in commitment.line.resumes_on:
        resume(commitment, event)


def _start(event: Event, brand: str, known: list[Commitment]) -> list[Commitment]:
    running = {commitment.key for commitment in known if commitment.state in (State.OPEN, State.PAUSED)}
    made = would_start(event, brand, running)
    insert(*made)
    insert(
        *(LedgerEntry(commitment=one, kind=Kind.MADE, at=one.made_at, by=event.by, due_at=one.due_at) for one in made)
    )
    if (apart := Apart.of(event)) is not None:
        for one in made:
            apart.stand(one, event)
    return made


def would_start(event: Event, brand: str, running: Collection[str]) -> list[Commitment]:
    """What an event starts, not yet written, where promises of these keys run already."""
    lines = charter.book_in_force(brand, event.at).started_by(event)
    lines = [line for line in lines if line.key not in running and not set(line.unless).intersection(running)]
    if not lines:
        return []
    apart = Apart.of(event)
    opening = clock.calendar_version(brand, event.at)
    subject = Subject(event.about, brand, event.facets.get("team"), event.facets.get("customer"))
    made = []
    for line in lines:
        if apart is not None and not apart.starts(line):
            continue
        since = apart.since(line, event) if apart is not None else event.at
        commitment = drawn_up(line, subject, opening=opening, at=since, since=since)
        if apart is not None and commitment.due_at and commitment.due_at <= apart.at:
            # A split never makes a commitment that is already broken: it is due its whole time after the split.
            commitment = drawn_up(line, subject, opening=opening, at=since, since=apart.at)
        made.append(commitment)
    return made
