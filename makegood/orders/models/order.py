"""Orders and their lines, products, and what an order entitles to. Money is Decimal, in the order's currency."""

import datetime as dt
import uuid
from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.customers.models import Customer
from makegood.events.keys import uuid7
from makegood.staff import permissions
from makegood.staff.models import User


class Product(models.Model):
    """Something sold. `sku` is the shop's own key for it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sku = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["sku"]

    def __str__(self) -> str:
        return self.name or self.sku


class OrderState(models.TextChoices):
    PLACED = "placed", _("Placed")
    DELIVERED = "delivered", _("Delivered")
    RETURNED = "returned", _("Returned")
    CANCELLED = "cancelled", _("Cancelled")


class OrderQuerySet(models.QuerySet["Order"]):
    def visible_to(self, user: User) -> "OrderQuerySet":
        """What a member of staff may see: orders of brands that their teams serve, and those they sold."""
        if permissions.may(user, permissions.SEE_ALL):
            return self
        seen = Q(seller=user)
        if permissions.may(user, permissions.WORK_CASES):
            seen |= Q(brand__in=scope.of(user).brands)
        return self.filter(seen)

    def of_customer(self, customer: Customer) -> "OrderQuerySet":
        """What one customer bought, newest first."""
        return self.filter(customer=customer).newest_first()

    def newest_first(self) -> "OrderQuerySet":
        """The order of lists. Keyset: (-placed_at, -id)."""
        return self.order_by("-placed_at", "-id")

    def before(self, placed_at: dt.datetime, key: uuid.UUID) -> "OrderQuerySet":
        """The rows behind one row, newest first. The first condition is there for the index, which finds the place by it."""
        behind = Q(placed_at__lt=placed_at) | Q(placed_at=placed_at, id__lt=key)
        return self.filter(behind, placed_at__lte=placed_at)


def own_numbers(brand: Brand) -> str:
    """The source of orders that tables and programs bring: each brand counts its own, and changes no other's."""
    return f"csv:{brand.pk.hex}"


class Order(models.Model):
    """One purchase. `source` says whose numbers `number` is one of: "csv:" and a brand, or "shop:" and a shop."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    ref = models.CharField(max_length=12, unique=True)
    source = models.CharField(max_length=120)
    number = models.CharField(max_length=60)
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, related_name="orders")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="orders")
    seller = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="sold")
    state = models.CharField(max_length=9, choices=OrderState.choices, default=OrderState.PLACED)
    currency = models.CharField(max_length=3)
    total = models.DecimalField(max_digits=15, decimal_places=3)
    terms = models.TextField(blank=True, help_text="The terms of the sale, as the customer was told them.")
    placed_at = models.DateTimeField()
    promised_at = models.DateTimeField(null=True, blank=True, help_text="Until when delivery was promised.")
    delivered_at = models.DateTimeField(null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(help_text="How new what we know is: the source's own time of change.")

    objects = OrderQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "number"], name="order_once_a_source")]
        indexes = [
            models.Index(fields=["customer", "-placed_at"], name="order_customer"),
            models.Index(fields=["seller", "-placed_at"], name="order_seller"),
            models.Index(fields=["brand", "-placed_at"], name="order_brand"),
            models.Index(fields=["-placed_at", "-id"], name="order_newest"),
            models.Index(fields=["number"], name="order_number"),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.number}"

    @property
    def key(self) -> str:
        """The `O-…` key used in events, and what its commitments are about."""
        return self.ref

    @property
    def facets(self) -> dict[str, str]:
        """What charters and figures may ask about its events."""
        return {
            "brand": str(self.brand_id),
            "customer": str(self.customer_id),
            "seller": str(self.seller_id or ""),
            "channel": self.source,
        }


class OrderLine(models.Model):
    """One product of an order. Money is in the order's currency."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveIntegerField()
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="lines")
    quantity = models.PositiveIntegerField()
    delivered = models.PositiveIntegerField(default=0)
    returned = models.PositiveIntegerField(default=0)
    unit_price = models.DecimalField(max_digits=15, decimal_places=3)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["order", "position"], name="order_line_once"),
            models.CheckConstraint(
                condition=Q(returned__lte=models.F("quantity")), name="order_line_returned_at_most_all"
            ),
            models.CheckConstraint(
                condition=Q(delivered__lte=models.F("quantity")), name="order_line_delivered_at_most_all"
            ),
            models.CheckConstraint(condition=Q(unit_price__gte=0), name="order_line_price_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.product_id}"

    @property
    def price(self) -> Decimal:
        """The price of the whole line."""
        return self.unit_price * self.quantity


class Entitlement(models.Model):
    """What an order entitles its customer to, from `since` on."""

    class Kind(models.TextChoices):
        WARRANTY = "warranty", _("Warranty")
        SUPPORT = "support", _("Support level")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="entitlements")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    name = models.CharField(max_length=120, blank=True)
    since = models.DateTimeField(null=True, blank=True)
    until = models.DateTimeField(null=True, blank=True, help_text="None: without an end.")

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"
