"""Promises that no event keeps: a person says that it is done, takes that back, or excuses it with a reason."""

import datetime as dt

from makegood.events.actions import record, verb
from makegood.promises import clock
from makegood.promises.actions.ending import end, owe_again
from makegood.promises.actions.entries import Kind, count, facets, settle
from makegood.promises.events import PromiseDone, PromiseExcused, PromiseTakenBack
from makegood.promises.models import Commitment, Excuse, State
from makegood.staff.models import User

TAKEN_BACK = "taken-back"


class KeptByEvents(ValueError):
    """Facts keep this promise or break it, and nobody's word does."""


@verb
def keep(commitment: Commitment, *, by: User, at: dt.datetime) -> Commitment:
    """Say that what was promised in person is done: kept, or done late where its time was over. Said twice, it is once.

    Raises KeptByEvents.
    """
    held = _hold(commitment)
    if held.owed:
        fact = PromiseDone(commitment=str(held.pk), key=held.key)
        end(held, record(fact, about=held.about, at=at, by=by.key, facets=facets(held)))
    return held


@verb
def take_back(commitment: Commitment, *, by: User, at: dt.datetime) -> bool:
    """It is not done after all: owed again and due as before. Only within the undo time of `by`; False when that is
    over. The ledger keeps both. Raises KeptByEvents."""
    held = _hold(commitment)
    if held.finished_at is None or at >= held.finished_at + dt.timedelta(seconds=by.undo_seconds):
        return False
    owe_again(held, at=at, by=by.key, reason=TAKEN_BACK)
    if held.state == State.OPEN and held.due_at and not held.ledger.filter(kind=Kind.WARNED).exists():
        held.warn_at = clock.warning(made_at=held.made_at, due_at=held.due_at)
        held.save(update_fields=["warn_at"])
    fact = PromiseTakenBack(commitment=str(held.pk), key=held.key)
    record(fact, about=held.about, at=at, by=by.key, facets=facets(held))
    return True


@verb
def excuse_one(commitment: Commitment, *, reason: Excuse.Reason, words: str, by: User, at: dt.datetime) -> bool:
    """Excuse what was promised in person, with reason and name; False when it is not owed any more.

    It is shown apart and never counts as kept. Raises KeptByEvents, and ValueError without words where the reason is
    "other".
    """
    if reason == Excuse.Reason.OTHER and not words.strip():
        raise ValueError("another reason needs words")
    held = _hold(commitment)
    if not held.owed:
        return False
    if held.state == State.BROKEN:
        count(held, State.BROKEN, at=held.settled_at or at, step=-1)
    settle(held, State.EXCUSED, Kind.EXCUSED, at=at, by=by.key, reason=reason)
    Excuse.objects.create(commitment=held, by=by, at=at, reason=reason, words=words.strip())
    fact = PromiseExcused(commitment=str(held.pk), key=held.key, reason=reason)
    record(fact, about=held.about, at=at, by=by.key, facets=facets(held))
    return True


def _hold(commitment: Commitment) -> Commitment:
    """As it stands now, locked until the transaction ends, so that the sweep and a person never both settle it."""
    held = Commitment.objects.for_change().get(pk=commitment.pk)
    if not held.is_by_hand:
        raise KeptByEvents(held.key)
    return held
