"""Shops that tell us of their orders, and what each of them told."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from makegood.brands.models import Brand
from makegood.events.keys import uuid7
from makegood.orders.models.order import Order
from makegood.orders.shops import signing


class Shop(models.Model):
    """One shop system, whose webhooks carry orders of one brand. `secret` is sealed, and never shown again."""

    class Kind(models.TextChoices):
        SHOPIFY = signing.SHOPIFY, "Shopify"
        WOOCOMMERCE = signing.WOOCOMMERCE, "WooCommerce"
        STANDARD = signing.STANDARD, _("Another system (Standard Webhooks)")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, related_name="shops")
    secret = models.TextField()
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def source(self) -> str:
        """Whose numbers its orders' numbers are."""
        return f"shop:{self.pk.hex}"


class Receipt(models.Model):
    """One webhook, taken once: what became of it. `faults` is [[field, code, value], …]."""

    class Outcome(models.TextChoices):
        TAKEN = "taken", _("Imported")
        REFUSED = "refused", _("With errors")
        IGNORED = "ignored", _("Not an order")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    shop = models.ForeignKey(Shop, on_delete=models.CASCADE, related_name="receipts")
    key = models.CharField(max_length=200, help_text="The shop's own id of the delivery.")
    topic = models.CharField(max_length=60)
    at = models.DateTimeField()
    outcome = models.CharField(max_length=7, choices=Outcome.choices)
    faults = models.JSONField(default=list, blank=True)
    order = models.ForeignKey(Order, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "key"], name="receipt_once_a_delivery")]
        indexes = [models.Index(fields=["shop", "-at"], name="receipt_shop")]

    def __str__(self) -> str:
        return f"{self.topic} {self.outcome}"
