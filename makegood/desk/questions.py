"""What the page of a case asks the database, each time the same: composed once."""

import datetime as dt
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable

from makegood.brands.scope import viewer
from makegood.cases.models import Case, Draft, Mention, Party, PlannedReply, Seen, Shelf, Template
from makegood.customers.models import ContactPoint
from makegood.events.prepared import PreparedQuery
from makegood.promises.models import Commitment
from makegood.staff.models import Look, User
from makegood.staff.notices.models import Notice

IN_LEDGER = ("key", "words", "state", "owed", "ends_on", "due_at", "settled_at", "done_at")
NAMED_BY = ("ref", "subject", "state", "follows")
MOST_OTHERS = 5
KEPT = "_makegood_parties"
READER = "reader_"


class Reader(NamedTuple):
    """When somebody last read a case, whether something in it waits for them (they are named, or a reply of theirs did not
    leave), whether it is noted that they looked at it in this hour, and whether they have unread notices about it."""

    seen: dt.datetime | None
    is_named: bool
    has_returned: bool
    is_noted: bool
    is_told: bool


def _case(ref: Any, staff: Any, by: Any, hour: Any, **who: Any) -> QuerySet[Case]:
    visible = Case.objects.visible_to(viewer(**who)).filter(ref=ref)
    if staff is None:
        return visible
    return visible.for_pages().annotate(**_reader(OuterRef("pk"), staff, by, hour))


def _others(case: Any, customer: Any, **who: Any) -> QuerySet[Case]:
    visible = Case.objects.visible_to(viewer(**who)).filter(customer=customer, shelf=Shelf.NONE)
    return visible.exclude(pk=case).newest_words_first().only(*NAMED_BY)[:MOST_OTHERS]


def _reader(case: Any, staff: Any, by: Any, hour: Any) -> dict[str, Combinable]:
    """The columns of a Reader, by name, in a question about a case; `by` is the key of `staff`."""
    seen = Seen.objects.filter(case=case, staff=staff).values("at")
    named = Mention.objects.unread().filter(message__case=case, staff=staff)
    returned = PlannedReply.objects.returned().filter(message__case=case, staff=staff)
    looked = Look.objects.filter(about=OuterRef("ref"), by=by, hour=hour)
    told = Notice.objects.unread().filter(about=OuterRef("ref"), user=staff)
    columns = (Subquery(seen), Exists(named), Exists(returned), Exists(looked), Exists(told))
    return {READER + name: column for name, column in zip(Reader._fields, columns, strict=True)}


CASE = PreparedQuery(_case)
OTHERS = PreparedQuery(_others)
SEEN = PreparedQuery(
    lambda case, staff, by, hour: Case.objects.filter(pk=case).values_list(*_reader(case, staff, by, hour).values())
)
COMMITMENTS = PreparedQuery(lambda about: Commitment.objects.about(about).only(*IN_LEDGER))
CONTACTS = PreparedQuery(lambda customer: ContactPoint.objects.filter(customer=customer))
PARTIES = PreparedQuery(lambda case: Party.objects.filter(case=case))
DRAFTS = PreparedQuery(lambda case, staff: Draft.objects.filter(case=case, staff=staff))
TEMPLATES = PreparedQuery(Template.objects.all)


def asked_as(user: User, at: dt.datetime) -> dict[str, Any]:
    """What CASE has to know of whoever is shown it."""
    return {"staff": user.pk, "by": user.key, "hour": Look.hour_of(at)}


def reader_of(case: Case, user: User, at: dt.datetime) -> Reader:
    """What this person has read of it: told with the case where that is shown, else asked."""
    told = vars(case)
    if READER + "seen" not in told:
        return Reader(*SEEN(case=case.pk, **asked_as(user, at))[0])
    return Reader(*(told[READER + name] for name in Reader._fields))


def parties_of(case: Case) -> list[Party]:
    """Who is in the conversation, asked once a page: once for each Case object."""
    found: list[Party] | None = case.__dict__.get(KEPT)
    if found is None:
        found = case.__dict__[KEPT] = PARTIES(case=case.pk)
    return found
