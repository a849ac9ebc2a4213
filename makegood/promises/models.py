"""The charter, commitments made from it, their ledger, and the counts that the charter page shows."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q

from makegood.brands.models import Brand
from makegood.calendars.models import CalendarVersion
from makegood.customers.models import Customer
from makegood.events.keys import uuid7
from makegood.staff.models import Team, User


class Form(models.TextChoices):
    """The two forms that say everything."""

    WITHIN = "within"
    NEVER = "never"


class Hours(models.TextChoices):
    """Which time counts: every hour, or the brand's opening hours."""

    ALWAYS = "always"
    OPENING = "opening"


class CharterVersion(models.Model):
    """The promises of a brand as they stand from `valid_from`. Never changed once published."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, related_name="charters")
    number = models.PositiveIntegerField()
    valid_from = models.DateTimeField()
    published_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["brand", "number"], name="charter_version_once")]
        ordering = ["-valid_from", "-number"]

    def __str__(self) -> str:
        return f"{self.brand} {self.number}"


class CharterLine(models.Model):
    """One promise, as data: after A, B within T; or after A, never B within T.

    `starts_on` (A) and `ends_on` (B) are lists of event names; `amount` and `unit` give T, empty for "until closed";
    `scope` maps a facet to the values it must have; `unless` lists keys of promises that must not be running.
    """

    class Unit(models.TextChoices):
        SECONDS = "seconds"
        MINUTES = "minutes"
        HOURS = "hours"
        DAYS = "days"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.ForeignKey(CharterVersion, on_delete=models.CASCADE, related_name="lines")
    key = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    form = models.CharField(max_length=6, choices=Form.choices)
    starts_on = models.JSONField(default=list)
    ends_on = models.JSONField(default=list)
    amount = models.PositiveIntegerField(null=True, blank=True)
    unit = models.CharField(max_length=7, choices=Unit.choices, default=Unit.HOURS)
    hours = models.CharField(max_length=7, choices=Hours.choices, default=Hours.OPENING)
    pauses_on = models.JSONField(default=list, blank=True)
    resumes_on = models.JSONField(default=list, blank=True)
    excused_on = models.JSONField(default=list, blank=True)
    unless = models.JSONField(default=list, blank=True)
    scope = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["position", "key"]
        constraints = [models.UniqueConstraint(fields=["version", "key"], name="charter_line_once")]

    def __str__(self) -> str:
        return self.key


class State(models.TextChoices):
    OPEN = "open"
    PAUSED = "paused"
    KEPT = "kept"
    BROKEN = "broken"
    EXCUSED = "excused"


class CommitmentQuerySet(models.QuerySet["Commitment"]):
    def about(self, key: str) -> "CommitmentQuerySet":
        """The commitments of one case or order, oldest first."""
        return self.filter(about=key).order_by("made_at", "id")

    def running(self) -> "CommitmentQuerySet":
        """Open or paused."""
        return self.filter(state__in=(State.OPEN, State.PAUSED))

    def concerned(self, key: str, *, message: str = "") -> "CommitmentQuerySet":
        """Those of one case that an event may still change: running, owed, broken not for good, kept by `message`."""
        changeable = Q(state__in=(State.OPEN, State.PAUSED)) | Q(owed=True) | Q(state=State.BROKEN, final_at=None)
        if message:
            changeable |= Q(settled_by=message)
        return self.filter(changeable, about=key)

    def owed(self) -> "CommitmentQuerySet":
        """Still to be done: running, or broken and not yet done all the same."""
        return self.filter(owed=True)

    def due(self, at: dt.datetime) -> "CommitmentQuerySet":
        """Open ones whose time has come and that no pressed reply holds."""
        return self.filter(state=State.OPEN, due_at__lte=at).exclude(held_until__gt=at)

    def breaks_before(self, until: dt.datetime) -> "CommitmentQuerySet":
        """Breaks not yet final whose due time lies before a moment, the longest due first."""
        return self.filter(state=State.BROKEN, final_at=None, due_at__lt=until).order_by("due_at")

    def to_warn(self, at: dt.datetime) -> "CommitmentQuerySet":
        """Open ones of which owner and lead should hear before they break."""
        return self.filter(warn_at__lte=at)


class Commitment(models.Model):
    """A promise made to one customer. `about` is the key of the case (or order, or person) it concerns."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    about = models.CharField(max_length=40)
    key = models.CharField(max_length=40)
    line = models.ForeignKey(CharterLine, on_delete=models.PROTECT, null=True, blank=True, related_name="commitments")
    calendar = models.ForeignKey(CalendarVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, null=True, blank=True, related_name="commitments")
    promised_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    form = models.CharField(max_length=6, choices=Form.choices, default=Form.WITHIN)
    words = models.TextField(blank=True)
    ends_on = models.JSONField(default=list)
    work_seconds = models.PositiveBigIntegerField(null=True, blank=True)
    used_seconds = models.PositiveBigIntegerField(default=0)
    made_at = models.DateTimeField()
    running_since = models.DateTimeField()
    due_at = models.DateTimeField(null=True, blank=True)
    warn_at = models.DateTimeField(null=True, blank=True)
    held_until = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=7, choices=State.choices, default=State.OPEN)
    owed = models.BooleanField(default=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=40, blank=True, help_text="Key of the message that kept it.")
    done_at = models.DateTimeField(null=True, blank=True, help_text="When it was done all the same, after the break.")
    final_at = models.DateTimeField(null=True, blank=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["about"], name="commitment_about"),
            models.Index(fields=["due_at"], condition=Q(state="open"), name="commitment_due"),
            models.Index(fields=["warn_at"], condition=Q(warn_at__isnull=False), name="commitment_warn"),
            models.Index(
                fields=["due_at"],
                condition=Q(state="broken", final_at__isnull=True),
                name="commitment_not_final",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.key} {self.state}"

    @property
    def remaining_seconds(self) -> int:
        """Work time left when the clock last started; 0 when none or without a deadline."""
        return max(0, (self.work_seconds or 0) - self.used_seconds)


class LedgerEntry(models.Model):
    """What became of a commitment, one fact a row, never changed. `reason` is a code, never a person's words."""

    class Kind(models.TextChoices):
        MADE = "made"
        PAUSED = "paused"
        RESUMED = "resumed"
        HELD = "held"
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


def commitments_by_about(keys: Iterable[str]) -> dict[str, list[Any]]:
    """What is owed in several cases at once, one query: {about: [commitments by due time]}."""
    found: dict[str, list[Any]] = {key: [] for key in keys}
    for commitment in Commitment.objects.owed().filter(about__in=list(found)).order_by("due_at"):
        found[commitment.about].append(commitment)
    return found
