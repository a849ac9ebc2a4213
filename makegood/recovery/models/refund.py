"""Refunds on their way to whoever pays them, and what became of each."""

import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from makegood.brands.models import Brand
from makegood.events.keys import uuid7
from makegood.recovery.models.remedy import Remedy, RemedyQuerySet


class Cashier(models.Model):
    """A payment system, or a shop, that pays the refunds of one brand. `secret` signs both ways; it is sealed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=80)
    brand = models.OneToOneField(Brand, on_delete=models.PROTECT, related_name="cashier")
    url = models.CharField(max_length=500, help_text="Where refunds are asked for.")
    secret = models.TextField()
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class RefundState(models.TextChoices):
    WAITING = "waiting", _("Waits to be sent")
    ASKED = "asked", _("Waits for the payment system")
    PAID = "paid", _("Paid")
    FAILED = "failed", _("Did not go through")


class RefundQuerySet(models.QuerySet["Refund"]):
    def to_send(self, at: dt.datetime) -> "RefundQuerySet":
        """Waiting, due, and not leased by another sender; the longest waiting first."""
        return self.filter(state=RefundState.WAITING, run_at__lte=at).order_by("run_at", "id")

    def under_way(self) -> "RefundQuerySet":
        """Asked for, or about to be, and not confirmed."""
        return self.filter(state__in=(RefundState.WAITING, RefundState.ASKED))

    def failed(self) -> "RefundQuerySet":
        """Those that somebody has to see to."""
        return self.filter(state=RefundState.FAILED)

    def of(self, remedies: RemedyQuerySet) -> "RefundQuerySet":
        """Those of some remedies."""
        return self.filter(remedy__in=remedies)


class Refund(models.Model):
    """One refund that a cashier is asked for. Its id is the key by which sending twice is seen to be once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    remedy = models.OneToOneField(Remedy, on_delete=models.PROTECT, related_name="refund")
    cashier = models.ForeignKey(Cashier, on_delete=models.PROTECT, db_index=False, related_name="refunds")
    made_at = models.DateTimeField()
    run_at = models.DateTimeField(help_text="Not before; pushed ahead while a sender has it or after a failure.")
    attempts = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=7, choices=RefundState.choices, default=RefundState.WAITING)
    asked_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    reference = models.CharField(max_length=80, blank=True, help_text="The payment system's own name for it.")
    trouble = models.TextField(blank=True)

    objects = RefundQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["run_at", "id"], condition=Q(state="waiting"), name="refund_to_send"),
            models.Index(fields=["made_at"], condition=Q(state="failed"), name="refund_failed"),
        ]

    def __str__(self) -> str:
        return f"refund {self.pk} {self.state}"
