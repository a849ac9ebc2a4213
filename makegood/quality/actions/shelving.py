"""A case that nobody works on leaves the counts, and comes back with it: junk and what was deleted is no customer's matter.

What was given to make good stays, as it was given, and so does what came back of an order.
"""

from makegood.cases.models import Case, Shelf
from makegood.events.actions import verb
from makegood.events.holding import hold
from makegood.quality.actions import counting
from makegood.quality.actions.booking import OF_THE_CASE, see_recovery
from makegood.quality.actions.inspecting import inspect
from makegood.quality.models import Cost, Inspection
from makegood.recovery.models import Recovery


@verb
def see_shelf(ref: str) -> None:
    """Strike what a case has cost and how it was found, or count it again, as it lies now."""
    hold(counting.NAME)
    case = Case.objects.filter(ref=ref).first()
    if case is None:
        return
    parts = Case.objects.part_of(case.present)
    if case.present.shelf == Shelf.NONE:
        for recovery in Recovery.objects.filter(case__in=parts.values("pk")).values_list("ref", flat=True):
            see_recovery(recovery)
        inspect(case.present.ref)
        return
    for cost in Cost.objects.filter(case__in=parts.values("pk"), kind__in=OF_THE_CASE):
        if not cost.is_of_order:
            counting.add_cost(cost, step=-1)
            cost.delete()
    for inspection in Inspection.objects.filter(case=case.present):
        counting.add_case(inspection, step=-1)
        inspection.delete()
