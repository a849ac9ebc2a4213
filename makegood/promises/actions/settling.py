"""The sweep: what has fallen due is broken or kept, whatever is open beside it."""

import datetime as dt
import uuid

from makegood.events.actions import record, verb
from makegood.promises.actions.entries import Kind, enter, settle
from makegood.promises.events import PromiseAtRisk, PromiseBroken
from makegood.promises.models import Commitment, Form, State

BATCH = 100


def settle_due(*, at: dt.datetime) -> list[str]:
    """Break (or, for "never within", keep) up to BATCH commitments whose time has come; what they are about.

    Any number of workers may sweep: each commitment is taken by compare-and-swap. Cost depends on what falls due.
    """
    due = list(Commitment.objects.due(at).order_by("due_at").values_list("pk", flat=True)[:BATCH])
    return _settle(due, at) if due else []


@verb
def _settle(due: list[uuid.UUID], at: dt.datetime) -> list[str]:
    touched = []
    for commitment in Commitment.objects.select_for_update(skip_locked=True, of=("self",)).due(at).filter(pk__in=due):
        within = commitment.form == Form.WITHIN
        state = State.BROKEN if within else State.KEPT
        settle(commitment, state, Kind.BROKEN if within else Kind.KEPT, at=commitment.due_at or at)
        if within:
            fact = PromiseBroken(commitment=str(commitment.pk), key=commitment.key)
            record(fact, about=commitment.about, at=commitment.due_at or at, facets=_facets(commitment))
        touched.append(commitment.about)
    return touched


def warn_due(*, at: dt.datetime) -> int:
    """Tell, once each, of commitments that will break soon; how many."""
    risky = list(Commitment.objects.to_warn(at).order_by("warn_at").values_list("pk", flat=True)[:BATCH])
    return _warn(risky, at) if risky else 0


@verb
def _warn(risky: list[uuid.UUID], at: dt.datetime) -> int:
    told = 0
    for commitment in (
        Commitment.objects.select_for_update(skip_locked=True, of=("self",)).to_warn(at).filter(pk__in=risky)
    ):
        commitment.warn_at = None
        commitment.save(update_fields=["warn_at"])
        if commitment.state == State.OPEN and commitment.owed:
            enter(commitment, Kind.WARNED, at=at)
            fact = PromiseAtRisk(commitment=str(commitment.pk), key=commitment.key)
            record(fact, about=commitment.about, at=at, facets=_facets(commitment))
            told += 1
    return told


@verb
def finalise(*, at: dt.datetime, taken_in_until: dt.datetime) -> int:
    """Make breaks final whose due time lies before all mail that still waits to be taken in; how many."""
    until = min(at, taken_in_until)
    ripe = Commitment.objects.breaks_before(until)
    picked = list(ripe.values_list("pk", flat=True)[:BATCH])
    return Commitment.objects.filter(pk__in=picked, final_at=None).update(final_at=at) if picked else 0


def _facets(commitment: Commitment) -> dict[str, str]:
    facets = {"brand": commitment.brand_id, "team": commitment.team_id, "customer": commitment.customer_id}
    return {name: str(value) for name, value in facets.items() if value}
