"""Replying: pressed, held for the undo time, released, or taken back."""

import dataclasses
import datetime as dt
import uuid

from django.db.models import Q
from django.utils.translation import gettext as _

from makegood.cases import events
from makegood.cases.actions import (
    awaiting,
    drafting,
    handing_over_with,
    indexing,
    nudging,
    one_by_one,
    promising,
    repeated,
    rows,
    snoozing,
)
from makegood.cases.actions.fields import needing
from makegood.cases.actions.handing_over_with import HandOver
from makegood.cases.field_events import CaseLeftOpen
from makegood.cases.models import Case, CaseState, Delivery, Message, MessageKind, Party, Shelf
from makegood.cases.offers import Decision
from makegood.cases.words import File
from makegood.events.actions import record, verb
from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.promises import actions as promises
from makegood.staff.models import User

BATCH = 100
# Events that give a case to somebody.
GIVEN = ("case.assigned", "case.handed_over", "case.routed")


class StaleReply(Exception):
    """The customer wrote again, or a colleague answered, while the reply was being written. `newer` are the words that its
    writer has not read."""

    def __init__(self, newer: list[Message]) -> None:
        super().__init__("newer words have come in")
        self.newer = newer


class Closed(Exception):
    """The case is closed, and takes no reply: one that follows it does. `ref` names it."""

    def __init__(self, ref: str) -> None:
        super().__init__(ref)
        self.ref = ref


class AlreadyToldWhy(ValueError):
    """The customer has been told why once in this case; a second new date is not the charter's to give."""


@dataclasses.dataclass(frozen=True)
class Answer:
    """What an agent sends: text, where to, and what it does besides.

    `to_many`: it is one of many alike, so that whose case it is and what anybody is writing in it stay as they are;
    `language` is that of its words where it is not the case's.

    `seen_until` is the time of the last message that the agent had before them; `begun_at` when the form was opened that
    it is written in, which writes once however often it comes; `why_due_at` the new date that it promises, telling why it takes longer; `awaited_until` when its writer wants to know that no answer has come;
    `snooze_days` for how long the case rests once it has left, 0: not at all; `hands_over` to whom it is offered then;
    `nudge_at` when the customer is reminded if they have not answered; where it is None, `nudge_days` after it has left,
    0: not at all, None: as the brand does;
    `nudge_resolves` days after that until it is resolved, 0: it is not; `tone` in which it is signed, "": as the customer is addressed; `decisions` what the agent made of each sentence that
    reads like a promise.
    """

    text: str
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    files: tuple[File, ...] = ()
    resolves: bool = False
    why_due_at: dt.datetime | None = None
    awaited_until: dt.datetime | None = None
    snooze_days: int = 0
    hands_over: HandOver | None = None
    tone: str = ""
    nudge_days: int | None = None
    nudge_at: dt.datetime | None = None
    nudge_resolves: int = 0
    decisions: tuple[Decision, ...] = ()
    seen_until: dt.datetime | None = None
    begun_at: dt.datetime | None = None
    undo_seconds: int = 10
    language: str = ""
    to_many: bool = False


@verb
def reply(case: Case, answer: Answer, *, by: User, at: dt.datetime) -> Message:
    """Press *send*: the promise is held through the undo time, then kept as of now.

    Raises StaleReply when newer words have come in, ValueError when there is nothing to send or a promise has no time
    ahead, AlreadyToldWhy, Closed, Refusal where it resolves the case and yet awaits an answer, or the case is resolved and
    yet to be snoozed.
    """
    case = rows.lock(case)
    if sent := repeated.before(case, MessageKind.REPLY, answer.text, by=by, begun_at=answer.begun_at):
        return sent
    check(case, answer, by=by, at=at)
    release_at = at + dt.timedelta(seconds=answer.undo_seconds)
    takes = case.owner_id is None and not answer.to_many
    message = write(case, answer, by=by, at=at, delivery=Delivery.HELD, until=release_at)
    pressed = events.ReplyPressed(message=str(message.pk), release_at=release_at.isoformat(), takes=takes)
    record(pressed, about=case.ref, at=at, by=by.key, facets=case.facets)
    rows.touch(case, at)
    if answer.undo_seconds:
        rows.keep(case, "owner", "last_at", "message_count")
    else:
        leave(case, message)
    return message


