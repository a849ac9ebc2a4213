"""Making breaks final, or letting them wait for a lead where a fault of ours may have made them."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from django.db.models import Max

from makegood.events.actions import record, verb
from makegood.promises import floods
from makegood.promises.actions.entries import Kind, facets
from makegood.promises.events import FaultNoticed, PromiseFinal
from makegood.promises.models import Cause, Commitment, Fault, LedgerEntry, State

BATCH = 100
# Longer than any commit takes: a mail or a press stored before the due time is there by then, and so are the other
# breaks of the same minute.
SETTLED_FOR = dt.timedelta(minutes=1)
# After an outage all that waited is done at once; what falls due meanwhile is late for the same reason.
CATCHING_UP = dt.timedelta(minutes=15)


@verb
def note_fault(cause: Cause, *, since: dt.datetime, until: dt.datetime, at: dt.datetime) -> Fault:
    """Something was wrong with us from `since` to `until`: breaks of that time wait for a lead.

    Told twice, it is one fault, as long as the longer telling.
    """
    new = Fault(cause=cause, since=since, until=until, noticed_at=at)
    known = Fault.objects.filter(cause=cause, since=since).first()
    if known is not None:
        known.until = max(known.until, until)
        known.save(update_fields=["until"])
        return known
    new.save(force_insert=True)
    record(FaultNoticed(fault=str(new.pk), cause=cause.value), about="", at=at)
    return new


def finalise(*, at: dt.datetime, taken_in_until: dt.datetime) -> int:
    """Make breaks final whose due time lies before all mail that still waits to be taken in; how many were judged.

    Those that lie in a fault of ours, and those of a minute with more than `floods.MOST`, wait for a lead instead.
    """
    noticed_until = at - SETTLED_FOR
    until = min(noticed_until, taken_in_until)
    ripe = Commitment.objects.ripe(until=until, noticed_until=noticed_until)
    return _judge(until, noticed_until, at) if ripe.exists() else 0


@verb
def _judge(until: dt.datetime, noticed_until: dt.datetime, at: dt.datetime) -> int:
    # In one order and without skipping, so that of two workers the second finds what the first decided.
    ripe = list(Commitment.objects.ripe(until=until, noticed_until=noticed_until).for_change()[:BATCH])
    unsure = [one for one in ripe if one.released_at is None]
    faults = _faults_of(unsure, at)
    standing, waiting = [], []
    for commitment in ripe:
        due_at = commitment.settled_at or at
        found = None
        if commitment.released_at is None:
            noticed_at = commitment.noticed_at or due_at
            found = next((fault for fault in faults if fault.covers(due_at, noticed_at)), None)
        if found is not None:
            commitment.waits_for = found
            waiting.append(commitment)
        else:
            commitment.final_at = at
            standing.append(commitment)
    Commitment.objects.bulk_update(waiting, ["waits_for"])
    Commitment.objects.bulk_update(standing, ["final_at"])
    LedgerEntry.objects.bulk_create(
        LedgerEntry(commitment=one, kind=Kind.HELD, at=at, reason=one.waits_for.cause, due_at=one.due_at)
        for one in waiting
        if one.waits_for is not None
    )
    for one in standing:
        fact = PromiseFinal(commitment=str(one.pk), key=one.key)
        record(fact, about=one.about, at=at, facets=facets(one))
    return len(ripe)


def _faults_of(breaks: Sequence[Commitment], at: dt.datetime) -> list[Fault]:
    """The faults that may cover these breaks, floods among them."""
    moments = sorted(moment for one in breaks for moment in (one.settled_at, one.noticed_at) if moment is not None)
    if not moments:
        return []
    noticed = sorted(one.noticed_at for one in breaks if one.noticed_at is not None)
    for since, until in _spans(noticed):
        around = Commitment.objects.filter(
            state=State.BROKEN, noticed_at__gte=since - floods.WITHIN, noticed_at__lte=until + floods.WITHIN
        )
        # Far more than MOST say nothing new.
        seen = list(around.order_by("noticed_at").values_list("noticed_at", flat=True)[: 100 * floods.MOST])
        for begin, end in floods.stretches([moment for moment in seen if moment is not None]):
            _note_flood(begin, end, at)
    return list(Fault.objects.touching(moments[0], moments[-1]))


def _spans(moments: Sequence[dt.datetime]) -> list[tuple[dt.datetime, dt.datetime]]:
    """Moments in order as spans with gaps of more than two windows between them: each is asked about apart."""
    if not moments:
        return []
    starts, ends = [moments[0]], []
    for before, after in pairwise(moments):
        if after - before > 2 * floods.WITHIN:
            ends.append(before)
            starts.append(after)
    return list(zip(starts, [*ends, moments[-1]], strict=True))


def _note_flood(since: dt.datetime, until: dt.datetime, at: dt.datetime) -> None:
    """A flood that goes on is the same one."""
    known = Fault.objects.filter(cause=Cause.FLOOD, since__lte=until, until__gte=since - floods.WITHIN)
    earliest = known.order_by("since").values_list("since", flat=True).first()
    latest = known.aggregate(latest=Max("until"))["latest"]
    note_fault(Cause.FLOOD, since=earliest or since, until=max(latest or until, until), at=at)
