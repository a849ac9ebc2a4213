"""A reply that leaves later: planned, given another time, sent now, taken back, stopped by newer words, or gone at its time.

Until it leaves it keeps no promise; then it counts as of that moment.
"""

import datetime as dt
import uuid

from django.utils.translation import gettext as _

from makegood.cases import events, planned_events
from makegood.cases.actions import drafting, indexing, nudging, one_by_one, repeated, replying, rows
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, CaseState, Delivery, Message, MessageKind, PlannedReply, Shelf
from makegood.events.actions import record, verb
from makegood.events.prepared import PreparedQuery
from makegood.events.refusals import Refusal
from makegood.staff.models import User

BATCH = 100
WAITING = PreparedQuery(lambda case: PlannedReply.objects.waiting().filter(message__case=case))


@verb
def plan(case: Case, answer: Answer, *, leaves_at: dt.datetime, by: User, at: dt.datetime) -> Message:
    """Write a reply that leaves at a time ahead; its `undo_seconds` do not count. Raises as *reply* does, and Refusal for a
    time that does not fit."""
    case = rows.lock(case)
    if planned := repeated.before(case, MessageKind.REPLY, answer.text, by=by, begun_at=answer.begun_at):
        return planned
    _check_time(leaves_at, at)
    replying.check(case, answer, by=by, at=at)
    _check_awaited(answer.awaited_until, leaves_at)
    nudging.check_leaving(answer.nudge_at, leaves_at)
    times = [answer.why_due_at, *(one.due_at for one in answer.decisions)]
    if any(time <= leaves_at for time in times if time is not None):
        raise Refusal(_("It promises something that is due before it leaves. Let it leave earlier."), field="when")
    message = replying.write(case, answer, by=by, at=at, delivery=Delivery.LATER, until=leaves_at)
    PlannedReply(message=message, staff=by, leaves_at=leaves_at).save(force_insert=True)
    fact = planned_events.ReplyPlanned(message=str(message.pk), until=leaves_at.isoformat())
    record(fact, about=case.ref, at=at, by=by.key, facets=case.facets)
    case.message_count += 1
    rows.keep(case, "owner", "message_count")
    return message


@verb
def put_off(message: Message, *, leaves_at: dt.datetime, by: User, at: dt.datetime) -> bool:
    """Let it leave at another time. False when it waits no more. Raises Refusal for a time that does not fit."""
    case = rows.lock(message.case)
    _check_time(leaves_at, at)
    _check_awaited(message.awaited_until, leaves_at)
    nudging.check_leaving(message.nudge_at, leaves_at)
    if _promises_before(message, leaves_at):
        raise Refusal(_("It promises something that is due before it leaves. Let it leave earlier."), field="when")
    if not PlannedReply.objects.waiting().filter(message=message).update(leaves_at=leaves_at):
        return False
    Message.objects.filter(pk=message.pk).update(release_at=leaves_at)
    fact = planned_events.ReplyPutOff(message=str(message.pk), until=leaves_at.isoformat())
    record(fact, about=case.ref, at=at, by=by.key, facets=case.facets)
    return True


@verb
def send_now(message: Message, *, by: User, at: dt.datetime) -> bool:
    """Do not wait: from now on it is as a reply that is sent now, with the undo time of whoever presses. False when it waits
    no more. Raises StaleReply where newer words have come in, Refusal where the case takes none, or what it promises is past."""
    case = rows.lock(message.case)
    if not _end(message, at):
        return False
    hindrance = _hindrance(case, message, at)
    if hindrance == "snooze-words":
        raise replying.StaleReply(_newer(case, message))
    if hindrance == "promise-gone-by":
        raise Refusal(_("The time that it promises has gone by. Take it back, and say another."))
    if hindrance:
        raise Refusal(_("That case takes no more words: it is closed, in Junk, or deleted."))
    message.at, message.delivery = at, Delivery.HELD
    message.release_at = at + dt.timedelta(seconds=by.undo_seconds)
    message.save(update_fields=["at", "delivery", "release_at"])
    _press(case, message)
    return True


@verb
def withdraw(message: Message, *, by: User, at: dt.datetime) -> bool:
    """Take it back before its time: its words and files return to the draft of whoever does. False when it waits no more."""
    case = rows.lock(message.case)
    if not _end(message, at):
        return False
    record(planned_events.ReplyWithdrawn(message=str(message.pk)), about=case.ref, at=at, by=by.key, facets=case.facets)
    _unwrite(case, message, by=by, at=at)
    rows.keep(case, "message_count")
    return True


