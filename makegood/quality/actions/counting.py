"""Keeping the sums beside the rows that they are of, in one transaction. Part of a verb that holds `NAME`.

All who count hold one name, so that nothing is counted twice, however often and by whomever it is seen, and nobody waits
crosswise for the sums of another.
"""

import uuid

from django.db.models import F

from makegood.quality.models import Cost, Inspection, Lot, Tally
from makegood.quality.models.cost import Dimension

NAME = "quality"


def text(key: uuid.UUID | None) -> str:
    """A key as the sums keep it."""
    return str(key) if key else ""


def add_cost(cost: Cost, *, step: int = 1) -> None:
    """Add a cost to its three sums (`step=-1` takes it out)."""
    for of, what in _dimensions(cost):
        same = {
            "brand_id": cost.brand_id, "week": cost.week, "of": of, "what": what,
            "kind": cost.kind, "currency": cost.currency,
        }  # fmt: skip
        kept = Tally.objects.filter(**same)
        more = {"count": 1, "quantity": cost.quantity, "minor": cost.minor}
        change = {name: F(name) + step * count for name, count in more.items()}
        if not kept.update(**change):
            Tally.objects.bulk_create([Tally(**same)], ignore_conflicts=True)
            kept.update(**change)


def add_case(inspection: Inspection, *, step: int = 1) -> None:
    """Add a closed case to its three lots (`step=-1` takes it out)."""
    for of, what in _dimensions(inspection):
        same = {"brand_id": inspection.brand_id, "week": inspection.week, "of": of, "what": what}
        kept = Lot.objects.filter(**same)
        more = {"cases": 1, "bad": int(inspection.defects > 0), "defects": inspection.defects}
        change = {name: F(name) + step * count for name, count in more.items()}
        if not kept.update(**change):
            Lot.objects.bulk_create([Lot(**same)], ignore_conflicts=True)
            kept.update(**change)


def _dimensions(row: Cost | Inspection) -> list[tuple[str, str]]:
    return [
        (Dimension.ALL, ""),
        (Dimension.PRODUCT, text(row.product_id)),
        (Dimension.CAUSE, text(row.cause_id)),
    ]
