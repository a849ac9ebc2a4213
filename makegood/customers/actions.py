"""Meeting customers and keeping what we know of them right."""

import datetime as dt

from django.db import IntegrityError, transaction

from makegood.customers.addresses import fold
from makegood.customers.events import Blocked, LanguageNoted, Met, Renamed, Unblocked
from makegood.customers.models import ContactPoint, Customer
from makegood.events import actions as events
from makegood.events.keys import reference
from makegood.events.models import Origin

LONGEST_NAME = 200
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

    Any string is taken, as a mail may claim any sender; a merged customer leads to the one they are part of.
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
                customer.save(force_insert=True)
                ContactPoint(customer=customer, value=value).save(force_insert=True)
                events.record(Met(language=language), about=customer.key, by=by, at=at, origin=origin)
                return customer
        except IntegrityError:
            # Somebody else met them in the same moment, or the random reference was taken: look again.
            continue
    raise RuntimeError("no free reference for a customer after several tries")


@events.verb
def meet(*, name: str = "", language: str = "", at: dt.datetime, origin: str = Origin.LIVE) -> Customer:
    """Somebody who wrote without saying who they are: one field is enough to be heard."""
    customer = Customer(ref=reference("K"), name=clean(name), language=language)
    customer.save(force_insert=True)
    events.record(Met(language=language), about=customer.key, by="", at=at, origin=origin)
    return customer


@events.verb
def note_language(customer: Customer, language: str, *, by: str = "", at: dt.datetime) -> Customer:
    """Remember which language a customer writes."""
    if customer.language != language:
        customer.language = language
        customer.save(update_fields=["language"])
        events.record(LanguageNoted(language=language), about=customer.key, by=by, at=at)
    return customer


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


@events.verb
def rename(customer: Customer, *, name: str, by: str, at: dt.datetime) -> Customer:
    """Change the name we call a customer by."""
    name = clean(name)
    if customer.name != name:
        customer.name = name
        customer.save(update_fields=["name"])
        events.record(Renamed(), about=customer.key, by=by, at=at)
    return customer


@events.verb
def block(customer: Customer, *, by: str, at: dt.datetime) -> Customer:
    """Stop taking in a customer's words as cases: what they send is kept apart, and answered by nobody."""
    if customer.blocked_at is None:
        customer.blocked_at = at
        customer.save(update_fields=["blocked_at"])
        events.record(Blocked(), about=customer.key, by=by, at=at)
    return customer


@events.verb
def unblock(customer: Customer, *, by: str, at: dt.datetime) -> Customer:
    """Hear a customer again."""
    if customer.blocked_at is not None:
        customer.blocked_at = None
        customer.save(update_fields=["blocked_at"])
        events.record(Unblocked(), about=customer.key, by=by, at=at)
    return customer


def clean(name: str) -> str:
    """A name on one line, without what no database takes, at most 200 characters."""
    text = name.encode("utf-8", "replace").decode("utf-8")
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(printable.split())[:LONGEST_NAME].rstrip()
