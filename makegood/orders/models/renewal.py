"""What a customer was entitled to was prolonged."""

from django.db import models

from makegood.events.keys import uuid7
from makegood.orders.models.order import Order


class Renewal(models.Model):
    """Support of an order was renewed at a moment, to run `until` then; None: without an end. Each stands for good."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="renewals")
    renewed_at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["order", "renewed_at"], name="renewal_of_order")]

    def __str__(self) -> str:
        return f"{self.order_id} {self.renewed_at:%Y-%m-%d}"
