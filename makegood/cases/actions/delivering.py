"""What became of a reply on its way out."""

import datetime as dt

from makegood.cases import events
from makegood.cases.actions import awaiting, nudging, rows, snoozing
from makegood.cases.models import Case, CaseState, Delivery, Message
from makegood.events.actions import record, verb


@verb
def mark_delivered(message: Message, *, at: dt.datetime, again: bool = False) -> None:
    """The reply was handed over. `again`: it had been reported as failed, so it counts as sent only now, and
    what was to follow it follows now unless the customer has written since."""
    Message.objects.filter(pk=message.pk).update(delivery=Delivery.SENT, trouble="")
    case = rows.lock(message.case)
    by = message.staff.key if message.staff else ""
    record(events.ReplyDelivered(message=str(message.pk)), about=case.ref, at=at, by=by, facets=case.facets)
    if again:
        record(events.ReplySent(message=str(message.pk)), about=case.ref, at=at, by=by, facets=case.facets)
        _wait_again(case, message, at=at)
        rows.keep(case, "state")


@verb
def mark_failed(message: Message, *, reason: str, explanation: str, at: dt.datetime) -> None:
    """The reply did not arrive (a hard bounce, an hour unsent): what it kept is owed again. `reason` is a code."""
    Message.objects.filter(pk=message.pk).update(delivery=Delivery.FAILED, trouble=explanation[:2000])
    case = rows.lock(message.case)
    failed = events.ReplyFailed(message=str(message.pk), reason=reason)
    record(failed, about=case.ref, at=at, facets=case.facets)
    snoozing.bring_back(case, reason="snooze-failed", at=at)
    if case.state == CaseState.WAITING_FOR_CUSTOMER:
        case.state = CaseState.WAITING_FOR_US
    rows.keep(case, "state")


def _wait_again(case: Case, message: Message, *, at: dt.datetime) -> None:
    """Undo what *mark_failed* did to the case, unless the customer has written since the press."""
    heard_at = case.last_from_customer_at
    if case.state == CaseState.WAITING_FOR_US and (heard_at is None or heard_at <= message.at):
        case.state = CaseState.WAITING_FOR_CUSTOMER
        awaiting.begin_with(case, message, at=at)
        snoozing.snooze_with(case, message, at=at)
        nudging.begin_with(case, message, at=at)
