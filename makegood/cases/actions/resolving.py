"""Resolved, confirmed, reopened, closed."""

import datetime as dt
import uuid

from makegood.cases import events
from makegood.cases.actions import handing_over, rows
from makegood.cases.actions.fields import needing
from makegood.cases.models import Case, CaseState
from makegood.customers.models import Customer
from makegood.events.actions import record, verb
from makegood.promises import actions as promises
from makegood.staff.models import User

CLOSES_AFTER = dt.timedelta(days=7)
BATCH = 100


@verb
def resolve(case: Case, *, by: User, at: dt.datetime) -> Case:
    """We hold it solved; the customer has seven days to say otherwise. Raises Unfilled where a field must be filled in first."""
    case = rows.lock(case)
    if case.state in (CaseState.RESOLVED, CaseState.CLOSED):
        return case
    needing.check(case)
    case.state, case.resolved_at, case.asked_at = CaseState.RESOLVED, at, None
    record(events.CaseResolved(), about=case.ref, at=at, by=by.key, facets=case.facets)
    rows.keep(case, "state", "resolved_at", "asked_at")
    return case


@verb
def confirm(case: Case, *, by: User | Customer, at: dt.datetime) -> Case:
    """The customer's words after "resolved" were thanks, or they say themselves that it is solved."""
    case = rows.lock(case)
    if case.state != CaseState.RESOLVED:
        return case
    case.asked_at = None
    record(events.CaseConfirmed(), about=case.ref, at=at, by=by.key, facets=case.facets)
    rows.keep(case, "asked_at")
    return case


@verb
def reopen(case: Case, *, by: User | Customer, at: dt.datetime) -> Case:
    """It was not solved: this alone breaks *fixed*, and our promises run again. A closed case stays closed."""
    case = rows.lock(case)
    if case.state != CaseState.RESOLVED:
        return case
    reason = "not-solved" if isinstance(by, Customer) else "their-words" if case.asked_at else ""
    case.state, case.resolved_at, case.asked_at = CaseState.WAITING_FOR_US, None, None
    record(events.CaseReopened(reason=reason), about=case.ref, at=at, by=by.key, facets=case.facets)
    wrote = events.CustomerWrote(message="", channel=case.channel)
    record(wrote, about=case.ref, at=at, by=case.customer.key, facets=case.facets)
    rows.keep(case, "state", "resolved_at", "asked_at")
    return case


def close_due(*, at: dt.datetime) -> int:
    """Close cases that have been resolved for seven days without an open question; how many."""
    ripe = Case.objects.filter(state=CaseState.RESOLVED, resolved_at__lte=at - CLOSES_AFTER).order_by("resolved_at")
    return sum(_close(pk, at) for pk in list(ripe.values_list("pk", flat=True)[:BATCH]))


@verb
def _close(pk: uuid.UUID, at: dt.datetime) -> bool:
    case = rows.lock(Case(pk=pk))
    if case.state != CaseState.RESOLVED:
        return False
    case.state, case.closed_at, case.asked_at = CaseState.CLOSED, at, None
    record(events.CaseClosed(), about=case.ref, at=at, facets=case.facets)
    handing_over.lapse(case, reason="closed", by=None, at=at)
    promises.finish_all(about=case.ref, at=at)
    rows.keep(case, "state", "closed_at", "asked_at")
    return True
