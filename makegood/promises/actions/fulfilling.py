"""Promises that a room above keeps one by one: what it promised for a moment, and then did or need not do."""

import datetime as dt

from makegood.events.actions import record, verb
from makegood.events.models import Event
from makegood.promises.actions.ending import end
from makegood.promises.actions.entries import Kind, count, facets, settle
from makegood.promises.events import PromiseExcused
from makegood.promises.models import Commitment, State


@verb
def fulfil(commitment: Commitment, fact: Event) -> None:
    """A fact about many things that keeps this promise alone; kept, or done late. Told twice, it is once.

    For facts that no charter may name: those which it may are noticed for all promises at once.
    """
    held = Commitment.objects.for_change().select_related("line", "calendar").get(pk=commitment.pk)
    if held.owed:
        end(held, fact)


@verb
def call_off(commitment: Commitment, *, reason: str, by: str, at: dt.datetime) -> None:
    """It need not be kept any more. Shown apart, never counted as kept; `reason` is a code."""
    held = Commitment.objects.for_change().get(pk=commitment.pk)
    if not held.owed:
        return
    if held.state == State.BROKEN:
        count(held, State.BROKEN, at=held.settled_at or at, step=-1)
    settle(held, State.EXCUSED, Kind.EXCUSED, at=at, by=by, reason=reason)
    fact = PromiseExcused(commitment=str(held.pk), key=held.key, reason=reason)
    record(fact, about=held.about, at=at, by=by, facets=facets(held))
