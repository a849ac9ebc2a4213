"""Inspecting a case once it is closed: how often the customer had to come back, how long it took, and what went wrong."""

from makegood.cases.models import Case, CaseState, MessageKind, Shelf
from makegood.events.actions import verb
from makegood.events.holding import hold
from makegood.feedback import lows
from makegood.promises.models import Commitment, State
from makegood.quality import allotting, handling, pricing
from makegood.quality.actions import counting
from makegood.quality.actions.booking import Fact, book
from makegood.quality.actions.placing import place_case
from makegood.quality.models import Cost, Inspection, Rates
from makegood.quality.models.inspection import TOLD_BY_TRIGGERS
from makegood.recovery import contacts
from makegood.recovery.models import Outcome, Trigger

Kind = Cost.Kind


@verb
def inspect(ref: str) -> Inspection | None:
    """Count a closed case, once; None for one that is not closed, on a shelf, or counted already."""
    hold(counting.NAME)
    closed = Case.objects.filter(ref=ref, state=CaseState.CLOSED, shelf=Shelf.NONE, inspection=None)
    case = closed.select_related("brand").first()
    if case is None or case.closed_at is None:
        return None
    where = allotting.of_case(case)
    _book_work(case, where)
    place_case(case, where)
    week = pricing.week_of(pricing.day_of(case.closed_at, case.brand.timezone))
    inspection = Inspection(
        case=case, brand=case.brand, product_id=where.product, cause_id=where.cause, week=week, defects=_defects(case)
    )
    inspection.save(force_insert=True)
    counting.add_case(inspection)
    return inspection


def _book_work(case: Case, where: allotting.Allotment) -> None:
    """Contacts after the first, and minutes of handling."""
    assert case.closed_at is not None
    rates = Rates.objects.on(case.brand_id, pricing.day_of(case.closed_at, case.brand.timezone))
    moments = case.messages.order_by().filter(kind=MessageKind.CUSTOMER, stranger=False).values_list("at", flat=True)
    quantities = {
        Kind.CONTACT: max(0, contacts.waves(moments) - 1),
        Kind.HANDLING: handling.minutes(case, rates),
    }
    for kind, quantity in quantities.items():
        if quantity:
            about = Fact(kind, case.pk.hex, case.ref, case.brand, case, case.closed_at, quantity=quantity, where=where)
            book(about)


def _defects(case: Case) -> int:
    """In how many ways it went wrong, each once however often."""
    parts = dict(Case.objects.part_of(case).values_list("pk", "ref"))
    told = Trigger.objects.filter(recovery__case__in=parts.keys(), kind__in=TOLD_BY_TRIGGERS)
    meant = told.exclude(recovery__outcome=Outcome.NEEDLESS).order_by()
    broken = Commitment.objects.filter(
        about__in=parts.values(), state=State.BROKEN, customer__isnull=False, final_at__isnull=False
    )
    return len(set(meant.values_list("kind", flat=True))) + broken.exists() + lows.is_any_low(parts.values())
