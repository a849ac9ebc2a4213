"""Writing the ledger and its counts, always beside the change of a commitment that they tell."""

import datetime as dt

from django.db.models import F

from makegood.events.actions import record
from makegood.events.models import Origin
from makegood.events.writing import insert
from makegood.promises import clock, pace
from makegood.promises.events import PromiseBroken
from makegood.promises.models import Commitment, Form, LedgerEntry, Pace, State, Tally

Kind = LedgerEntry.Kind
COUNTED = {State.KEPT: "kept", State.BROKEN: "broken", State.EXCUSED: "excused"}
SETTLING = [
    *("state", "settled_at", "settled_by", "held_until", "warn_at", "owed", "due_at"),
    *("noticed_at", "waits_for", "released_at", "final_at"),
]


def enter(commitment: Commitment, kind: Kind, *, at: dt.datetime, by: str = "", reason: str = "") -> None:
    """Add one fact to the ledger, with the due time as it stands after it."""
    insert(LedgerEntry(commitment=commitment, kind=kind, at=at, by=by, reason=reason, due_at=commitment.due_at))


def count(commitment: Commitment, state: str, *, at: dt.datetime, step: int = 1) -> None:
    """Add a settled commitment to its promise's count of the day (`step=-1` takes it back)."""
    if commitment.line_id is None:
        return
    column = COUNTED[State(state)]
    day = at.astimezone(dt.UTC).date()
    counted = Tally.objects.filter(brand_id=commitment.brand_id, key=commitment.key, day=day)
    if not counted.update(**{column: F(column) + step}):
        Tally.objects.bulk_create(
            [Tally(brand_id=commitment.brand_id, key=commitment.key, day=day)], ignore_conflicts=True
        )
        counted.update(**{column: F(column) + step})
    if state != State.EXCUSED:
        time_(commitment, step=step)


def time_(commitment: Commitment, *, step: int = 1) -> None:
    """Add how long a kept or broken commitment took, in its own calendar's time, to its promise's pace of the week."""
    if commitment.line_id is None or commitment.form != Form.WITHIN or commitment.settled_at is None:
        return
    day = commitment.settled_at.astimezone(dt.UTC).date()
    known = {
        "brand_id": commitment.brand_id,
        "key": commitment.key,
        "week": day - dt.timedelta(days=day.weekday()),
        "step": _pace(commitment),
    }
    counted = Pace.objects.filter(**known)
    if not counted.update(count=F("count") + step):
        Pace.objects.bulk_create([Pace(**known)], ignore_conflicts=True)
        counted.update(count=F("count") + step)


def _pace(commitment: Commitment) -> int:
    done_at = commitment.settled_at if commitment.state == State.KEPT else commitment.done_at
    if done_at is None:
        return pace.UNDONE
    stood = commitment.paused_at is not None
    return pace.step_of(commitment.used_seconds if stood else clock.used(commitment, done_at))


def settle(
    commitment: Commitment,
    state: State,
    kind: Kind,
    *,
    at: dt.datetime,
    by: str = "",
    reason: str = "",
    message: str = "",
) -> None:
    """Close a commitment: kept, broken or excused; count it, enter it. What was known of a break is forgotten."""
    commitment.state = state
    commitment.settled_at = at
    commitment.settled_by = message
    commitment.held_until = None
    commitment.warn_at = None
    commitment.owed = state == State.BROKEN and commitment.form == Form.WITHIN
    if state != State.BROKEN:
        commitment.noticed_at = commitment.waits_for = commitment.released_at = commitment.final_at = None
    commitment.save(update_fields=SETTLING)
    count(commitment, state, at=at)
    enter(commitment, kind, at=at, by=by, reason=reason)


def break_(
    commitment: Commitment, *, at: dt.datetime, noticed_at: dt.datetime, by: str = "", origin: str = Origin.LIVE
) -> None:
    """It is broken since `at`, and seen to be so at `noticed_at`. What follows waits until that is final.

    A break that an import or the demo tells is final at once, so that nothing ever follows from it.
    """
    fact = PromiseBroken(commitment=str(commitment.pk), key=commitment.key)
    told = record(fact, about=commitment.about, at=at, by=by, facets=facets(commitment), origin=origin)
    commitment.noticed_at = noticed_at
    commitment.final_at = None if told.origin == Origin.LIVE else noticed_at
    settle(commitment, State.BROKEN, Kind.BROKEN, at=at, by=by)


def facets(commitment: Commitment) -> dict[str, str]:
    """What figures may ask about an event of a commitment."""
    known = {"brand": commitment.brand_id, "team": commitment.team_id, "customer": commitment.customer_id}
    return {name: str(value) for name, value in known.items() if value}
