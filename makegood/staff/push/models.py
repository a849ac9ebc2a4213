"""Devices, what waits to be shown on them, and our key."""

import datetime as dt

from django.db import models

from makegood.events.keys import uuid7
from makegood.staff.models import User


class OwnKey(models.Model):
    """The key that says that it is we who push; `private` is sealed (`makegood.staff.secrets`). There is one row."""

    only = models.BooleanField(primary_key=True, default=True)
    private = models.CharField(max_length=255)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.made_at)


class Device(models.Model):
    """`endpoint`, `p256dh` (its public key) and `auth` are as its browser told them, keys in base64url."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="push_devices")
    endpoint = models.CharField(max_length=1000, unique=True)
    p256dh = models.CharField(max_length=120)
    auth = models.CharField(max_length=40)
    agent = models.CharField(max_length=300, blank=True, help_text="What the browser calls itself.")
    added_at = models.DateTimeField()
    reached_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["added_at", "id"]

    def __str__(self) -> str:
        return str(self.pk)


class PushQuerySet(models.QuerySet["Push"]):
    def to_send(self, at: dt.datetime) -> "PushQuerySet":
        """What is to go out now, the longest waiting first."""
        return self.filter(run_at__lte=at).order_by("run_at")


class Push(models.Model):
    """One notice for one device. `key` names what is told, so that it is told once. `run_at`: when it is tried, None once it
    is over."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    device = models.ForeignKey(Device, on_delete=models.CASCADE, db_index=False, related_name="pushes")
    key = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    body = models.CharField(max_length=40, blank=True)
    path = models.CharField(max_length=200)
    made_at = models.DateTimeField(db_index=True)
    run_at = models.DateTimeField(null=True, db_index=True)
    attempts = models.PositiveIntegerField(default=0)

    objects = PushQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["device", "key"], name="push_once_a_device")]

    def __str__(self) -> str:
        return self.key
