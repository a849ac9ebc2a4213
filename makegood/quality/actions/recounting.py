"""Counting anew: what no reaction told of (imports, the demo, what a fault left out), what had no rates yet, and all sums.

For an operator, by `makegood recount-quality`; done while workers run, it leaves what they count in place. The sums are
rows of their own, so there is no event: nothing of the trade happens here.
"""

import uuid
from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from makegood.cases.models import Case, CaseState, Shelf
from makegood.events.actions import verb
from makegood.events.holding import hold
from makegood.quality import pricing
from makegood.quality.actions import counting
from makegood.quality.actions.booking import KINDS, see_recovery, see_remedy
from makegood.quality.actions.inspecting import inspect
from makegood.quality.models import Cost, Inspection, Lot, Rates, Tally
from makegood.quality.models.cost import Dimension
from makegood.recovery.models import Recovery, Remedy, RemedyState

AT_ONCE = 200
DIMENSIONS = {Dimension.ALL: "", Dimension.PRODUCT: "product", Dimension.CAUSE: "cause"}


def see_past() -> int:
    """Look at all recoveries, remedies and closed cases there are, some in each transaction; how many were looked at."""
    recoveries = Recovery.objects.filter(triggers__kind__in=KINDS).distinct()
    remedies = Remedy.objects.filter(state=RemedyState.GIVEN)
    cases = Case.objects.filter(state=CaseState.CLOSED, shelf=Shelf.NONE, inspection=None)
    seen = 0
    for keys in _some(recoveries):
        seen += _see_recoveries(keys)
    for keys in _some(remedies):
        seen += _see_remedies(keys)
    for keys in _some(cases):
        seen += _inspect(keys)
    return seen


def price_past() -> int:
    """Price what was booked when no rates were set, by the rates of its day where there are some now; how many.

    Sums are as they were: `add_up` follows.
    """
    return sum(_price(keys) for keys in _some(Cost.objects.filter(currency="")))


@verb
def add_up() -> None:
    """Make all sums anew from the rows that they are of."""
    hold(counting.NAME)
    Tally.objects.all().delete()
    Lot.objects.all().delete()
    for of, name in DIMENSIONS.items():
        by = [name] if name else []
        costs = Cost.objects.order_by().values("brand_id", "week", "kind", "currency", *by)
        sums = costs.annotate(rows=Count("pk"), all_quantity=Sum("quantity"), all_minor=Sum("minor"))
        tallies = [
            Tally(
                brand_id=row["brand_id"], week=row["week"], of=of, what=_what(row, name), kind=row["kind"],
                currency=row["currency"], count=row["rows"], quantity=row["all_quantity"], minor=row["all_minor"],
            )
            for row in sums.iterator()
        ]  # fmt: skip
        Tally.objects.bulk_create(tallies, batch_size=AT_ONCE)
        cases = Inspection.objects.order_by().values("brand_id", "week", *by)
        found = cases.annotate(rows=Count("pk"), bad=Count("pk", filter=Q(defects__gt=0)), all_defects=Sum("defects"))
        lots = [
            Lot(
                brand_id=row["brand_id"], week=row["week"], of=of, what=_what(row, name), cases=row["rows"],
                bad=row["bad"], defects=row["all_defects"],
            )
            for row in found.iterator()
        ]  # fmt: skip
        Lot.objects.bulk_create(lots, batch_size=AT_ONCE)


def _what(row: dict[str, Any], name: str) -> str:
    return counting.text(row[name]) if name else ""


def _some(rows: QuerySet[Any]) -> Iterator[list[uuid.UUID]]:
    """The keys of all rows there are, some at a time, in their order; what came later than the last is not missed."""
    last: uuid.UUID | None = None
    while True:
        behind = rows if last is None else rows.filter(pk__gt=last)
        keys = list(behind.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
        if not keys:
            return
        yield keys
        last = keys[-1]


@verb
def _see_recoveries(keys: list[uuid.UUID]) -> int:
    for ref in Recovery.objects.filter(pk__in=keys).values_list("ref", flat=True):
        see_recovery(ref)
    return len(keys)


@verb
def _see_remedies(keys: list[uuid.UUID]) -> int:
    for key in keys:
        see_remedy(key)
    return len(keys)


@verb
def _inspect(keys: list[uuid.UUID]) -> int:
    for ref in Case.objects.filter(pk__in=keys).values_list("ref", flat=True):
        inspect(ref)
    return len(keys)


@verb
def _price(keys: list[uuid.UUID]) -> int:
    hold(counting.NAME)
    priced = []
    for cost in Cost.objects.filter(pk__in=keys, currency=""):
        cost.minor, cost.currency = pricing.cost(cost.kind, cost.quantity, Rates.objects.on(cost.brand_id, cost.day))
        if cost.currency:
            priced.append(cost)
    Cost.objects.bulk_update(priced, ["minor", "currency"])
    return len(priced)
