"""The sweep: what has fallen due is broken or kept, whatever is open beside it."""

import datetime as dt
import uuid

from makegood.events.actions import record, verb
from makegood.promises.actions.entries import Kind, break_, enter, facets, settle
from makegood.promises.events import PromiseAtRisk
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
        due_at = commitment.due_at or at
        if commitment.form == Form.WITHIN:
            break_(commitment, at=due_at, noticed_at=at)
        else:
            settle(commitment, State.KEPT, Kind.KEPT, at=due_at)
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
            record(fact, about=commitment.about, at=at, facets=facets(commitment))
            told += 1
    return told
