"""Vouchers: codes that a shop checks and redeems."""

from decimal import Decimal

from django.db import models

from makegood.brands import scope
from makegood.events.keys import uuid7
from makegood.promises import money
from makegood.recovery.models.remedy import Remedy
from makegood.staff.models import User


class VoucherQuerySet(models.QuerySet["Voucher"]):
    def visible_to(self, user: User) -> "VoucherQuerySet":
        """Those of brands that a member of staff serves."""
        return scope.within(self, user, through="remedy__")


class Voucher(models.Model):
    """A code that stands for a remedy, redeemed once. Without money it stands for a free delivery."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    remedy = models.OneToOneField(Remedy, on_delete=models.PROTECT, related_name="voucher")
    code = models.CharField(max_length=24, unique=True)
    made_at = models.DateTimeField()
    redeemed_at = models.DateTimeField(null=True, blank=True)
    redeemed_by = models.CharField(max_length=40, blank=True)
    redeemed_for = models.CharField(max_length=80, blank=True, help_text="What the shop says that it was redeemed for.")

    objects = VoucherQuerySet.as_manager()

    def __str__(self) -> str:
        return f"voucher of {self.remedy_id}"

    @property
    def amount(self) -> Decimal | None:
        """How much it is worth."""
        return money.of_minor(self.remedy.minor, self.remedy.currency) if self.remedy.minor is not None else None
