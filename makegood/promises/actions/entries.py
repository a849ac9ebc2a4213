"""Writing the ledger and its counts, always beside the change of a commitment that they tell."""

import datetime as dt

from django.db.models import F

from makegood.promises.models import Commitment, LedgerEntry, State, Tally

Kind = LedgerEntry.Kind
COUNTED = {State.KEPT: "kept", State.BROKEN: "broken", State.EXCUSED: "excused"}


def enter(commitment: Commitment, kind: Kind, *, at: dt.datetime, by: str = "", reason: str = "") -> None:
    """Add one fact to the ledger, with the due time as it stands after it."""
    LedgerEntry.objects.create(commitment=commitment, kind=kind, at=at, by=by, reason=reason, due_at=commitment.due_at)


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
    """Close a running commitment: kept, broken or excused; count it, enter it."""
    commitment.state = state
    commitment.settled_at = at
    commitment.settled_by = message
    commitment.held_until = None
    commitment.warn_at = None
    commitment.owed = state == State.BROKEN and commitment.form == "within"
    commitment.save(update_fields=["state", "settled_at", "settled_by", "held_until", "warn_at", "owed", "due_at"])
    count(commitment, state, at=at)
    enter(commitment, kind, at=at, by=by, reason=reason)
