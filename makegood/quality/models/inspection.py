"""A finished case as it was found at closing, and the week's lot of them: what control charts are drawn of."""

import datetime as dt
import uuid
from collections.abc import Iterable

from django.db import models

from makegood.brands.models import Brand
from makegood.cases.models import Case
from makegood.events.keys import uuid7
from makegood.orders.models import Product
from makegood.quality.models.cost import Dimension
from makegood.recovery.models import Cause, Trigger

# In how many ways a case can go wrong, each counted once: the opportunities of a case. Whether a promise was broken, the
# ledger knows, and whether it went badly, the customer: both also where no recovery opened.
TOLD_BY_TRIGGERS = (Trigger.Kind.RETURNED, Trigger.Kind.AGAIN, Trigger.Kind.COMPLAINT)
WAYS = (Trigger.Kind.BROKEN, Trigger.Kind.LOW, *TOLD_BY_TRIGGERS)


class InspectionQuerySet(models.QuerySet["Inspection"]):
    def of_weeks(self, brands: Iterable[uuid.UUID], first: dt.date, last: dt.date) -> "InspectionQuerySet":
        """Those of some brands, from one Monday's week to another's."""
        return self.filter(brand__in=list(brands), week__gte=first, week__lte=last)

    def newest_first(self) -> "InspectionQuerySet":
        """Keyset: (-week, -id)."""
        return self.order_by("-week", "-id")

    def before(self, week: dt.date, key: uuid.UUID) -> "InspectionQuerySet":
        """The rows behind one row, newest first."""
        return self.filter(models.Q(week__lt=week) | models.Q(week=week, id__lt=key))

    def for_rows(self) -> "InspectionQuerySet":
        """With all that a row shows, in one query."""
        return self.select_related("case__customer", "brand", "product", "cause__parent__parent")


class Inspection(models.Model):
    """One closed case. `defects`: in how many of WAYS it went wrong."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.OneToOneField(Case, on_delete=models.SET_NULL, null=True, related_name="inspection")
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, db_index=False, related_name="+")
    product = models.ForeignKey(
        Product, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    cause = models.ForeignKey(Cause, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    week = models.DateField(help_text="The Monday of the day of closing, in the brand's time zone.")
    defects = models.PositiveSmallIntegerField()

    objects = InspectionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["brand", "week", "id"], name="inspection_week"),
            models.Index(fields=["brand", "week", "id"], condition=models.Q(defects__gt=0), name="inspection_bad_week"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.week} {self.defects}"


class Lot(models.Model):
    """A week's closed cases of a brand: all, about a product, or with a cause (`what`, as in Tally). Kept as they close."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    brand = models.ForeignKey(Brand, on_delete=models.CASCADE, db_index=False, related_name="+")
    week = models.DateField()
    of = models.CharField(max_length=7, choices=Dimension.choices, blank=True)
    what = models.CharField(max_length=36, blank=True)
    cases = models.IntegerField(default=0)
    bad = models.IntegerField(default=0, help_text="Those in which something went wrong.")
    defects = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["brand", "of", "week", "what"], name="lot_once")]

    def __str__(self) -> str:
        return f"{self.week} {self.of}{self.what} {self.bad} of {self.cases}"
