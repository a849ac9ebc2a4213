"""Some of what was said in a case goes to a case of its own, and can be put back."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from django.db.models import Max, Q

from makegood.cases import dividing, split_events
from makegood.cases.actions import indexing, merging, rows
from makegood.cases.actions.moving import MovedMeanwhile
from makegood.cases.actions.tags import rows as tags
from makegood.cases.dividing import Course, Writer
from makegood.cases.models import Case, CaseState, Message, MessageKind, Party, Reminder, Shelf, Split
from makegood.customers import actions as customers
from makegood.customers.models import Customer
from makegood.events.actions import record, verb
from makegood.promises import actions as promises
from makegood.staff.models import User

UNDONE = "split-undone"


class CannotSplit(ValueError):
    """Why nothing is split, or put back: `reason` is "nothing", "all", "whose", "shelved", "closed", "merged", "later" or
    "undone"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@verb
def split(
    case: Case, messages: Sequence[Message], *, customer: Customer | Writer | None = None, by: User, at: dt.datetime
) -> Case:
    """Give messages of a case one of their own, for which nobody in person answers yet; the new case. Whose it is need be
    said only where several customers wrote them.

    What we owe as an answer to these words alone goes along, due as it was. What the charter promises besides counts from
    the customer's own first word, and an answer from the first that none has answered; but what would be broken by then
    falls due its whole time after the split. Raises CannotSplit, and MovedMeanwhile where a message is elsewhere by now.
    """
    source = rows.lock(case)
    if source.shelf != Shelf.NONE:
        raise CannotSplit("shelved")
    course = Course.of(_hold(source, messages))
    if not dividing.leaves_some(source, course.messages):
        raise CannotSplit("all")
    target = _begun(source, course, _whose(source, course, customer, by=by, at=at))
    owed = dividing.going_along(source, course)
    kept = Split(source=source, target=target, at=at, by=by, state_after=target.state)
    asked = source.asked_at and source.asked_at.isoformat()
    kept.before = {"state": source.state, "asked_at": asked}
    kept.moved = {
        "messages": {str(one.pk): one.matched_by for one in course.messages},
        "commitments": [str(one.pk) for one in owed],
    }
    kept.save(force_insert=True)
    _send(course.messages, target, {})
    promises.move(commitment_ids=[one.pk for one in owed], to=target.ref, by=by.key, at=at)
    record(dividing.opened(course, at=at), about=target.ref, at=course.first.at, by=by.key, facets=target.facets)
    off = split_events.CaseSplitOff(source=source.ref)
    record(off, about=target.ref, at=at, by=by.key, facets=target.facets)
    gone = split_events.CaseSplit(to=target.ref, messages=list(kept.moved["messages"]))
    record(gone, about=source.ref, at=at, by=by.key, facets=source.facets)
    tags.carry(source, target, by=by, at=at)
    rows.keep(target, "state")
    _left_with(source, course)
    return target


@verb
def undo_split(kept: Split, *, by: User, at: dt.datetime) -> Case:
    """Put all back where it was; the case that it came from. The new one is a part of it from then on, and what was
    promised by the split alone need not be kept. Raises CannotSplit once somebody has said or done anything there."""
    source, target = merging.both(kept.source_id, kept.target_id)
    kept.refresh_from_db()
    if kept.undone_at is not None or target.merged_into_id is not None:
        raise CannotSplit("undone")
    if source.shelf != Shelf.NONE:
        raise CannotSplit("merged" if source.merged_into_id is not None else "shelved")
    if source.state == CaseState.CLOSED != kept.before["state"]:
        raise CannotSplit("closed")
    back = list(target.messages.select_for_update().order_by("pk"))
    if not Split.objects.filter(pk=kept.pk).can_be_undone() or {str(one.pk) for one in back} != set(
        kept.moved["messages"]
    ):
        raise CannotSplit("later")
    promises.move(commitment_ids=[uuid.UUID(one) for one in kept.moved["commitments"]], to=source.ref, by=by.key, at=at)
    promises.excuse_all(about=target.ref, reason=UNDONE, by=by.key, at=at)
    _send(back, source, kept.moved["messages"])
    merging.carry_drafts(target, source)
    Reminder.objects.filter(case=target).update(case=source)
    _as_before(source, kept)
    kept.undone_at = at
    kept.save(update_fields=["undone_at"])
    again = split_events.SplitUndone(other=target.ref)
    record(again, about=source.ref, at=at, by=by.key, facets=source.facets)
    left = split_events.SplitTakenBack(other=source.ref)
    record(left, about=target.ref, at=at, by=by.key, facets=target.facets)
    target.shelf, target.merged_into, target.message_count = Shelf.MERGED, source, 0
    rows.keep(target, "shelf", "merged_into", "message_count")
    return source


