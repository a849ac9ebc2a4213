"""Snoozing: a case leaves the working lists and comes back by itself; its promises run on meanwhile."""

import datetime as dt
import uuid

from django.utils.translation import gettext as _

from makegood.cases import events
from makegood.cases.actions import awaiting, rows
from makegood.cases.models import Case, CaseState, Message
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.promises import standing
from makegood.staff.models import User

BATCH = 100
LONGEST = dt.timedelta(days=800)


@verb
def snooze(case: Case, *, until: dt.datetime, for_answer: bool = False, by: User, at: dt.datetime) -> Case:
    """Take a case off every working list until then, or until an hour before a promise that is due earlier, or until
    the customer writes. Snoozed again, the newer time counts. `for_answer`: if they have not written by then, its owner
    is told. Raises Refusal where nothing of the time would be left, or it is we who owe an answer."""
    case = rows.lock(case)
    if not case.is_unfinished:
        raise Refusal(_("Only a case in work can be snoozed."))
    if until <= at:
        raise Refusal(_("This time has gone by. Say one that lies ahead."), field="when")
    if until > at + LONGEST:
        raise Refusal(_("This lies more than two years ahead. Say an earlier time."), field="when")
    back = returns_at(case, until=until, at=at)
    if back <= at:
        raise Refusal(_("A promise is due within the hour. Keep it first, or say a time before it."), field="when")
    if for_answer:
        if case.state != CaseState.WAITING_FOR_CUSTOMER:
            raise Refusal(_("The customer waits for us here. Reply first, then wait for their answer."), field="when")
        awaiting.begin(case, until=until, since=awaiting.asked_at(case) or at, by=by, at=at)
        rows.keep(case)
        return case
    _fall_asleep(case, until=until, back=back, by=by, at=at)
    rows.keep(case)
    return case


def snooze_with(case: Case, message: Message, *, at: dt.datetime) -> None:
    """A reply has left: the case rests for as long as its writer wants, unless the customer waits for us, their answer is
    awaited, or a promise is due within the hour. Part of the verb that lets it go, and keeps the case afterwards."""
    if not message.snooze_days or message.staff is None or message.awaited_until is not None:
        return
    until = at + dt.timedelta(days=message.snooze_days)
    back = returns_at(case, until=until, at=at)
    if case.state == CaseState.WAITING_FOR_CUSTOMER and back > at:
        _fall_asleep(case, until=until, back=back, by=message.staff, at=at)


@verb
def wake(case: Case, *, by: User, at: dt.datetime) -> Case:
    """Bring a snoozed case back now, and await no answer."""
    case = rows.lock(case)
    if case.snoozed_until is None and case.awaited_since is None:
        return case
    if case.awaited_since is not None:
        awaiting.end(case, by=by, at=at)
    if case.snoozed_until is not None:
        _come_back(case, at)
        record(events.CaseWoken(), about=case.ref, at=at, by=by.key, facets=case.facets)
    rows.keep(case)
    return case


def returns_at(case: Case, *, until: dt.datetime, at: dt.datetime) -> dt.datetime:
    """When the case would come back if it were snoozed until then. A promise whose time has gone hinders nothing."""
    due_at = standing.first_open(case.ref)
    return rows.return_time(until, due_at if due_at is not None and due_at > at else None)


def bring_back(case: Case, *, reason: str, at: dt.datetime) -> None:
    """Something happened that a snoozed case does not sleep through. Part of the verb that holds the case, and keeps it
    afterwards."""
    if case.snoozed_until is not None:
        _come_back(case, at)
        record(events.CaseReturned(reason=reason), about=case.ref, at=at, facets=case.facets)


@verb
def return_early(case: Case, *, reason: str, at: dt.datetime) -> None:
    """The same, by itself."""
    case = rows.lock(case)
    bring_back(case, reason=reason, at=at)
    rows.keep(case)


def return_due(*, at: dt.datetime) -> int:
    """Bring back the cases whose time has come; how many."""
    due = Case.objects.snoozed().filter(returns_at__lte=at).next_back_first()
    return sum(_return(pk, at) for pk in list(due.values_list("pk", flat=True)[:BATCH]))


@verb
def _return(pk: uuid.UUID, at: dt.datetime) -> bool:
    case = rows.lock(Case(pk=pk))
    if case.returns_at is None or case.returns_at > at:
        return False  # brought back or snoozed anew meanwhile
    if awaiting.is_missed(case, at):
        awaiting.miss(case, at=at)
    else:
        bring_back(case, reason="snooze-over" if case.returns_at == case.snoozed_until else "snooze-promise", at=at)
    rows.keep(case)
    return True


def _fall_asleep(case: Case, *, until: dt.datetime, back: dt.datetime, by: User, at: dt.datetime) -> None:
    case.awaited_since, case.awaited_until = None, None
    case.snoozed_until, case.returned_at = until, None
    fact = events.CaseSnoozed(until=until.isoformat(), returns=back.isoformat())
    record(fact, about=case.ref, at=at, by=by.key, facets=case.facets)


def _come_back(case: Case, at: dt.datetime) -> None:
    case.snoozed_until, case.returns_at, case.returned_at = None, None, at
