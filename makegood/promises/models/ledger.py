"""The append-only ledger, and the counts kept beside it."""

import uuid

from django.db import models

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.events.keys import uuid7
from makegood.promises.models.commitments import Commitment, without_deleted
from makegood.staff.models import User


class LedgerEntryQuerySet(models.QuerySet["LedgerEntry"]):
    def visible_to(self, user: User) -> "LedgerEntryQuerySet":
        """What became of the commitments that a member of staff may see."""
        entries = scope.within(self, user, through="commitment__")
        return without_deleted(entries, user, about="commitment__about")

    def newest_first(self) -> "LedgerEntryQuerySet":
        """In the order in which they were written, backwards. Keyset: -id."""
        return self.order_by("-id")

    def before(self, key: uuid.UUID) -> "LedgerEntryQuerySet":
        """The rows behind one row, newest first."""
        return self.filter(id__lt=key)

    def for_rows(self) -> "LedgerEntryQuerySet":
        """With all that a row shows, in one query."""
        return self.select_related("commitment__brand", "commitment__customer", "commitment__promised_by")


class LedgerEntry(models.Model):
    """What became of a commitment, one fact a row, never changed. `reason` is a code, never a person's words."""

    class Kind(models.TextChoices):
        MADE = "made"
        PAUSED = "paused"
        RESUMED = "resumed"
        HELD = "held"
        RELEASED = "released"
        KEPT = "kept"
        BROKEN = "broken"
        EXCUSED = "excused"
        CORRECTED = "corrected"
        REOPENED = "reopened"
        DONE_LATE = "done late"
        MOVED = "moved"
        WARNED = "warned"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="ledger")
    kind = models.CharField(max_length=9, choices=Kind.choices)
    at = models.DateTimeField()
    by = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=60, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)

    objects = LedgerEntryQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.kind} {self.at}"


class Tally(models.Model):
    """How many commitments of one promise were settled on one day (UTC), kept as they settle, never recounted."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    brand = models.ForeignKey(Brand, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=40)
    day = models.DateField()
    kept = models.IntegerField(default=0)
    broken = models.IntegerField(default=0)
    excused = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["brand", "key", "day"], name="tally_once_a_day")]

    def __str__(self) -> str:
        return f"{self.brand} {self.key} {self.day}"


class Pace(models.Model):
    """How many commitments of one promise, settled in one week (named by its Monday, UTC), took how long: see pace.py.

    All that are kept or broken are in it, those not done at a step of their own.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    brand = models.ForeignKey(Brand, on_delete=models.CASCADE, related_name="+", db_index=False)
    key = models.CharField(max_length=40)
    week = models.DateField()
    step = models.PositiveSmallIntegerField()
    count = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["brand", "key", "week", "step"], name="pace_once_a_week_and_step")
        ]

    def __str__(self) -> str:
        return f"{self.brand_id} {self.key} {self.week} {self.step}"
