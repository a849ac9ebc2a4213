"""A customer is erased: the words in their cases go, and theirs in the cases of others; what happened, and when, stays."""

import datetime as dt
import uuid
from collections.abc import Collection
from typing import Any

from django.db.models import Exists, OuterRef, Q

from makegood.cases.actions import handing_over, indexing, rows
from makegood.cases.actions.checklists.erasing import forget_reasons
from makegood.cases.actions.fields import erasing as fields
from makegood.cases.actions.side_conversations import erasing as side_conversations
from makegood.cases.actions.storing import forget_unshared
from makegood.cases.actions.tasks.erasing import erase_of
from makegood.cases.events import CaseErased
from makegood.cases.models import Attachment, Case, CaseState, Delivery, DraftFile, Message, Offer, Party, PlannedReply
from makegood.customers.gone import Gone
from makegood.events.actions import record, verb
from makegood.promises import actions as promises

SLICE = 100  # messages or parties in one transaction
REASON = "erased"
WORDS = ("sender", "sender_name", "text", "quoted", "html", "raw", "trouble")
NOTHING: dict[str, Any] = dict.fromkeys(WORDS, "") | {"to": [], "cc": [], "bcc": [], "invitation": {}, "hands_over": {}}


@verb
def erase_some(customers: Collection[uuid.UUID], *, by: str, at: dt.datetime) -> Gone:
    """A slice of what is said in the cases of these customers. A case is closed first, so that nothing comes in
    meanwhile; what was promised in it is excused with this reason."""
    cases = Case.objects.filter(customer__in=customers).select_for_update(of=("self",))
    open_still = cases.filter(Exists(Party.objects.filter(case=OuterRef("pk")))).order_by("pk").first()
    if open_still is not None:
        return _close(open_still, by=by, at=at)
    return _blank(Message.objects.filter(_says_something(), case__customer__in=customers))


@verb
def erase_elsewhere(customers: Collection[uuid.UUID], addresses: Collection[str]) -> Gone:
    """A slice of what they said, and of how they were written to, in the cases of others."""
    for which in (Q(customer__in=customers), Q(address__in=addresses)):
        parties = list(Party.objects.filter(which).exclude(case__customer__in=customers).order_by("pk")[:SLICE])
        for party in parties:
            _forget_address(party)
        if parties:
            Party.objects.filter(pk__in=[party.pk for party in parties]).delete()
            return Gone(also=len(parties))
    return _blank(Message.objects.filter(_says_something(), customer__in=customers))


@verb
def tidy_search(*, begin: bool) -> bool:
    """Have the search index forget for good what it finds no more, some pages at a time; False when that is done."""
    if begin:
        indexing.begin_tidying()
        return True
    return indexing.tidy_some()


def _says_something() -> Q:
    files = Attachment.objects.filter(message=OuterRef("pk"))
    return ~Q(**dict.fromkeys(WORDS, "")) | Q(Exists(files))


def _close(case: Case, *, by: str, at: dt.datetime) -> Gone:
    handing_over.lapse(case, reason=REASON, by=None, at=at)
    promises.excuse_all(about=case.ref, reason=REASON, by=by, at=at)
    promises.forget_words(about=case.ref)
    digests = list(DraftFile.objects.filter(draft__case=case).values_list("digest", flat=True))
    case.drafts.all().delete()
    PlannedReply.objects.waiting().filter(message__case=case).update(ended_at=at)
    forget_unshared(digests)
    erase_of(case, by=by, at=at)
    fields.erase_of(case)
    side_conversations.erase_of(case)
    forget_reasons(case)
    case.parties.all().delete()
    case.subject, case.asked_at = "", None
    case.state, case.closed_at = CaseState.CLOSED, case.closed_at or at
    record(CaseErased(), about=case.ref, at=at, by=by, facets=case.facets)
    rows.keep(case, "subject", "asked_at", "state", "closed_at")
    return Gone(cases=1)


def _blank(said: Any) -> Gone:
    """Some of these messages. What has not left us never will."""
    messages = list(said.order_by("pk").select_for_update(of=("self",))[:SLICE])
    keys = [message.pk for message in messages]
    files = Attachment.objects.filter(message__in=keys)
    digests = list(files.values_list("digest", flat=True))
    files.delete()
    Offer.objects.filter(message__in=keys).delete()
    indexing.forget(messages)
    Message.objects.filter(pk__in=keys, delivery__in=(Delivery.LATER, Delivery.HELD, Delivery.WAITING)).update(
        delivery=Delivery.UNDONE, release_at=None
    )
    Message.objects.filter(pk__in=keys).update(**NOTHING)
    forget_unshared(digests)
    return Gone(messages=len(messages), files=len(digests))


def _forget_address(party: Party) -> None:
    """That mails of another's case went to them, too."""
    if not party.address:
        return
    for message in Message.objects.filter(case=party.case_id).exclude(to=[], cc=[], bcc=[]):
        if party.address in (*message.to, *message.cc, *message.bcc):
            message.to = [one for one in message.to if one != party.address]
            message.cc = [one for one in message.cc if one != party.address]
            message.bcc = [one for one in message.bcc if one != party.address]
            message.save(update_fields=["to", "cc", "bcc"])
