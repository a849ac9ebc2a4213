"""What follows from a broken promise: the remedy that its charter names is owed, told, and withdrawn when it was none."""

import datetime as dt
import uuid

from makegood.brands.models import Brand
from makegood.cases import actions as cases
from makegood.cases.models import Case, Shelf
from makegood.customers.models import Customer
from makegood.events.actions import record, verb
from makegood.promises import actions as promises
from makegood.promises import money
from makegood.promises.actions import fulfilling
from makegood.promises.models import CharterLine, Commitment, State
from makegood.promises.remedies import RemedyKind, RemedyTerms
from makegood.recovery import deadline, events, wording
from makegood.recovery.actions.giving import fill
from makegood.recovery.actions.refunding import ask_for
from makegood.recovery.models import BY_CODE, Remedy, RemedyState
from makegood.staff.models import User

PROMISED = "remedy"
WITHDRAWN = "kept-after-all"


@verb
def owe(commitment_id: uuid.UUID, *, at: dt.datetime) -> Remedy | None:
    """Owe what the charter names for a promise whose break is final; None where it names nothing, or it is owed already.

    Asked twice, or by two at once, it is owed once: the promise is held meanwhile, and the database refuses a second.
    """
    broken = _held(commitment_id)
    terms = broken.line.remedy if broken.line else None
    if terms is None or broken.customer is None or broken.state != State.BROKEN or broken.final_at is None:
        return None
    case = Case.objects.filter(ref=broken.about).first()
    if case is not None and case.shelf != Shelf.NONE:
        return None
    before = Remedy.objects.for_change().filter(commitment=broken, kind=terms.kind).first()
    if before is not None and before.state != RemedyState.WITHDRAWN:
        return None
    customer = broken.customer.present  # who they are now, if they turned out to be somebody else as well
    language = case.language if case else broken.brand.speaks(customer.language)
    remedy = before or Remedy(commitment=broken, kind=terms.kind)
    _describe(remedy, terms, about=broken.about, brand=broken.brand, customer=customer, language=language)
    remedy.case, remedy.team = case, broken.team
    remedy.state, remedy.owed_at, remedy.told_at, remedy.settled_at = RemedyState.OWED, at, None, None
    remedy.due = promise(remedy, days=terms.days, person=terms.person, at=at)
    remedy.save()
    fact = events.RemedyOwed(remedy=str(remedy.pk), kind=remedy.kind, worth=remedy.worth, key=broken.key)
    record(fact, about=remedy.about, at=at, facets=facets(remedy))
    return remedy


@verb
def withdraw(commitment_id: uuid.UUID, *, at: dt.datetime) -> int:
    """The promise was kept after all: what is owed for it and not told yet is owed no more; how many.

    What the customer was told, they get, and so do they what a payment system was asked for.
    """
    broken = _held(commitment_id)
    if broken.state == State.BROKEN:
        return 0
    untold = list(
        Remedy.objects.for_change().owed().select_related("due").filter(commitment=broken, told_at=None, refund=None)
    )
    for remedy in untold:
        remedy.state, remedy.settled_at = RemedyState.WITHDRAWN, at
        remedy.save(update_fields=["state", "settled_at"])
        record(events.RemedyWithdrawn(remedy=str(remedy.pk)), about=remedy.about, at=at, facets=facets(remedy))
        if remedy.due is not None:
            fulfilling.call_off(remedy.due, reason=WITHDRAWN, by="", at=at)
    cases.refresh_clock([about for one in untold for about in (one.about, *([one.due.about] if one.due else []))])
    return len(untold)


@verb
def tell(remedy_id: uuid.UUID, *, reaches: bool, at: dt.datetime) -> Remedy | None:
    """The remedy that the customer is to be told of now, noted as told; None when there is nothing, or no more, to tell.

    What is given by a code is given by telling it. Money back is asked for at whoever pays it, also where no letter
    `reaches` the customer; they stay untold then. The caller writes the letter in this same transaction.
    """
    remedy = Remedy.objects.for_change().filter(pk=remedy_id, state=RemedyState.OWED, told_at=None).first()
    if remedy is None or (remedy.commitment is not None and _held(remedy.commitment.pk).state != State.BROKEN):
        return None
    if remedy.kind == RemedyKind.REFUND:
        ask_for(remedy, at=at)
    if not reaches:
        return None
    remedy.told_at = at
    remedy.save(update_fields=["told_at"])
    record(events.RemedyTold(remedy=str(remedy.pk)), about=remedy.about, at=at, facets=facets(remedy))
    if remedy.kind in BY_CODE:
        fill(remedy, by="", at=at)
    return remedy


def promise(remedy: Remedy, *, days: int, person: str, at: dt.datetime) -> Commitment:
    """By when it is given is a promise, too. Part of the verbs that make something owed."""
    by_when = promises.make(
        about=remedy.about, brand=remedy.brand, team=remedy.team, customer=remedy.customer,
        promised_by=User.objects.working().filter(ref=person).first() if person else None,
        words=wording.you_get(remedy, remedy.language),
        due_at=deadline.due(remedy.brand, amount=days, unit=CharterLine.Unit.DAYS, since=at),
        ends_on=["remedy.given"], at=at, key=PROMISED,
    )  # fmt: skip
    cases.refresh_clock([remedy.about])
    return by_when


def facets(remedy: Remedy) -> dict[str, str]:
    """What figures may ask about its events."""
    known = {"brand": remedy.brand_id, "team": remedy.team_id, "customer": remedy.customer_id, "kind": remedy.kind}
    return {name: str(value) for name, value in known.items() if value}


def _describe(
    remedy: Remedy, terms: RemedyTerms, *, about: str, brand: Brand, customer: Customer, language: str
) -> None:
    remedy.about, remedy.brand, remedy.customer, remedy.language = about, brand, customer, language
    remedy.minor = money.minor(terms.amount, terms.currency) if terms.amount is not None else None
    remedy.currency, remedy.name, remedy.words = terms.currency, terms.name, terms.said_in(language)


def _held(commitment_id: uuid.UUID) -> Commitment:
    found = Commitment.objects.for_change().select_related("line", "brand", "team", "customer")
    return found.get(pk=commitment_id)
