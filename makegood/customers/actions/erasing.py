"""A person is erased: at once nobody is known by their name and addresses; what the apps above hold goes slice by slice."""

import datetime as dt
from typing import Any

from django.db.models import F, Q

from makegood.customers.actions.holding import hold
from makegood.customers.events import Emptied, Erased, Exported
from makegood.customers.gone import Gone
from makegood.customers.models import Consent, ContactPoint, Customer, Erasure, Merge, Note
from makegood.events.actions import record, verb
from makegood.staff.models import User

NOTHING: dict[str, Any] = {
    "name": "",
    "language": "",
    "timezone": "",
    "tier": "",
    "tone": "",
    "blocked_at": None,
    "company": None,
}


@verb
def erase(customer: Customer, *, by: User, at: dt.datetime) -> Erasure:
    """Forget who a customer is, and whoever was merged into them, and have the rest erased. Said twice, it is once.

    Whoever writes from one of their addresses afterwards is met for the first time.
    """
    whole = hold(customer)
    if whole.erased_at is not None:
        return Erasure.objects.get(customer=whole)
    known = list(Customer.objects.part_of(whole).order_by("pk"))
    points = ContactPoint.objects.filter(customer__in=known)
    erasure = Erasure(customer=whole, by=by, asked_at=at, addresses=sorted(points.values_list("value", flat=True)))
    erasure.save(force_insert=True)
    points.delete()
    Note.objects.filter(customer__in=known).delete()
    Consent.objects.filter(customer__in=known).delete()
    Customer.objects.filter(pk__in=[one.pk for one in known]).update(erased_at=at, **NOTHING)
    Merge.objects.filter(Q(source__in=known) | Q(target__in=known)).update(before={}, after={})
    for one in known:
        record(Erased(), about=one.key, at=at, by=by.key)
    return erasure


@verb
def next_to_erase() -> Erasure | None:
    """An erasure that is not done, held until the transaction ends; None when there is none, or others hold them."""
    return Erasure.objects.running().select_for_update(of=("self",), skip_locked=True).first()


@verb
def note_gone(erasure: Erasure, gone: Gone) -> None:
    """Count what a slice has erased."""
    Erasure.objects.filter(pk=erasure.pk).update(
        cases=F("cases") + gone.cases,
        messages=F("messages") + gone.messages,
        files=F("files") + gone.files,
        mails=F("mails") + gone.mails,
    )


@verb
def note_tidying(erasure: Erasure, *, at: dt.datetime) -> None:
    """Nothing is left to be found; only the search index has to be tidied."""
    Erasure.objects.filter(pk=erasure.pk, tidying_at=None).update(tidying_at=at)


@verb
def finish_erasure(erasure: Erasure, *, at: dt.datetime) -> None:
    """Nothing is left; by which addresses we looked is forgotten, too."""
    erasure.refresh_from_db()
    erasure.done_at, erasure.addresses = at, []
    erasure.save(update_fields=["done_at", "addresses"])
    told = Emptied(cases=erasure.cases, messages=erasure.messages, files=erasure.files, mails=erasure.mails)
    record(told, about=erasure.customer.key, at=at)


@verb
def note_export(customer: Customer, *, by: User, at: dt.datetime) -> None:
    """Somebody took a copy of all that we hold of a customer: the log says who."""
    record(Exported(), about=customer.key, at=at, by=by.key)
