"""The people we serve and their contact points."""

import datetime as dt
import uuid

from django.db import models
from django.db.models import Q

from makegood.brands.tones import Tone
from makegood.customers.models.company import Company
from makegood.events.keys import uuid7
from makegood.events.prepared import PreparedQuery


class CustomerQuerySet(models.QuerySet["Customer"]):
    def present(self) -> "CustomerQuerySet":
        """Not merged into another and not erased."""
        return self.filter(merged_into=None, erased_at=None)

    def blocked(self) -> "CustomerQuerySet":
        """Those whose words we do not take, the newest blocked first. Keyset: (-blocked_at, -id)."""
        return self.filter(blocked_at__isnull=False).order_by("-blocked_at", "-id")

    def before(self, at: dt.datetime, key: uuid.UUID) -> "CustomerQuerySet":
        """The blocked ones behind one, in that order."""
        return self.filter(Q(blocked_at__lt=at) | Q(blocked_at=at, id__lt=key))

    def behind(self, kind: str, value: str) -> "Customer | None":
        """Whom a contact point (see addresses.fold) reaches now: one query, and one more for each merge."""
        found = next(iter(BEHIND(kind=str(kind), value=value)), None)
        while found and found.merged_into_id:
            found = found.merged_into
        return found

    def part_of(self, customer: "Customer") -> "CustomerQuerySet":
        """A customer and all who were merged into them, and into these: one query, and one more for each merge of a
        merged one."""
        found: set[uuid.UUID] = {customer.pk}
        near = found
        while near := set(Customer.objects.filter(merged_into__in=near).values_list("pk", flat=True)) - found:
            found |= near
        return self.filter(pk__in=found)

    def of_company(self, company: Company) -> "CustomerQuerySet":
        """Those who belong to a company, and who were merged into them: what was promised stays with these."""
        people = self.filter(company=company, merged_into=None)
        merged = self.filter(merged_into__company=company, merged_into__merged_into=None)
        return self.filter(pk__in=people.values("pk").union(merged.values("pk")))


BEHIND = PreparedQuery(
    lambda kind, value: Customer.objects.filter(contact_points__kind=kind, contact_points__value=value).order_by("pk")[
        :1
    ]
)


class Customer(models.Model):
    """A person we serve. `key` (`K-…`) names them in the event log."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    ref = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=200, blank=True, db_index=True)
    language = models.CharField(max_length=5, blank=True)
    timezone = models.CharField(max_length=60, blank=True)
    tier = models.CharField(max_length=40, blank=True)
    tone = models.CharField(
        max_length=8,
        choices=Tone.choices,
        blank=True,
        default="",
        db_default="",
        help_text="How they are addressed; empty: as the brand usually does.",
    )
    blocked_at = models.DateTimeField(null=True, blank=True)
    # Both are indexed below where there is one: of an index full of empty values the planner expects nothing.
    company = models.ForeignKey(
        Company, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="people"
    )
    is_placed = models.BooleanField(
        default=False, help_text="A person said to which company they belong, or that it is none."
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="merged"
    )
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = CustomerQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["-blocked_at", "-id"], condition=Q(blocked_at__isnull=False), name="customer_blocked"),
            models.Index(fields=["company"], condition=Q(company__isnull=False), name="customer_of_company"),
            models.Index(fields=["merged_into"], condition=Q(merged_into__isnull=False), name="customer_merged_into"),
        ]

    def __str__(self) -> str:
        return self.name or self.ref

    @property
    def key(self) -> str:
        """The `K-…` key used in events."""
        return self.ref

    @property
    def present(self) -> "Customer":
        """Who they are now: themselves, or the one they were merged into."""
        found = self
        while found.merged_into is not None:
            found = found.merged_into
        return found

    @property
    def address(self) -> str:
        """The mail address to write to, one that works first; empty where none is known. Reads prefetched ones as they are."""
        points = [point for point in self.contact_points.all() if point.kind == ContactPoint.Kind.EMAIL]
        points.sort(key=lambda point: (point.failing_since.timestamp() if point.failing_since else 0.0, point.pk))
        return points[0].value if points else ""


class ContactPoint(models.Model):
    """An address, number or handle. Mail addresses are kept case-folded, so that one person is one row."""

    class Kind(models.TextChoices):
        EMAIL = "email"
        PHONE = "phone"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="contact_points")
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.EMAIL)
    value = models.CharField(max_length=320)
    failing_since = models.DateTimeField(null=True, blank=True, help_text="Mail to it has bounced for good since then.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "value"], name="contact_point_once")]

    def __str__(self) -> str:
        return self.value
