"""Allotting what is booked already, when a cause is named, an order noted, or cases became one."""

from makegood.cases.models import Case
from makegood.events.actions import verb
from makegood.events.holding import hold
from makegood.quality import allotting
from makegood.quality.actions import counting
from makegood.quality.allotting import Allotment
from makegood.quality.models import Cost, Inspection
from makegood.recovery.models import Recovery


@verb
def place(ref: str) -> None:
    """Allot all costs of a case, and the case itself where it is closed, as it stands now."""
    hold(counting.NAME)
    case = Case.objects.filter(ref=ref).first()
    if case is not None:
        place_case(case)


def place_case(case: Case, where: Allotment | None = None) -> None:
    """The same, part of a verb that holds the name of counting, and may know `where` already."""
    present = case.present
    where = where or allotting.of_case(present)
    for cost in Cost.objects.filter(case__in=Case.objects.part_of(present).values("pk")):
        product = allotting.of_order(cost.about).product if cost.is_of_order else where.product
        _allot_cost(cost, Allotment(product, where.cause))
    for inspection in Inspection.objects.filter(case=present):
        _allot_case(inspection, where)


def place_recovery(recovery: Recovery) -> None:
    """The costs of a recovery's case; of its order, while it has no case. Part of a verb that holds the name."""
    if recovery.case is None:
        for cost in Cost.objects.filter(about=recovery.about, case=None):
            _allot_cost(cost, allotting.of_order(recovery.about))
        return
    for late in Cost.objects.filter(
        key__in=[key.hex for key in recovery.triggers.values_list("pk", flat=True)], case=None
    ):
        late.case = recovery.case
        late.save(update_fields=["case"])
    place_case(recovery.case)


def _allot_cost(cost: Cost, where: Allotment) -> None:
    if (cost.product_id, cost.cause_id) != (where.product, where.cause):
        counting.add_cost(cost, step=-1)
        cost.product_id, cost.cause_id = where.product, where.cause
        cost.save(update_fields=["product", "cause"])
        counting.add_cost(cost)


def _allot_case(inspection: Inspection, where: Allotment) -> None:
    if (inspection.product_id, inspection.cause_id) != (where.product, where.cause):
        counting.add_case(inspection, step=-1)
        inspection.product_id, inspection.cause_id = where.product, where.cause
        inspection.save(update_fields=["product", "cause"])
        counting.add_case(inspection)
