"""What one mistake costs: rates that the organisation sets, from a day on. Kept in the currency's smallest unit."""

import datetime as dt
import uuid
from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from makegood.brands.models import Brand
from makegood.events.keys import uuid7
from makegood.promises import money
from makegood.staff.models import User

REPLY_MINUTES, NOTE_MINUTES = 8, 4


class RatesQuerySet(models.QuerySet["Rates"]):
    def on(self, brand_id: uuid.UUID, day: dt.date) -> "Rates | None":
        """Those in force for a brand on a day: its own where it has some, else those of every brand; None before any."""
        meant = self.filter(Q(brand=brand_id) | Q(brand=None), since__lte=day)
        return meant.order_by(F("brand").desc(nulls_last=True), "-since").first()


class Rates(models.Model):
    """One version. Without a brand it is for every brand that has none of its own. Corrected on its first day at the
    latest, and what was counted until then keeps its price."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    brand = models.ForeignKey(Brand, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    since = models.DateField()
    currency = models.CharField(max_length=3)
    complaint_minor = models.PositiveBigIntegerField()
    return_minor = models.PositiveBigIntegerField()
    contact_minor = models.PositiveBigIntegerField(help_text="Each time that a customer has to turn to us once more.")
    minute_minor = models.PositiveBigIntegerField(help_text="One minute of handling.")
    reply_minutes = models.PositiveSmallIntegerField(default=REPLY_MINUTES)
    note_minutes = models.PositiveSmallIntegerField(default=NOTE_MINUTES)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")

    objects = RatesQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "rates"
        constraints = [
            models.UniqueConstraint(fields=["brand", "since"], name="rates_once_a_brand_and_day"),
            models.UniqueConstraint(fields=["since"], condition=Q(brand=None), name="rates_once_a_day_for_all"),
        ]
        ordering = [F("brand__name").asc(nulls_first=True), "-since"]

    def __str__(self) -> str:
        return f"{self.brand or 'all'} {self.since} {self.currency}"

    @property
    def per_complaint(self) -> Decimal:
        return money.of_minor(self.complaint_minor, self.currency)

    @property
    def per_return(self) -> Decimal:
        return money.of_minor(self.return_minor, self.currency)

    @property
    def per_contact(self) -> Decimal:
        return money.of_minor(self.contact_minor, self.currency)

    @property
    def per_minute(self) -> Decimal:
        return money.of_minor(self.minute_minor, self.currency)