def _hold(source: Case, messages: Sequence[Message]) -> list[Message]:
    """The messages as they stand now that their case is held."""
    keys = {one.pk for one in messages}
    if not keys:
        raise CannotSplit("nothing")
    held = source.messages.select_for_update(of=("self",)).divisible().filter(pk__in=keys).order_by("pk")
    found = list(held.select_related("customer"))
    if len(found) != len(keys):
        raise MovedMeanwhile(source.ref)
    return found


def _whose(source: Case, course: Course, named: Customer | Writer | None, *, by: User, at: dt.datetime) -> Customer:
    """Whom the new case belongs to: who was named, else who wrote; the customer of the source where nobody did."""
    if isinstance(named, Customer):
        return named.present
    if named is None:
        wrote = dividing.writers(course.messages)
        if len(wrote) > 1:
            raise CannotSplit("whose")
        if not wrote:
            return source.customer.present
        (named,) = wrote
    if named.customer is not None:
        return named.customer
    return customers.find_or_create(address=named.address, name=named.name, at=at, by=by.key).present


def _begun(source: Case, course: Course, customer: Customer) -> Case:
    """The new case, written, with whoever wrote as its customer."""
    first, last = course.first, course.messages[-1]
    target = Case(
        ref=rows.free_reference(), brand=source.brand, team=source.team, customer=customer, subject=source.subject,
        channel=first.channel, language=source.language, opened_at=first.at, last_at=last.at, state=course.state,
        last_from_customer_at=course.words[-1].at if course.words else None,
        message_count=len(course.messages), follows=None,
    )  # fmt: skip
    rows.set_clock(target)
    target.save(force_insert=True)
    theirs = [one for one in course.words if one.customer is None or one.customer.present.pk == customer.pk]
    if theirs or course.words:
        said = (theirs or course.words)[0]
        address, name = said.sender, said.sender_name
    else:
        known = source.parties.filter(role=Party.Role.CUSTOMER, customer=customer).first()
        address, name = (known.address, known.name) if known else ("", customer.name)
    rows.add_party(target, address=address, name=name, role=Party.Role.CUSTOMER, customer=customer)
    return target


def _send(messages: Sequence[Message], case: Case, why: dict[str, Any]) -> None:
    """Messages go to a case: `why` names the reason for which each is there; "moved" where it names none."""
    for one in messages:
        one.case, one.matched_by = case, why.get(str(one.pk), "moved")
        indexing.move(one, case)
    Message.objects.bulk_update(messages, ["case", "matched_by"], batch_size=100)


def _left_with(source: Case, course: Course) -> None:
    """How the source stands without what went: where no words that stay wait for us, it waits for the customer."""
    waited = source.state in (CaseState.NEW, CaseState.WAITING_FOR_US)
    if waited and course.waiting and not dividing.still_waits(source, ()) and _has_answered(source):
        source.state = CaseState.WAITING_FOR_CUSTOMER
    if source.asked_at is not None and any(one.at == source.asked_at for one in course.words):
        source.asked_at = None
    _count(source)
    rows.keep(source, "state", "asked_at", "last_at", "last_from_customer_at", "message_count")


def _as_before(source: Case, kept: Split) -> None:
    """How the source stands with what came back: as before, unless something was said in it since."""
    if not source.messages.filter(at__gt=kept.at).exists():
        asked = kept.before["asked_at"]
        if source.state == CaseState.WAITING_FOR_CUSTOMER:
            source.state = CaseState(kept.before["state"])
        if source.state == CaseState.RESOLVED:
            source.asked_at = dt.datetime.fromisoformat(asked) if asked else source.asked_at
    _count(source)
    rows.keep(source, "state", "asked_at", "last_at", "last_from_customer_at", "message_count")


def _has_answered(source: Case) -> bool:
    return source.messages.filter(kind=MessageKind.REPLY, delivery__in=dividing.LEFT).exists()


def _count(source: Case) -> None:
    """What its messages say of the case itself."""
    shown = source.messages.shown()
    said = shown.aggregate(last=Max("at"), heard=Max("at", filter=Q(kind=MessageKind.CUSTOMER)))
    source.message_count = shown.count()
    source.last_at = said["last"] or source.opened_at
    source.last_from_customer_at = said["heard"]