def check(case: Case, answer: Answer, *, by: User, at: dt.datetime) -> None:
    """Whether this can be sent. Raises StaleReply, ValueError, AlreadyToldWhy, Closed, Refusal."""
    if case.state == CaseState.CLOSED:
        raise Closed(case.ref)
    if case.shelf != Shelf.NONE:
        raise Refusal(_("That case takes no more words: it is closed, in Junk, or deleted."))
    if not answer.text.strip() and not answer.files:
        raise ValueError("a reply needs words")
    if answer.seen_until is not None:
        theirs = Q(kind=MessageKind.CUSTOMER)
        colleagues = Q(kind=MessageKind.REPLY) & ~Q(staff=by) & ~Q(delivery__in=(Delivery.UNDONE, Delivery.LATER))
        if found := list(case.messages.filter(theirs | colleagues, at__gt=answer.seen_until).order_by("at")):
            raise StaleReply(found)
    if answer.why_due_at is not None and case.told_why_at is not None:
        raise AlreadyToldWhy("the customer has been told why once already")
    if answer.why_due_at is not None and answer.why_due_at <= at:
        raise ValueError("a promise is due after it is made")
    if case.state == CaseState.RESOLVED and (answer.awaited_until is not None or answer.snooze_days):
        raise Refusal(_("Only a case in work can be snoozed."), field="awaited" if answer.awaited_until else "")
    if answer.hands_over is not None:
        handing_over_with.check(case, answer.hands_over, resolves=answer.resolves, at=at)
    if answer.nudge_days or answer.nudge_at is not None:
        nudging.check_with(days=answer.nudge_days, until=answer.nudge_at, resolves=answer.nudge_resolves, at=at)
        if answer.resolves:
            told = _("A reply that resolves the case awaits no answer. Choose one of the two.")
            raise Refusal(told, field=nudging.WHEN)
    if answer.awaited_until is not None and answer.resolves:
        raise Refusal(_("A reply that resolves the case awaits no answer. Choose one of the two."), field="awaited")


def write(case: Case, answer: Answer, *, by: User, at: dt.datetime, delivery: Delivery, until: dt.datetime) -> Message:
    """The message, with its files and what it promises; the draft is over. Whoever answers first answers for the case,
    which is not saved."""
    message = Message(
        case=case,
        kind=MessageKind.REPLY,
        at=at,
        staff=by,
        sender_name=by.name,
        to=list(answer.to or _customer_addresses(case)),
        cc=list(answer.cc),
        bcc=list(answer.bcc),
        text=answer.text.strip(),
        language=answer.language or case.language,
        channel=case.channel,
        delivery=delivery,
        release_at=until,
        resolves=answer.resolves,
        why_due_at=answer.why_due_at,
        awaited_until=answer.awaited_until,
        snooze_days=answer.snooze_days,
        nudge_days=0 if answer.to_many else answer.nudge_days,
        nudge_at=None if answer.to_many else answer.nudge_at,
        nudge_resolves=answer.nudge_resolves,
        tone=answer.tone or case.customer.tone or case.brand.tone,
        hands_over=answer.hands_over.as_kept() if answer.hands_over else {},
    )
    message.save(force_insert=True)
    rows.attach(message, answer.files)
    promising.note_down(message, answer.decisions)
    names = tuple(file.name for file in answer.files)
    indexing.index(case, message, files=names, first=case.message_count == 0)
    if not answer.to_many:
        case.owner = case.owner or by
        case.drafts.filter(staff=by).delete()
    return message


@verb
def undo(message: Message, *, to_draft: bool = True, by: User, at: dt.datetime) -> bool:
    """Take a reply back while it is held; its words and files return to the draft, and the case is as it was before.
    False when it has left."""
    case = rows.lock(message.case)
    held = Message.objects.filter(pk=message.pk, delivery=Delivery.HELD, release_at__gt=at)
    if not held.update(delivery=Delivery.UNDONE, release_at=None):
        return False
    others = case.messages.filter(delivery=Delivery.HELD).order_by("release_at")
    until = [one.isoformat() for one in others.values_list("release_at", flat=True) if one][-1:]
    undone = events.ReplyUndone(message=str(message.pk), release_at="".join(until))
    record(undone, about=case.ref, at=at, by=by.key, facets=case.facets)
    if to_draft:
        drafting.bring_back(case, message, by=by, at=at)
    indexing.forget([message])
    case.message_count = max(0, case.message_count - 1)
    case.last_at = case.messages.shown().values_list("at", flat=True).last() or case.opened_at
    if _is_taken_by_undone(case):
        case.owner = None
    rows.keep(case, "owner", "last_at", "message_count")
    return True


