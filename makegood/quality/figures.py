"""The figures of the quality page, from the sums that are kept: a few questions, whose cost is of the weeks, products
and causes, never of how many cases there were. Reads only."""

import dataclasses
import datetime as dt
from collections import defaultdict
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum

from makegood.promises import money, wilson
from makegood.quality.asking import Asked
from makegood.quality.models import Cost, Lot, Tally
from makegood.quality.models.cost import Dimension
from makegood.quality.models.inspection import WAYS
from makegood.quality.statistics import control, sigma

# Below so many finished cases a rate would say more than it knows.
FEW = 20


@dataclasses.dataclass(frozen=True)
class Found:
    """Finished cases, those in which something went wrong, and in how many ways it did."""

    cases: int = 0
    bad: int = 0
    defects: int = 0

    @property
    def is_enough(self) -> bool:
        return self.cases >= FEW

    @property
    def opportunities(self) -> int:
        return self.cases * len(WAYS)

    @property
    def share(self) -> float | None:
        """Of cases in which something went wrong, 0 to 1; None with too few to judge."""
        return self.bad / self.cases if self.is_enough else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Around the share, at 95 % (Wilson)."""
        return wilson.interval(self.bad, self.cases) if self.is_enough else None

    @property
    def dpmo(self) -> float | None:
        """Defects per million opportunities; None with too few to judge."""
        return sigma.dpmo(self.defects, self.opportunities) if self.is_enough else None

    @property
    def sigma(self) -> float | None:
        """The level, with the shift of 1.5; None with too few, and where it has no end."""
        return sigma.level(self.dpmo) if self.dpmo is not None else None


@dataclasses.dataclass(frozen=True)
class Spent:
    """Costs of one thing: how many facts by currency, how many contacts or minutes, and smallest units by currency.

    What had no rates is counted under the currency ""."""

    counts: dict[str, int]
    quantity: int
    minors: dict[str, int]

    @property
    def count(self) -> int:
        return sum(self.counts.values())

    def amount(self, currency: str) -> Decimal:
        return money.of_minor(self.minors.get(currency, 0), currency)


def kinds(asked: Asked) -> dict[str, Spent]:
    """By kind of cost, in their usual order; all kinds are there."""
    found = _spent(asked, Dimension.ALL, "kind")
    return {kind: found.get(kind, Spent({}, 0, {})) for kind in Cost.Kind.values}


def by(asked: Asked, of: Dimension) -> dict[str, Spent]:
    """By product or by cause: its key as text, "" for none."""
    return _spent(asked, of, "what")


def currencies(spent: dict[str, Spent]) -> list[str]:
    """The currencies in which anything was spent."""
    return sorted({currency for one in spent.values() for currency in one.minors if currency})


def cases_by(asked: Asked, of: Dimension) -> dict[str, Found]:
    """Finished cases by product or by cause."""
    rows = _lots(asked, of).values_list("what")
    return {what: Found(*counts) for what, *counts in rows.annotate(Sum("cases"), Sum("bad"), Sum("defects"))}


@dataclasses.dataclass(frozen=True)
class Weekly:
    """Finished cases week by week, and their two charts; None with too few to judge. Weeks without any have no point."""

    weeks: dict[dt.date, Found]
    shares: control.Chart | None
    rates: control.Chart | None

    @property
    def all(self) -> Found:
        found = self.weeks.values()
        return Found(sum(one.cases for one in found), sum(one.bad for one in found), sum(one.defects for one in found))


def weekly(asked: Asked) -> Weekly:
    """The lots of each week, and charts with limits from all of them."""
    rows = _lots(asked, Dimension.ALL).values_list("week").annotate(Sum("cases"), Sum("bad"), Sum("defects"))
    counted = {week: Found(*counts) for week, *counts in rows}
    weeks = {week: counted[week] for week in asked.mondays if week in counted and counted[week].cases}
    if sum(one.cases for one in weeks.values()) < FEW:
        return Weekly(weeks, None, None)
    return Weekly(
        weeks,
        control.shares([(one.cases, one.bad) for one in weeks.values()]),
        control.rates([(one.cases, one.defects) for one in weeks.values()]),
    )


def _spent(asked: Asked, of: Dimension, name: str) -> dict[str, Spent]:
    kept = Tally.objects.filter(brand__in=asked.brands, of=of, week__gte=asked.first, week__lte=asked.last).order_by()
    sums = kept.values_list(name, "currency").annotate(Sum("count"), Sum("quantity"), Sum("minor"))
    rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for what, *row in sums:
        if row[1]:
            rows[what].append(tuple(row))
    return {
        what: Spent(
            {currency: count for currency, count, _quantity, _minor in some},
            sum(quantity for _currency, _count, quantity, _minor in some),
            {currency: minor for currency, _count, _quantity, minor in some if currency},
        )
        for what, some in rows.items()
    }


def _lots(asked: Asked, of: Dimension) -> QuerySet[Lot]:
    return Lot.objects.filter(
        brand__in=asked.brands, of=of, week__gte=asked.first, week__lte=asked.last, cases__gt=0
    ).order_by()
