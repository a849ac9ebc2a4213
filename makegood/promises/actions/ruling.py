"""What a lead decides on breaks that wait: they stand and all follows, or each is excused with reason and name."""

import datetime as dt
from collections.abc import Iterable

from makegood.events import actions as events
from makegood.events.actions import record, verb
from makegood.promises.actions.entries import Kind, count, facets
from makegood.promises.events import BreaksReleased, PromiseExcused
from makegood.promises.models import Commitment, CommitmentQuerySet, Fault, LedgerEntry, Ruling, State
from makegood.staff.models import User

# As many as one transaction may hold without keeping others from writing for long.
AT_ONCE = 500


def release(fault: Fault, *, by: User, at: dt.datetime) -> int:
    """Let all follow from the breaks of a fault that this person may see; how many. Cut off half-way, the rest wait."""
    return _rule(Ruling(fault=fault, by=by, at=at))


def excuse(fault: Fault, *, reason: Ruling.Reason, words: str, by: User, at: dt.datetime) -> int:
    """Excuse the breaks of a fault that this person may see, each with reason and name; how many.

    They are counted apart and never as kept; what was promised is still owed. Raises ValueError without words where
    the reason is "other".
    """
    if reason == Ruling.Reason.OTHER and not words.strip():
        raise ValueError("another reason needs words")
    return _rule(Ruling(fault=fault, by=by, at=at, reason=reason, words=words.strip()))


def _rule(ruling: Ruling) -> int:
    while _carry_out(ruling):
        pass
    return ruling.count


@verb
def _carry_out(ruling: Ruling) -> int:
    waiting = Commitment.objects.held().filter(waits_for=ruling.fault).visible_to(ruling.by)
    chosen = list(waiting.for_change().order_by("id")[:AT_ONCE])
    if not chosen:
        return 0
    ruling.count += len(chosen)
    ruling.save()
    _excuse(chosen, ruling) if ruling.reason else _release(chosen, ruling)
    return len(chosen)


def _release(chosen: list[Commitment], ruling: Ruling) -> None:
    _where(chosen).update(waits_for=None, released_at=ruling.at)
    _enter(chosen, Kind.RELEASED, ruling)
    fact = BreaksReleased(fault=str(ruling.fault_id), count=len(chosen))
    record(fact, about="", at=ruling.at, by=ruling.by.key)


def _excuse(chosen: list[Commitment], ruling: Ruling) -> None:
    # Still owed: an excuse tells why it was late, and the customer waits all the same.
    _where(chosen).update(state=State.EXCUSED, waits_for=None, noticed_at=None)
    _enter(chosen, Kind.EXCUSED, ruling)
    with events.told_together():
        for one in chosen:
            settled_at = one.settled_at or ruling.at
            count(one, State.BROKEN, at=settled_at, step=-1)
            count(one, State.EXCUSED, at=settled_at)
            fact = PromiseExcused(commitment=str(one.pk), key=one.key, reason=ruling.reason)
            record(fact, about=one.about, at=ruling.at, by=ruling.by.key, facets=facets(one))


def _where(chosen: Iterable[Commitment]) -> CommitmentQuerySet:
    return Commitment.objects.filter(pk__in=[one.pk for one in chosen])


def _enter(chosen: Iterable[Commitment], kind: Kind, ruling: Ruling) -> None:
    LedgerEntry.objects.bulk_create(
        LedgerEntry(commitment=one, kind=kind, at=ruling.at, by=ruling.by.key, reason=ruling.reason, due_at=one.due_at)
        for one in chosen
    )
