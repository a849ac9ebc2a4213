"""Booking what was seen to go wrong: complaints, returns, and what was given to make good. Each fact once."""

import dataclasses
import datetime as dt
import uuid

from makegood.brands.models import Brand
from makegood.cases.models import Case, Shelf
from makegood.events.actions import verb
from makegood.events.holding import hold
from makegood.events.models import Event
from makegood.quality import allotting, pricing
from makegood.quality.actions import counting
from makegood.quality.actions.placing import place_recovery
from makegood.quality.models import Cost, Rates
from makegood.recovery.models import Outcome, Recovery, Remedy, RemedyState, Trigger

Kind = Cost.Kind
# What is counted only while somebody works on the case.
OF_THE_CASE = (Kind.COMPLAINT, Kind.RETURN, Kind.CONTACT, Kind.HANDLING)
KINDS: dict[str, Kind] = {Trigger.Kind.COMPLAINT: Kind.COMPLAINT, Trigger.Kind.RETURNED: Kind.RETURN}


@dataclasses.dataclass(frozen=True)
class Fact:
    """One thing that cost something. `worth`: smallest units and currency, where the rates do not say it. `where`: what
    it is allotted to, where that is known already."""

    kind: Kind
    key: str
    about: str
    brand: Brand
    case: Case | None
    at: dt.datetime
    quantity: int = 1
    worth: tuple[int, str] | None = None
    where: allotting.Allotment | None = None


@verb
def see_recovery(ref: str) -> None:
    """Book the complaints and returns behind a recovery as it stands, or strike them where there was nothing to make good;
    and allot them to the cause that is named by now."""
    hold(counting.NAME)
    found = Recovery.objects.select_related("case", "brand").filter(ref=ref).first()
    if found is None:
        return
    for trigger in found.triggers.filter(kind__in=KINDS):
        if found.outcome == Outcome.NEEDLESS:
            strike(KINDS[trigger.kind], trigger.pk.hex)
        else:
            about = _order_of(trigger) or found.about
            book(Fact(KINDS[trigger.kind], trigger.pk.hex, about, found.brand, found.case, trigger.at))
    place_recovery(found)


@verb
def see_remedy(key: uuid.UUID) -> None:
    """Book what a customer got."""
    hold(counting.NAME)
    given = Remedy.objects.filter(pk=key, state=RemedyState.GIVEN, settled_at__isnull=False)
    remedy = given.select_related("case", "brand").first()
    if remedy is None or remedy.settled_at is None:
        return
    worth = (remedy.minor, remedy.currency) if remedy.minor is not None else None
    about = remedy.case.ref if remedy.case else remedy.about
    at = remedy.settled_at
    book(Fact(Kind.REMEDY, remedy.pk.hex, about, remedy.brand, remedy.case, at, worth=worth))


def book(fact: Fact) -> None:
    """Write a fact down, unless it stands there, and count it. Part of a verb that holds the name of counting."""
    if Cost.objects.filter(kind=fact.kind, key=fact.key).exists() or _is_shelved(fact):
        return
    day = pricing.day_of(fact.at, fact.brand.timezone)
    rates = Rates.objects.on(fact.brand.pk, day)
    minor, currency = fact.worth or pricing.cost(fact.kind, fact.quantity, rates)
    where = fact.where or (allotting.of_case(fact.case.present) if fact.case else allotting.Allotment())
    if fact.about.startswith("O-"):
        of_order = allotting.of_order(fact.about)
        where = allotting.Allotment(of_order.product, where.cause or of_order.cause)
    cost = Cost(
        kind=fact.kind, key=fact.key, about=fact.about, case=fact.case, brand=fact.brand, product_id=where.product,
        cause_id=where.cause, day=day, week=pricing.week_of(day), quantity=fact.quantity, minor=minor, currency=currency,
    )  # fmt: skip
    cost.save(force_insert=True)
    counting.add_cost(cost)


def _is_shelved(fact: Fact) -> bool:
    if fact.case is None or fact.kind not in OF_THE_CASE or fact.about.startswith("O-"):
        return False
    return fact.case.present.shelf != Shelf.NONE


def strike(kind: Kind, key: str) -> None:
    """Take a fact out again. Part of a verb that holds the name of counting."""
    cost = Cost.objects.filter(kind=kind, key=key).first()
    if cost is not None:
        counting.add_cost(cost, step=-1)
        cost.delete()


def _order_of(trigger: Trigger) -> str:
    """The order that something was returned from: the trigger is named by that event."""
    if trigger.kind != Trigger.Kind.RETURNED:
        return ""
    return Event.objects.filter(pk=trigger.key).values_list("about", flat=True).first() or ""
