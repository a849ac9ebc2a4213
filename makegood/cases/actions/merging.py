"""Two cases become one, with every promise that either was made, and can be parted again."""

import datetime as dt
import uuid
from typing import Any

from django.db.models import Max, Q

from makegood.cases import events
from makegood.cases.actions import handing_over, rows, snoozing
from makegood.cases.actions.tags import rows as tags
from makegood.cases.models import (
    Case,
    CaseState,
    Delivery,
    DraftFile,
    Merge,
    Message,
    MessageKind,
    Party,
    Reminder,
    Shelf,
)
from makegood.events.actions import record, verb
from makegood.promises import actions as promises
from makegood.promises.models import Commitment
from makegood.staff.models import User


class CannotMerge(ValueError):
    """Why two cases cannot be one, or not be parted: `reason` is "same", "merged", "shelved", "closed" or "later"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@verb
def merge(case: Case, *, into: Case, by: User, at: dt.datetime) -> Case:
    """Make a case part of another: its words, people and promises go over, its address and links lead there.

    Every commitment stays one, so the earliest due time is the next; the customer's first word counts. Raises
    CannotMerge.
    """
    source, target = both(case.pk, into.pk)
    _check(source, target)
    kept = Merge(source=source, target=target, at=at, by=by)
    kept.before = _as_it_stands(target)
    kept.moved = {
        "messages": _carry_messages(source, target),
        "commitments": _carry_commitments(source, target, by=by, at=at),
        "parties": _introduce(source, target),
        "tags": tags.carry(source, target, by=by, at=at),
    }
    kept.save(force_insert=True)
    carry_drafts(source, target)
    Reminder.objects.filter(case=source).update(case=target)
    handing_over.lapse(source, reason="merged", by=by, at=at)
    _join(source, target)
    _stay_snoozed(source, target, at=at)
    _await_earlier(source, target)
    gone = events.CaseMergedInto(into=target.ref)
    record(gone, about=source.ref, at=at, by=by.key, facets=source.facets)
    record(events.CaseMerged(source=source.ref), about=target.ref, at=at, by=by.key, facets=target.facets)
    source.shelf, source.merged_into, source.message_count = Shelf.MERGED, target, 0
    rows.keep(source, "shelf", "merged_into", "message_count")
    fields = ("state", "owner", "opened_at", "last_at", "last_from_customer_at", "resolved_at", "asked_at")
    rows.keep(target, *fields, "message_count")
    return target


@verb
def unmerge(kept: Merge, *, by: User, at: dt.datetime) -> Case:
    """Part them again: what went over goes back, what was said and promised since stays. Raises CannotMerge."""
    source, target = both(kept.source_id, kept.target_id)
    kept.refresh_from_db()
    if kept.undone_at is not None or source.merged_into_id != target.pk:
        raise CannotMerge("merged")
    if target.merged_into_id is not None:
        raise CannotMerge("later")
    back = Message.objects.filter(pk__in=kept.moved["messages"], case=target)
    count = back.exclude(delivery=Delivery.UNDONE).count()
    back.update(case=source)
    returning = Commitment.objects.about(target.ref).filter(pk__in=kept.moved["commitments"])
    promises.move(commitment_ids=list(returning.values_list("pk", flat=True)), to=source.ref, by=by.key, at=at)
    Party.objects.filter(pk__in=kept.moved["parties"], case=target).delete()
    tags.carry_back(target, kept.moved.get("tags", ()))
    kept.undone_at = at
    kept.save(update_fields=["undone_at"])
    source.shelf, source.merged_into, source.message_count = Shelf.NONE, None, count
    _stand_alone(target, kept, count)
    record(events.CaseParted(other=target.ref), about=source.ref, at=at, by=by.key, facets=source.facets)
    record(events.CaseParted(other=source.ref), about=target.ref, at=at, by=by.key, facets=target.facets)
    rows.keep(source, "shelf", "merged_into", "message_count")
    rows.keep(target, "state", "opened_at", "resolved_at", "last_at", "last_from_customer_at", "message_count")
    return source


def both(source: uuid.UUID, target: uuid.UUID) -> tuple[Case, Case]:
    """Both rows held, always in the same order, so that two merges at once never wait for each other."""
    held = Case.objects.select_for_update(of=("self",)).select_related("brand", "customer", "team", "owner")
    found = {case.pk: case for case in held.filter(pk__in={source, target}).order_by("pk")}
    return found[source], found[target]


def _check(source: Case, target: Case) -> None:
    if source.pk == target.pk:
        raise CannotMerge("same")
    if Shelf.MERGED in (source.shelf, target.shelf):
        raise CannotMerge("merged")
    if source.shelf != Shelf.NONE or target.shelf != Shelf.NONE:
        raise CannotMerge("shelved")
    if target.state == CaseState.CLOSED:
        raise CannotMerge("closed")


def _as_it_stands(case: Case) -> dict[str, Any]:
    resolved = case.resolved_at and case.resolved_at.isoformat()
    return {"state": case.state, "opened_at": case.opened_at.isoformat(), "resolved_at": resolved}


def _carry_messages(source: Case, target: Case) -> list[str]:
    moved = [str(key) for key in source.messages.values_list("pk", flat=True)]
    source.messages.update(case=target)
    return moved


def _carry_commitments(source: Case, target: Case, *, by: User, at: dt.datetime) -> list[str]:
    moved = list(Commitment.objects.about(source.ref).values_list("pk", flat=True))
    promises.move(commitment_ids=moved, to=target.ref, by=by.key, at=at)
    return [str(key) for key in moved]


def _introduce(source: Case, target: Case) -> list[str]:
    """Everybody of the source hears what is said from now on. Their own rows stay, and with them their links."""
    known = set(target.parties.values_list("address", flat=True))
    added = []
    for party in source.parties.exclude(address="").select_related("customer").order_by("pk"):
        if party.address not in known:
            new = rows.add_party(
                target, address=party.address, name=party.name, role=party.role, customer=party.customer
            )
            added.append(str(new.pk))
    return added


def carry_drafts(source: Case, target: Case) -> None:
    """Unsent words go along with their files; where the same person writes already, they stand behind that.

    A person writes one thing at a time in a case. What was meant for colleagues alone must not slip into a reply, so a
    reply and a note together are a note.
    """
    standing = {draft.staff_id: draft for draft in target.drafts.order_by("changed_at")}
    for draft in source.drafts.order_by("changed_at"):
        other = standing.get(draft.staff_id)
        if other is None:
            draft.case = target
            draft.save(update_fields=["case"])
            standing[draft.staff_id] = draft
            continue
        other.text = "\n\n".join(filter(None, (other.text, draft.text)))
        if draft.kind != other.kind:
            other.kind = MessageKind.NOTE
        other.save(update_fields=["text", "kind"])
        DraftFile.objects.filter(draft=draft).update(draft=other)
        draft.delete()


def _join(source: Case, target: Case) -> None:
    """How the one case stands: whoever still waits in either, waits in it."""
    target.opened_at = min(source.opened_at, target.opened_at)
    target.last_at = max(source.last_at, target.last_at)
    heard = [at for at in (source.last_from_customer_at, target.last_from_customer_at) if at is not None]
    target.last_from_customer_at = max(heard, default=None)
    target.message_count += source.message_count
    target.owner = target.owner or source.owner
    waiting = source.state in (CaseState.NEW, CaseState.WAITING_FOR_US)
    if waiting and target.state != CaseState.NEW:
        target.state, target.resolved_at, target.asked_at = CaseState.WAITING_FOR_US, None, None


def _stay_snoozed(source: Case, target: Case, *, at: dt.datetime) -> None:
    """One case sleeps until the earlier time where both slept; where either was in work, it is."""
    if source.is_open:
        snoozing.bring_back(target, reason="snooze-merged", at=at)
    elif source.snoozed_until is not None and target.snoozed_until is not None:
        target.snoozed_until = min(source.snoozed_until, target.snoozed_until)


def _await_earlier(source: Case, target: Case) -> None:
    """The earlier of the times until which an answer was awaited in either; *rows.keep* forgets it where the customer waits
    for us."""
    if source.awaited_until is not None and (
        target.awaited_until is None or source.awaited_until < target.awaited_until
    ):
        target.awaited_since, target.awaited_until = source.awaited_since, source.awaited_until


def _stand_alone(target: Case, kept: Merge, gone: int) -> None:
    """How the target stands without what went back: as before, unless something was said in it since."""
    target.message_count = max(0, target.message_count - gone)
    target.opened_at = dt.datetime.fromisoformat(kept.before["opened_at"])
    said = target.messages.aggregate(
        last=Max("at"), heard=Max("at", filter=Q(kind=MessageKind.CUSTOMER)), since=Max("at", filter=Q(at__gt=kept.at))
    )
    target.last_at = said["last"] or target.opened_at
    target.last_from_customer_at = said["heard"]
    if said["since"] is None:
        resolved = kept.before["resolved_at"]
        target.state = CaseState(kept.before["state"])
        target.resolved_at = dt.datetime.fromisoformat(resolved) if resolved else None
