"""A message placed in the wrong case is moved to the right one."""

import datetime as dt

from makegood.cases import events
from makegood.cases.actions import indexing, merging, rows, snoozing
from makegood.cases.models import Case, CaseState, Delivery, Message, MessageKind, Shelf
from makegood.events.actions import record, verb
from makegood.staff.models import User


class CannotMove(ValueError):
    """The other case takes no words: it is closed, or lies on a shelf."""


class MovedMeanwhile(CannotMove):
    """The message is in the case no more in which it was read: somebody else moved it, or split it off."""


@verb
def move_message(message: Message, *, to: Case, by: User, at: dt.datetime) -> Case:
    """Move one message to another case; words of the customer start what they would have started there.

    A case of which nothing would be left goes there whole, with all it was promised: else its clocks would run, and
    break, for nobody. Moved there before, it stays. Raises CannotMove, and MovedMeanwhile where it is elsewhere by now.
    """
    source, target = rows.lock(message.case), rows.lock(to)
    message = _hold(message, target, source)
    if message.case_id == target.pk:
        return target
    if target.state == CaseState.CLOSED or target.shelf != Shelf.NONE:
        raise CannotMove(target.ref)
    left = source.messages.exclude(pk=message.pk).exclude(delivery=Delivery.UNDONE)
    if source.shelf == Shelf.NONE and not left.exists():
        Message.objects.filter(pk=message.pk).update(matched_by="moved")
        return merging.merge(source, into=target, by=by, at=at)
    _carry(message, source, target, by=by, at=at)
    if message.kind == MessageKind.CUSTOMER:
        wrote = events.CustomerWrote(message=str(message.pk), channel=message.channel)
        record(wrote, about=target.ref, at=at, by=target.customer.key, facets=target.facets)
        if target.state == CaseState.WAITING_FOR_CUSTOMER:
            target.state = CaseState.WAITING_FOR_US
        snoozing.bring_back(target, reason="snooze-words", at=at)
        target.last_from_customer_at = max(target.last_from_customer_at or message.at, message.at)
    rows.touch(target, message.at)
    rows.keep(target, "state", "last_at", "last_from_customer_at", "message_count")
    return target


def _hold(message: Message, *cases: Case) -> Message:
    """The message as it stands now that these cases are held, if it is in one of them. Raises MovedMeanwhile."""
    held = Message.objects.select_for_update(of=("self",)).filter(pk=message.pk, case__in=cases).first()
    if held is None:
        raise MovedMeanwhile(message.case.ref)
    return held


def _carry(message: Message, source: Case, target: Case, *, by: User, at: dt.datetime) -> None:
    message.case, message.matched_by = target, "moved"
    message.save(update_fields=["case", "matched_by"])
    indexing.move(message, target)
    moved = events.MessageMoved(message=str(message.pk), to=target.ref)
    record(moved, about=source.ref, at=at, by=by.key, facets=source.facets)
    arrived = events.MessageArrived(message=str(message.pk), source=source.ref)
    record(arrived, about=target.ref, at=at, by=by.key, facets=target.facets)
    source.message_count = max(0, source.message_count - 1)
    rows.keep(source, "message_count")
