"""What each order adds to the figures of whoever sold it, and the sums kept of that: no page adds up orders."""

import datetime as dt
import uuid

from django.db import models
from django.db.models import Q

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.events.keys import uuid7
from makegood.insight.models.tally import Span
from makegood.orders.models import Order
from makegood.staff import permissions
from makegood.staff.models import User

SALES_COUNTS = ("orders", "returned", "complaints", "kept", "broken", "excused")
_SPACE = uuid.UUID("2b8f6a0e-4f4a-4c1e-8c0e-5a3c3d0d9a52")


class Sold(models.Model):
    """One order and one seller: who sold it, or made a promise at its sale (then `orders` is 0). Told anew whenever
    something becomes of it. `day` is that of the sale, in UTC; a case about several orders of one seller is a complaint
    of the newest of them."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    order = models.ForeignKey(Order, on_delete=models.CASCADE, db_index=False, related_name="sold_rows")
    seller = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, db_index=False, related_name="+")
    day = models.DateField()
    orders = models.PositiveSmallIntegerField(default=0)
    returned = models.PositiveSmallIntegerField(default=0)
    complaints = models.PositiveSmallIntegerField(default=0)
    kept = models.PositiveSmallIntegerField(default=0)
    broken = models.PositiveSmallIntegerField(default=0)
    excused = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order", "seller"], name="sold_once_a_seller")]

    def __str__(self) -> str:
        return f"{self.order_id} {self.seller_id}"

    @property
    def says(self) -> tuple[object, ...]:
        """All that it tells, for comparison."""
        counts = (getattr(self, name) for name in SALES_COUNTS)
        return self.order_id, self.seller_id, self.brand_id, self.day, *counts


class SoldTallyQuerySet(models.QuerySet["SoldTally"]):
    def visible_to(self, user: User) -> "SoldTallyQuerySet":
        """Those of sales that a member of staff may see: of brands that their teams serve, and their own."""
        if permissions.may(user, permissions.SEE_ALL):
            return self
        seen = Q(seller=user)
        if permissions.may(user, permissions.WORK_CASES):
            seen |= Q(brand__in=scope.of(user).brands)
        return self.filter(seen)

    def over(self, first: dt.date, last: dt.date) -> "SoldTallyQuerySet":
        """Those that make up a span of days, both included: whole months, and the days of the two at its ends."""
        head, tail = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1), last.replace(day=1)
        if head > tail:
            return self.filter(span=Span.DAY, start__gte=first, start__lte=last)
        days = Q(start__gte=first, start__lt=head) | Q(start__gte=tail, start__lte=last)
        return self.filter(Q(days, span=Span.DAY) | Q(span=Span.MONTH, start__gte=head, start__lt=tail))


class SoldTally(models.Model):
    """What one seller's sales of one brand, in a day or month, add up to. Its key is made of what it is the sum of."""

    id = models.UUIDField(primary_key=True, editable=False)
    span = models.CharField(max_length=5, choices=Span.choices)
    start = models.DateField(help_text="The day, or the first of the month.")
    brand = models.ForeignKey(Brand, on_delete=models.CASCADE, db_index=False, related_name="+")
    seller = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    orders = models.IntegerField(default=0)
    returned = models.IntegerField(default=0)
    complaints = models.IntegerField(default=0)
    kept = models.IntegerField(default=0)
    broken = models.IntegerField(default=0)
    excused = models.IntegerField(default=0)

    objects = SoldTallyQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["span", "start"], name="sold_tally_start"),
            models.Index(fields=["seller", "span", "start"], name="sold_tally_seller"),
        ]

    def __str__(self) -> str:
        return f"{self.span} {self.start} {self.seller_id}"

    @property
    def cell(self) -> "SoldCell":
        return self.span, self.start, self.brand_id, self.seller_id


# So many wait now and then; more, and somebody who looks should know.
FEW_WAITING = 200


class UncountedSaleQuerySet(models.QuerySet["UncountedSale"]):
    def are_many(self) -> bool:
        """Whether so many wait that figures are not yet what they will be."""
        return self.order_by("pk")[FEW_WAITING : FEW_WAITING + 1].exists()


class UncountedSale(models.Model):
    """An order of which something became that its seller's figures do not tell yet."""

    order = models.OneToOneField(Order, on_delete=models.CASCADE, primary_key=True, related_name="+")

    objects = UncountedSaleQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.order_id}"


SoldCell = tuple[str, dt.date, uuid.UUID, uuid.UUID]


def sold_key_of(cell: SoldCell) -> uuid.UUID:
    """The key of the one tally of a span, start, brand and seller."""
    return uuid.uuid5(_SPACE, "|".join(map(str, cell)))
