"""Event: a typed fact in the one log. Reaction: what follows from it and is not done yet."""

import datetime as dt

from django.db import models

from makegood.events.keys import uuid7


class Origin(models.TextChoices):
    """Only live events make reactions, so that imports and demo data greet nobody."""

    LIVE = "live"
    IMPORTED = "imported"
    DEMO = "demo"


class EventQuerySet(models.QuerySet["Event"]):
    def about(self, key: str) -> "EventQuerySet":
        """What happened to one thing, oldest first."""
        return self.filter(about=key).order_by("at", "id")


class Event(models.Model):
    """One fact. Holds ids and codes only, never a person's words or address."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=60)
    about = models.CharField(max_length=40, blank=True)
    by = models.CharField(max_length=40, blank=True, help_text="S-… staff, K-… customer, or empty for Makegood itself")
    at = models.DateTimeField()
    origin = models.CharField(max_length=8, choices=Origin.choices, default=Origin.LIVE)
    facets = models.JSONField(default=dict)
    data = models.JSONField(default=dict)

    objects = EventQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["about", "at"], name="event_about_at")]

    def __str__(self) -> str:
        return f"{self.name} {self.about}"


class ReactionQuerySet(models.QuerySet["Reaction"]):
    def due(self, at: dt.datetime) -> "ReactionQuerySet":
        """Those to be run, the longest waiting first."""
        return self.filter(run_at__lte=at).order_by("run_at")

    def troubled(self) -> "ReactionQuerySet":
        """Those that failed at least once."""
        return self.exclude(trouble="").order_by("run_at")


class Reaction(models.Model):
    """A leased row for what follows from an event; deleted when done, kept with its trouble when it fails."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, db_index=False)  # the constraint begins with it
    name = models.CharField(max_length=60)
    run_at = models.DateTimeField(db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    trouble = models.TextField(blank=True)

    objects = ReactionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "name"], name="reaction_once_an_event")]

    def __str__(self) -> str:
        return f"{self.name} after {self.event_id}"
