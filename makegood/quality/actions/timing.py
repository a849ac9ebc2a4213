"""Counting the minutes of a closed case anew, when some were noted, corrected or removed since."""

from makegood.events.actions import verb
from makegood.events.holding import hold
from makegood.quality import allotting, handling, pricing
from makegood.quality.actions import counting
from makegood.quality.actions.booking import Fact, book, strike
from makegood.quality.models import Cost, Inspection, Rates


@verb
def see_time(ref: str) -> None:
    """Book the minutes of a case as they stand now, at the rates of the day on which it was closed; nothing for one that
    was not inspected yet, as its closing counts them."""
    hold(counting.NAME)
    found = Inspection.objects.filter(case__ref=ref).select_related("case__brand").first()
    case = found.case if found else None
    if case is None or case.closed_at is None:
        return
    rates = Rates.objects.on(case.brand_id, pricing.day_of(case.closed_at, case.brand.timezone))
    quantity, kind = handling.minutes(case, rates), Cost.Kind.HANDLING
    strike(kind, case.pk.hex)
    if quantity:
        where = allotting.of_case(case)
        book(Fact(kind, case.pk.hex, case.ref, case.brand, case, case.closed_at, quantity=quantity, where=where))
