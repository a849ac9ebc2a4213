"""What the page of a case asks the database, each time the same: composed once."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from makegood.brands.scope import viewer
from makegood.cases.models import Case, Draft, Mention, Party, PlannedReply, Seen, Shelf, Template
from makegood.customers.models import ContactPoint
from makegood.events.prepared import PreparedQuery
from makegood.promises.models import Commitment
from makegood.staff.models import Look
from makegood.staff.notices.models import Notice

IN_LEDGER = ("key", "words", "state", "owed", "ends_on", "due_at", "settled_at", "done_at")
NAMED_BY = ("ref", "subject", "state", "follows")
MOST_OTHERS = 5
KEPT = "_makegood_parties"


def _case(ref: Any, is_shown: bool, **who: Any) -> QuerySet[Case]:
    visible = Case.objects.visible_to(viewer(**who)).filter(ref=ref)
    return visible.for_pages() if is_shown else visible


def _others(case: Any, customer: Any, **who: Any) -> QuerySet[Case]:
    visible = Case.objects.visible_to(viewer(**who)).filter(customer=customer, shelf=Shelf.NONE)
    return visible.exclude(pk=case).newest_words_first().only(*NAMED_BY)[:MOST_OTHERS]


def _seen(case: Any, staff: Any, by: Any, hour: Any) -> QuerySet[Case, Any]:
    """When a person (`staff`, by key `by`) last read a case, whether something in it waits for them (they are named, or a
    reply of theirs did not leave), whether it is noted that they looked at it in this hour, and whether they have unread
    notices about it."""
    seen = Seen.objects.filter(case=case, staff=staff).values("at")
    named = Mention.objects.unread().filter(message__case=case, staff=staff)
    returned = PlannedReply.objects.returned().filter(message__case=case, staff=staff)
    looked = Look.objects.filter(about=OuterRef("ref"), by=by, hour=hour)
    told = Notice.objects.unread().filter(about=OuterRef("ref"), user=staff)
    asked = (Subquery(seen), Exists(named), Exists(returned), Exists(looked), Exists(told))
    return Case.objects.filter(pk=case).values_list(*asked)


CASE = PreparedQuery(_case)
OTHERS = PreparedQuery(_others)
SEEN = PreparedQuery(_seen)
COMMITMENTS = PreparedQuery(lambda about: Commitment.objects.about(about).only(*IN_LEDGER))
CONTACTS = PreparedQuery(lambda customer: ContactPoint.objects.filter(customer=customer))
PARTIES = PreparedQuery(lambda case: Party.objects.filter(case=case))
DRAFTS = PreparedQuery(lambda case, staff: Draft.objects.filter(case=case, staff=staff))
TEMPLATES = PreparedQuery(Template.objects.all)


def parties_of(case: Case) -> list[Party]:
    """Who is in the conversation, asked once a page: once for each Case object."""
    found: list[Party] | None = case.__dict__.get(KEPT)
    if found is None:
        found = case.__dict__[KEPT] = PARTIES(case=case.pk)
    return found
