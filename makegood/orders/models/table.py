"""A table of orders that somebody handed in: how it is read, how far, and what was wrong with which row."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.events.keys import uuid7
from makegood.orders.models.order import own_numbers
from makegood.orders.sheets import Reading
from makegood.staff import permissions
from makegood.staff.models import User


class TableState(models.TextChoices):
    HANDED_IN = "handed in", _("Not started")
    RUNNING = "running", _("Importing")
    DONE = "done", _("Imported")
    STOPPED = "stopped", _("Stopped")


class TableQuerySet(models.QuerySet["Table"]):
    def visible_to(self, user: User) -> "TableQuerySet":
        """Tables of brands that a person's teams serve, for those who may bring orders in."""
        if not permissions.may(user, permissions.BRING_ORDERS):
            return self.none()
        return self if permissions.may(user, permissions.SEE_ALL) else self.filter(brand__in=scope.of(user).brands)

    def to_read(self) -> "TableQuerySet":
        """Those under way, the oldest first."""
        return self.filter(state=TableState.RUNNING).order_by("handed_in_at")


class Table(models.Model):
    """One CSV file. `offset` is how many bytes, `row` how many rows are read: all orders before them are taken in."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    handed_in_at = models.DateTimeField()
    name = models.CharField(max_length=200)
    file = models.FileField(upload_to="tables")
    size = models.PositiveBigIntegerField()
    encoding = models.CharField(max_length=20)
    delimiter = models.CharField(max_length=1)
    header = models.JSONField(default=list)
    columns = models.JSONField(default=dict, help_text="Field of an order: index of its column.")
    timezone = models.CharField(max_length=60)
    decimal = models.CharField(max_length=1, default=".")
    dates = models.CharField(max_length=3, default="iso")
    state = models.CharField(max_length=9, choices=TableState.choices, default=TableState.HANDED_IN)
    offset = models.PositiveBigIntegerField(default=0)
    row = models.PositiveIntegerField(default=0)
    taken = models.PositiveIntegerField(default=0, help_text="Orders taken in.")
    refused = models.PositiveIntegerField(default=0, help_text="Orders with faults, of which nothing was taken.")
    trouble = models.TextField(blank=True)

    objects = TableQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["-handed_in_at"], name="table_handed_in")]

    def __str__(self) -> str:
        return self.name

    @property
    def source(self) -> str:
        """Whose numbers its orders' numbers are."""
        return own_numbers(self.brand)

    @property
    def reading(self) -> Reading:
        """How its rows are read."""
        return Reading(self.columns, timezone=self.timezone, decimal=self.decimal, dates=self.dates)

    @property
    def share(self) -> float:
        """How much of it is read, 0 to 1."""
        return min(1.0, self.offset / self.size) if self.size else 1.0


class RowFault(models.Model):
    """One mistake in one row (the header is row 1)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    table = models.ForeignKey(Table, on_delete=models.CASCADE, related_name="faults")
    row = models.PositiveIntegerField()
    field = models.CharField(max_length=20)
    code = models.CharField(max_length=30)
    value = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["row", "id"]
        indexes = [models.Index(fields=["table", "row", "id"], name="row_fault_table")]

    def __str__(self) -> str:
        return f"{self.row} {self.field} {self.code}"