def _is_taken_by_undone(case: Case) -> bool:
    """Whether its owner answers for it because of a reply that was taken back, and of nothing else since."""
    if case.owner is None or case.messages.filter(kind=MessageKind.REPLY).exclude(delivery=Delivery.UNDONE).exists():
        return False
    told = Event.objects.about(case.ref)
    taken = told.filter(name="reply.pressed", by=case.owner.key, data__takes=True).last()
    return taken is not None and not told.filter(name__in=GIVEN, at__gte=taken.at).exists()


def release_due(*, at: dt.datetime) -> int:
    """Let go of replies whose undo time is over; how many."""
    due = Message.objects.filter(delivery=Delivery.HELD, release_at__lte=at).order_by("release_at")
    return one_by_one.each(due.values_list("pk", flat=True)[:BATCH], _release)


@verb
def _release(pk: uuid.UUID) -> bool:
    message = Message.objects.select_related("case", "staff").get(pk=pk)
    case = rows.lock(message.case)
    message.refresh_from_db(fields=["delivery"])
    if message.delivery != Delivery.HELD:
        return False  # undone, or released by another worker
    leave(case, message)
    return True


def leave(case: Case, message: Message) -> None:
    """The reply is ours no longer: it counts from the press."""
    author = message.staff
    by = author.key if author else ""
    message.delivery = Delivery.WAITING
    message.save(update_fields=["delivery"])
    answered = case.last_from_customer_at is None or case.last_from_customer_at <= message.at
    if case.state not in (CaseState.RESOLVED, CaseState.CLOSED):
        case.state = CaseState.WAITING_FOR_CUSTOMER if answered else CaseState.WAITING_FOR_US
    sent = events.ReplySent(message=str(message.pk))
    record(sent, about=case.ref, at=message.at, by=by, facets=case.facets)
    if message.why_due_at is not None and author is not None:
        _tell_why(case, message, author)
    if author is not None:
        promising.make_noted(case, message, by=author)
    if not answered and case.last_from_customer_at is not None:
        # Words that came during the undo time are not answered by this reply: their promise starts now.
        again = events.CustomerWrote(message="", channel=case.channel)
        record(again, about=case.ref, at=case.last_from_customer_at, by=case.customer.key, facets=case.facets)
    elif message.resolves and case.state not in (CaseState.RESOLVED, CaseState.CLOSED) and needing.missing(case):
        # The customer has their answer all the same.
        left = CaseLeftOpen(message=str(message.pk))
        record(left, about=case.ref, at=message.at, by=by, facets=case.facets)
    elif message.resolves and case.state not in (CaseState.RESOLVED, CaseState.CLOSED):
        case.state, case.resolved_at, case.asked_at = CaseState.RESOLVED, message.at, None
        record(events.CaseResolved(), about=case.ref, at=message.at, by=by, facets=case.facets)
    handing_over_with.offer_with(case, message, at=message.at)
    awaiting.begin_with(case, message, at=message.at)
    snoozing.snooze_with(case, message, at=message.at)
    nudging.begin_with(case, message, at=message.at)
    rows.keep(case, "state", "owner", "team", "resolved_at", "asked_at", "told_why_at", "last_at", "message_count")


def _tell_why(case: Case, message: Message, author: User) -> None:
    due_at = message.why_due_at
    assert due_at is not None
    case.told_why_at = message.at
    told = events.ToldWhy(message=str(message.pk), due_at=due_at.isoformat())
    record(told, about=case.ref, at=message.at, by=author.key, facets=case.facets)
    promises.make(
        about=case.ref, brand=case.brand, team=case.team, customer=case.customer, promised_by=author,
        words=message.text[:500], due_at=due_at, ends_on=["case.resolved"], at=message.at, key="new-date",
    )  # fmt: skip


def _customer_addresses(case: Case) -> list[str]:
    parties = case.parties.filter(role=Party.Role.CUSTOMER).exclude(address="")
    return list(parties.values_list("address", flat=True))
