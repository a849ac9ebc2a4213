"""What one mistake cost, and the sums kept of what they cost."""

import datetime as dt
import uuid
from collections.abc import Iterable
from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from makegood.brands.models import Brand
from makegood.cases.models import Case
from makegood.events.keys import uuid7
from makegood.orders.models import Product
from makegood.promises import money
from makegood.recovery.models import Cause


class CostQuerySet(models.QuerySet["Cost"]):
    def of_weeks(self, brands: Iterable[uuid.UUID], first: dt.date, last: dt.date) -> "CostQuerySet":
        """Those of some brands, from one Monday's week to another's."""
        return self.filter(brand__in=list(brands), week__gte=first, week__lte=last)

    def newest_first(self) -> "CostQuerySet":
        """Keyset: (-day, -id)."""
        return self.order_by("-day", "-id")

    def before(self, day: dt.date, key: uuid.UUID) -> "CostQuerySet":
        """The rows behind one row, newest first."""
        return self.filter(Q(day__lt=day) | Q(day=day, id__lt=key))

    def for_rows(self) -> "CostQuerySet":
        """With all that a row shows, in one query."""
        return self.select_related("case", "brand", "product", "cause__parent__parent")


class Cost(models.Model):
    """One fact that cost something; `key` names it, so that it is counted once. `about` is the key of its case or order.

    `minor` is counted in the currency's smallest unit, by the rates of its day; without rates it is 0 in no currency.
    """

    class Kind(models.TextChoices):
        COMPLAINT = "complaint", _("Complaints")
        RETURN = "return", _("Returns")
        REMEDY = "remedy", _("What we gave to make good")
        CONTACT = "contact", _("Repeated contacts")
        HANDLING = "handling", _("Minutes of handling")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=9, choices=Kind.choices)
    key = models.CharField(max_length=60)
    about = models.CharField(max_length=40)
    case = models.ForeignKey(Case, on_delete=models.SET_NULL, null=True, blank=True, related_name="costs")
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, db_index=False, related_name="+")
    product = models.ForeignKey(
        Product, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    cause = models.ForeignKey(Cause, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    day = models.DateField(help_text="In the brand's time zone.")
    week = models.DateField(help_text="The Monday of its day.")
    quantity = models.PositiveIntegerField(default=1, help_text="Contacts or minutes; of all else one.")
    minor = models.PositiveBigIntegerField(default=0)
    currency = models.CharField(max_length=3, blank=True)

    objects = CostQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="cost_once_a_fact")]
        indexes = [
            models.Index(fields=["brand", "day", "id"], name="cost_brand_day"),
            models.Index(fields=["product", "day", "id"], condition=Q(product__isnull=False), name="cost_product_day"),
            models.Index(fields=["cause", "day", "id"], condition=Q(cause__isnull=False), name="cost_cause_day"),
            models.Index(fields=["about"], name="cost_about"),
            models.Index(fields=["id"], condition=Q(currency=""), name="cost_without_rates"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.about} {self.day}"

    @property
    def is_of_order(self) -> bool:
        """Whether it is about an order, and no case."""
        return self.about.startswith("O-")

    @property
    def amount(self) -> Decimal | None:
        """How much, in `currency`; None where no rates were set."""
        return money.of_minor(self.minor, self.currency) if self.currency else None


class Dimension(models.TextChoices):
    """By what sums are kept: all of a week as one, or each product's, or each cause's."""

    ALL = "", "all"
    PRODUCT = "product", "product"
    CAUSE = "cause", "cause"


class Tally(models.Model):
    """The sum of one week's costs of one kind and currency: of all, of a product, or of a cause (`what`, its key as text;
    "" for none). Kept as they come, so that no page adds up costs."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    brand = models.ForeignKey(Brand, on_delete=models.CASCADE, db_index=False, related_name="+")
    week = models.DateField()
    of = models.CharField(max_length=7, choices=Dimension.choices, blank=True)
    what = models.CharField(max_length=36, blank=True)
    kind = models.CharField(max_length=9, choices=Cost.Kind.choices)
    currency = models.CharField(max_length=3, blank=True)
    count = models.IntegerField(default=0)
    quantity = models.BigIntegerField(default=0)
    minor = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["brand", "of", "week", "what", "kind", "currency"], name="quality_tally_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.week} {self.of}{self.what} {self.kind} {self.minor} {self.currency}"
