"""Rows that several verbs write: the case's clock, a message with its files, the parties."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from makegood.cases import tokens
from makegood.cases.actions import storing
from makegood.cases.models import Attachment, Case, CaseState, Message, Party
from makegood.cases.models.case import NOTHING_DUE
from makegood.cases.words import File
from makegood.customers.models import Customer
from makegood.events import keys
from makegood.events.actions import verb
from makegood.events.prepared import PreparedQuery
from makegood.events.writing import insert, update
from makegood.promises import standing
from makegood.ui import pictures

IN_TIME = dt.timedelta(hours=1)  # before a promise falls due a snoozed case is back


def free_reference() -> str:
    """A reference that no case has."""
    return keys.free_reference("C", taken=lambda ref: bool(TAKEN(ref=ref)))


def set_clock(case: Case) -> None:
    """Copy the earliest due time of what is owed onto the case, when it comes back where it is snoozed, and whether it
    is in work. Nobody's answer is awaited, and nobody reminded of one, unless it waits for the customer. Does not save."""
    case.next_due_at = standing.first_due(case.ref) or NOTHING_DUE
    if case.snoozed_until is not None:
        if case.is_unfinished:
            case.returns_at = return_time(case.snoozed_until, standing.first_open(case.ref))
        else:
            case.snoozed_until, case.returns_at = None, None
    if not (case.is_unfinished and case.state == CaseState.WAITING_FOR_CUSTOMER):
        case.awaited_since, case.awaited_until = None, None
        case.nudge_at, case.nudge = None, {}
    case.is_open = case.is_unfinished and case.returns_at is None


def return_time(until: dt.datetime, due_at: dt.datetime | None) -> dt.datetime:
    """When a case comes back that is snoozed until then: at that time, or IN_TIME before a promise that is due earlier."""
    return until if due_at is None or until < due_at else due_at - IN_TIME


def keep(case: Case, *fields: str) -> None:
    """Save the named fields of a case with its clock refreshed."""
    set_clock(case)
    kept = (
        "next_due_at",
        "is_open",
        "snoozed_until",
        "returns_at",
        "returned_at",
        "awaited_since",
        "awaited_until",
        "nudge_at",
        "nudge",
    )
    update(case, *fields, *kept)


@verb
def refresh_clock(refs: Iterable[str]) -> None:
    """Refresh the clocks of cases whose promises a sweep has changed."""
    for case in NAMED(refs=sorted(set(refs))):
        keep(case)


def lock(case: Case, *, alone: bool = False) -> Case:
    """The case as it stands now, held by this transaction, so that two verbs at once see each other's words.

    Of one that was merged into another, the other. `alone`: without brand, customer, team and owner, which cost more to
    read than the case itself and are read when they are needed.
    """
    (found,) = HELD(case=case.pk, alone=alone)
    while found.merged_into_id is not None:
        (found,) = HELD(case=found.merged_into_id, alone=alone)
    return found


def _held(case: Any, alone: bool) -> QuerySet[Case]:
    held = Case.objects.select_for_update(of=("self",)).filter(pk=case)
    return held if alone else held.for_pages()


HELD = PreparedQuery(_held)
NAMED = PreparedQuery(lambda refs: Case.objects.select_for_update().filter(ref__in=refs).order_by("pk"))
TAKEN = PreparedQuery(lambda ref: Case.objects.filter(ref=ref).values_list("pk")[:1])


def attach(message: Message, files: Iterable[File]) -> None:
    """Store files and name them on a message; a picture that words of ours have a place for is known by its key."""
    files = tuple(files)
    placed = pictures.placed(message.text) if message.is_ours else frozenset()
    attachments = []
    for file, kept in zip(files, storing.keep_all(files), strict=True):
        key = pictures.key_of(kept["digest"])
        has_place = key in placed
        content_id = key if has_place else file.content_id[:255]
        one = Attachment(message=message, content_id=content_id, inline=has_place or file.inline, **kept)
        attachments.append(one)
    insert(*attachments)


def add_party(case: Case, *, address: str, name: str, role: str, customer: Customer | None = None) -> Party:
    """Make somebody part of the conversation."""
    party = Party(case=case, customer=customer, address=address, name=name[:200], role=role, key=tokens.new_key())
    insert(party)
    return party


def touch(case: Case, at: dt.datetime) -> None:
    """A message came or went. Does not save."""
    case.message_count += 1
    case.last_at = max(case.last_at, at)
