"""Faults of ours, and what a lead ruled on the breaks that they may have caused."""

import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from makegood.events.keys import uuid7
from makegood.staff.models import User


class Cause(models.TextChoices):
    """What went wrong with us, so that breaks in that time may not be what they seem."""

    OUTAGE = "outage", _("Makegood was not running")
    CLOCK = "clock", _("The clock of a machine jumped, or the machine slept")
    FLOOD = "flood", _("Far more promises broke at once than ever should")


class FaultQuerySet(models.QuerySet["Fault"]):
    def touching(self, since: dt.datetime, until: dt.datetime) -> "FaultQuerySet":
        """Those whose time overlaps a span."""
        return self.filter(since__lte=until, until__gte=since).order_by("since", "id")


class Fault(models.Model):
    """A span of time in which a fault of ours may have broken promises. What follows from those waits for a lead."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    cause = models.CharField(max_length=6, choices=Cause.choices)
    since = models.DateTimeField()
    until = models.DateTimeField()
    noticed_at = models.DateTimeField()

    objects = FaultQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cause", "since"], name="fault_once")]
        indexes = [models.Index(fields=["until"], name="fault_until")]

    def __str__(self) -> str:
        return f"{self.cause} {self.since}"

    def covers(self, due_at: dt.datetime, noticed_at: dt.datetime) -> bool:
        """Whether a break may be of this fault: a flood is told by when it was noticed, the others by the due time."""
        return self.since <= (noticed_at if self.cause == Cause.FLOOD else due_at) <= self.until


class Ruling(models.Model):
    """What a lead decided on breaks that waited: what follows from them follows, or each is excused for a reason."""

    class Reason(models.TextChoices):
        OUR_FAULT = "our-fault", _("Our system was at fault, and nobody was kept waiting by us")
        WRONG_PROMISE = "wrong-promise", _("The promise should not have been made: a mistake in the charter")
        NOT_REAL = "not-real", _("No real matter of a customer: a test or an import")
        OTHER = "other", _("Another reason, said below")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    fault = models.ForeignKey(Fault, on_delete=models.PROTECT, related_name="rulings")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.CharField(max_length=13, choices=Reason.choices, blank=True, help_text="Empty: all follows.")
    words = models.CharField(max_length=500, blank=True)
    count = models.PositiveIntegerField(default=0, help_text="How many breaks it was about.")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason="other") | ~Q(words=""), name="ruling_other_needs_words")
        ]

    def __str__(self) -> str:
        return f"{self.reason or 'released'} {self.at}"
