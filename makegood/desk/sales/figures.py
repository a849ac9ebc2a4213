"""What became of what each seller sold in a year: promises kept, complaints, returns. Two queries of kept sums, however
much was sold."""

import dataclasses
import datetime as dt
from collections.abc import Iterable

from django.db.models import Sum

from makegood.insight.models.sold import SALES_COUNTS, SoldTallyQuerySet
from makegood.orders import poisson
from makegood.promises import wilson
from makegood.staff.models import User

PERIOD, DAY = dt.timedelta(days=365), dt.timedelta(days=1)
# Below so many a rate would say more than it knows.
FEW = 20


@dataclasses.dataclass(frozen=True)
class Rate:
    """A figure with its 95 % interval, in the unit it is told in."""

    value: float
    low: float
    high: float


@dataclasses.dataclass(frozen=True)
class Figures:
    """One seller's year; `seller` is None for all together. `complaints` are cases, `returned` and `orders` orders."""

    seller: User | None
    orders: int = 0
    returned: int = 0
    complaints: int = 0
    kept: int = 0
    broken: int = 0
    excused: int = 0

    @property
    def judged(self) -> int:
        """Kept and broken; what is excused stands apart."""
        return self.kept + self.broken

    @property
    def kept_rate(self) -> Rate | None:
        """The share of promises kept, 0 to 1 (Wilson); None with too few to judge."""
        if self.judged < FEW:
            return None
        return Rate(self.kept / self.judged, *wilson.interval(self.kept, self.judged))

    @property
    def complaint_rate(self) -> Rate | None:
        """Cases for each hundred orders, of which one may have several (Garwood); None with too few to judge."""
        return Rate(*poisson.per_hundred(self.complaints, self.orders)) if self.orders >= FEW else None

    @property
    def return_rate(self) -> Rate | None:
        """Orders of each hundred from which something came back: a share (Wilson); None with too few to judge."""
        if self.orders < FEW:
            return None
        low, high = wilson.interval(self.returned, self.orders)
        return Rate(100 * self.returned / self.orders, 100 * low, 100 * high)


def of(sums: SoldTallyQuerySet, *, at: dt.datetime) -> list[Figures]:
    """The figures of everybody whose sales these are the sums of, of a year of days up to now, by name."""
    today = at.astimezone(dt.UTC).date()
    year = sums.over(today - PERIOD + DAY, today).order_by().values("seller").annotate(*map(Sum, SALES_COUNTS))
    counted = {
        seller: dict(zip(SALES_COUNTS, counts, strict=True))
        for seller, *counts in year.values_list("seller", *(f"{name}__sum" for name in SALES_COUNTS))
        if counts[0]
    }
    if not counted:
        return []
    sellers = {user.pk: user for user in User.objects.filter(pk__in=list(counted))}
    found = [Figures(seller=sellers[key], **counts) for key, counts in counted.items()]
    return sorted(found, key=lambda one: str(one.seller).casefold())


def together(several: Iterable[Figures]) -> Figures:
    """All of them as one."""
    found = list(several)
    counts = [field.name for field in dataclasses.fields(Figures) if field.name != "seller"]
    return Figures(seller=None, **{name: sum(getattr(one, name) for one in found) for name in counts})
