"""Meeting customers, each address once, and whether mail reaches them."""

import datetime as dt

from django.db import IntegrityError, transaction

from makegood.customers.addresses import domain_of, fold
from makegood.customers.events import Met
from makegood.customers.models import CompanyDomain, ContactPoint, Customer
from makegood.customers.naming import clean
from makegood.events import actions as events
from makegood.events.keys import reference
from makegood.events.models import Origin
from makegood.events.writing import insert

TRIES = 5


@events.verb
def find_or_create(
    *,
    address: str,
    name: str = "",
    language: str = "",
    timezone: str = "",
    at: dt.datetime,
    by: str = "",
    origin: str = Origin.LIVE,
) -> Customer:
    """The customer behind a mail address, made at the first word. One query when they exist.

    Any string is taken, as a mail may claim any sender; a merged customer leads to the one they are part of. Whoever is
    new belongs to the company whose mail domain theirs is.
    """
    value = fold(address)
    for _try in range(TRIES):
        known = Customer.objects.behind(ContactPoint.Kind.EMAIL, value)
        if known:
            return known
        try:
            # A savepoint: on a clash PostgreSQL would otherwise refuse everything else in this transaction.
            with transaction.atomic():
                customer = Customer(ref=reference("K"), name=clean(name), language=language, timezone=timezone)
                customer.company = CompanyDomain.objects.company_at(domain_of(value))
                insert(customer)
                insert(ContactPoint(customer=customer, value=value))
                events.record(Met(language=language), about=customer.key, by=by, at=at, origin=origin)
                return customer
        except IntegrityError:
            # Somebody else met them in the same moment, or the random reference was taken: look again.
            continue
    raise RuntimeError("no free reference for a customer after several tries")


@events.verb
def meet(
    *, name: str = "", language: str = "", timezone: str = "", at: dt.datetime, origin: str = Origin.LIVE
) -> Customer:
    """Somebody who wrote without saying who they are: one field is enough to be heard."""
    customer = Customer(ref=reference("K"), name=clean(name), language=language, timezone=timezone)
    insert(customer)
    events.record(Met(language=language), about=customer.key, by="", at=at, origin=origin)
    return customer


@events.verb
def note_timezone(customer: Customer, *, timezone: str) -> None:
    """On whose clock they live, as their own browser says (empty: it does not): promises in our words are due on it."""
    if timezone and timezone != customer.timezone:
        customer.timezone = timezone
        customer.save(update_fields=["timezone"])


@events.verb
def note_failing(*, address: str, at: dt.datetime) -> None:
    """Mail to this address comes back for good."""
    ContactPoint.objects.filter(kind=ContactPoint.Kind.EMAIL, value=fold(address), failing_since=None).update(
        failing_since=at
    )


@events.verb
def note_working(*, address: str) -> None:
    """Somebody wrote from this address, so it works again."""
    ContactPoint.objects.filter(kind=ContactPoint.Kind.EMAIL, value=fold(address), failing_since__isnull=False).update(
        failing_since=None
    )
