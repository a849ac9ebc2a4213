"""What became of what each seller sold in a year: promises kept, complaints, returns. Four queries, however many sold."""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterable

from django.db.models import Count, Q

from makegood.cases.models import Concern
from makegood.orders import poisson
from makegood.orders.models.order import OrderQuerySet
from makegood.promises import wilson
from makegood.promises.models import Commitment, State
from makegood.staff.models import User

PERIOD = dt.timedelta(days=365)
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


def of(sold: OrderQuerySet, *, at: dt.datetime) -> list[Figures]:
    """The figures of everybody who sold some of these orders in the year before, by name."""
    orders = sold.filter(placed_at__gt=at - PERIOD, placed_at__lte=at, seller__isnull=False).order_by()
    counted = {
        row["seller"]: row
        for row in orders.values("seller").annotate(
            orders=Count("pk"), returned=Count("pk", filter=Q(returned_at__isnull=False))
        )
    }
    if not counted:
        return []
    settled = _settled(orders, list(counted))
    complained = _complaints(orders)
    sellers = {user.pk: user for user in User.objects.filter(pk__in=list(counted))}
    found = [
        Figures(
            seller=sellers[key],
            orders=row["orders"],
            returned=row["returned"],
            complaints=complained.get(key, 0),
            **settled[key],
        )
        for key, row in counted.items()
    ]
    return sorted(found, key=lambda one: str(one.seller).casefold())


def together(several: Iterable[Figures]) -> Figures:
    """All of them as one."""
    found = list(several)
    counts = [field.name for field in dataclasses.fields(Figures) if field.name != "seller"]
    return Figures(seller=None, **{name: sum(getattr(one, name) for one in found) for name in counts})


def _settled(orders: OrderQuerySet, sellers: list[uuid.UUID]) -> dict[uuid.UUID, dict[str, int]]:
    """What became of the promises that each made at these sales."""
    promised = Commitment.objects.filter(about__in=orders.values("ref"), promised_by__in=sellers).order_by()
    found: dict[uuid.UUID, dict[str, int]] = {key: {} for key in sellers}
    states = promised.filter(state__in=(State.KEPT, State.BROKEN, State.EXCUSED))
    for key, state, count in states.values_list("promised_by", "state").annotate(count=Count("pk")):
        found[key][state] = count
    return found


def _complaints(orders: OrderQuerySet) -> dict[uuid.UUID, int]:
    """Cases by whose sales they are about; one about two orders of a seller is one."""
    concerns = Concern.objects.filter(order__in=orders.values("pk"), case__shelf__in=("", "merged")).order_by()
    return dict(concerns.values_list("order__seller").annotate(cases=Count("case", distinct=True)))