def stop_stale(case: Case, *, at: dt.datetime) -> None:
    """The customer has written: what was to leave later does not answer that. Called by *add_words*, in its transaction, which
    saves the case."""
    for planned in WAITING(case=case.pk):
        message = Message.objects.select_related("staff").get(planned=planned)
        _stop(case, message, reason="snooze-words", at=at)


def leave_due(*, at: dt.datetime) -> int:
    """Let the replies go whose time it is; how many were looked at. One that cannot go holds no other up."""
    return one_by_one.each(
        PlannedReply.objects.due(at).values_list("pk", flat=True)[:BATCH], lambda pk: _depart(pk, at)
    )


@verb
def _depart(pk: uuid.UUID, at: dt.datetime) -> bool:
    planned = PlannedReply.objects.select_related("message__case").get(pk=pk)
    case = rows.lock(planned.message.case)
    message = Message.objects.select_related("staff").get(planned=planned)
    if not PlannedReply.objects.due(at).filter(pk=pk).exists():
        return False  # taken back, put off, or gone by another worker
    if message.delivery != Delivery.LATER:
        return _end(message, at)  # erased meanwhile
    if reason := _hindrance(case, message, at):
        _stop(case, message, reason=reason, at=at)
        rows.keep(case, "message_count")
        return True
    _end(message, at)
    message.at, message.delivery, message.release_at = at, Delivery.HELD, at
    message.save(update_fields=["at", "delivery", "release_at"])
    _press(case, message)
    replying.leave(case, message)
    return True


def _press(case: Case, message: Message) -> None:
    """As if its author pressed *send* now."""
    assert message.staff is not None
    assert message.release_at is not None
    pressed = events.ReplyPressed(message=str(message.pk), release_at=message.release_at.isoformat())
    record(pressed, about=case.ref, at=message.at, by=message.staff.key, facets=case.facets)
    case.last_at = max(case.last_at, message.at)
    rows.keep(case, "last_at")


def _hindrance(case: Case, message: Message, at: dt.datetime) -> str:
    """Why it must not leave, as a code."""
    if case.shelf != Shelf.NONE:
        return "shelved"
    if case.state == CaseState.CLOSED:
        return "closed"
    if _newer(case, message):
        return "snooze-words"
    return "promise-gone-by" if _promises_before(message, at) else ""


def _stop(case: Case, message: Message, *, reason: str, at: dt.datetime) -> None:
    """Its words return to its author's draft, who is told. Does not save the case."""
    author = message.staff
    if author is None or not _end(message, at, is_returned=True):
        return
    fact = planned_events.ReplyStopped(message=str(message.pk), owner=author.key, reason=reason)
    record(fact, about=case.ref, at=at, facets=case.facets)
    record(planned_events.ReplyReturned(case=case.ref, message=str(message.pk)), about=author.key, at=at)
    _unwrite(case, message, by=author, at=at)


def _unwrite(case: Case, message: Message, *, by: User, at: dt.datetime) -> None:
    Message.objects.filter(pk=message.pk).update(delivery=Delivery.UNDONE, release_at=None)
    drafting.bring_back(case, message, by=by, at=at)
    indexing.forget([message])
    case.message_count = max(0, case.message_count - 1)


def _end(message: Message, at: dt.datetime, *, is_returned: bool = False) -> bool:
    """Once, whoever is first."""
    waiting = PlannedReply.objects.waiting().filter(message=message)
    return bool(waiting.update(ended_at=at, is_returned=is_returned))


def _newer(case: Case, message: Message) -> list[Message]:
    return list(case.messages.filter(kind=MessageKind.CUSTOMER, at__gt=message.at).order_by("at"))


def _promises_before(message: Message, at: dt.datetime) -> bool:
    if message.why_due_at is not None and message.why_due_at <= at:
        return True
    return message.offers.filter(due_at__lte=at).exists()


def _check_awaited(until: dt.datetime | None, leaves_at: dt.datetime) -> None:
    if until is not None and until <= leaves_at:
        raise Refusal(_("The answer is awaited until before it leaves. Wait longer for it."), field="awaited")


def _check_time(leaves_at: dt.datetime, at: dt.datetime) -> None:
    if leaves_at <= at:
        raise Refusal(_("This time has gone by. Say one that lies ahead."), field="when")
