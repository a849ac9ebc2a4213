"""Calendars and their versions. A version never changes: a commitment keeps the one it was made under."""

import datetime as dt

from django.db import models

from makegood.events.keys import uuid7


class Calendar(models.Model):
    """Named opening hours, of a brand or a team. The hours themselves are in its versions."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=80, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """The key used in events."""
        return str(self.pk)

    def version_at(self, at: dt.datetime) -> "CalendarVersion | None":
        """The version in force at a moment, chosen among all, so that prefetched ones cost no query."""
        begun = [version for version in self.versions.all() if version.valid_from <= at]
        return max(begun, key=lambda version: (version.valid_from, version.number), default=None)


class CalendarVersionQuerySet(models.QuerySet["CalendarVersion"]):
    def in_force(self, at: dt.datetime) -> "CalendarVersionQuerySet":
        """The versions valid at a moment, the one that counts first."""
        return self.filter(valid_from__lte=at).order_by("-valid_from", "-number")


class CalendarVersion(models.Model):
    """Hours as they stand from `valid_from`, in a time zone.

    `weekly`: "0" (Monday) … "6" to [["09:00", "12:00"], …], a missing day is closed, "24:00" ends a day.
    `exceptions`: "2026-12-24" to {"hours": [["09:00", "13:00"]], "note": "…"}; they replace their day, holiday or not.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    calendar = models.ForeignKey(Calendar, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(default=1)
    valid_from = models.DateTimeField()
    timezone = models.CharField(max_length=60)
    weekly = models.JSONField(default=dict)
    country = models.CharField(max_length=2, blank=True)
    subdivision = models.CharField(max_length=10, blank=True)
    observes_holidays = models.BooleanField(default=True)
    exceptions = models.JSONField(default=dict, blank=True)

    objects = CalendarVersionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["calendar", "number"], name="calendar_version_once")]
        ordering = ["-valid_from", "-number"]

    def __str__(self) -> str:
        return f"{self.calendar} {self.number}"

    @property
    def place(self) -> str:
        """Whose holidays it observes: `GB`, `GB-SCT`."""
        return "-".join(filter(None, (self.country, self.subdivision)))
