"""A reply that is written and leaves at a time of its own."""

import datetime as dt

from django.db import models
from django.db.models import Q

from makegood.cases.models.message import Message
from makegood.events.keys import uuid7
from makegood.staff.models import User


class PlannedReplyQuerySet(models.QuerySet["PlannedReply"]):
    def waiting(self) -> "PlannedReplyQuerySet":
        """Those that have neither left nor been taken back nor stopped."""
        return self.filter(ended_at=None)

    def due(self, at: dt.datetime) -> "PlannedReplyQuerySet":
        """Those whose time it is, in order."""
        return self.waiting().filter(leaves_at__lte=at).order_by("leaves_at", "id")

    def returned(self) -> "PlannedReplyQuerySet":
        """Those that were stopped, of which their author has not read yet."""
        return self.filter(is_returned=True).order_by("id")


class PlannedReply(models.Model):
    """When a reply leaves; it is written and shown as any other. `is_returned`: it was stopped, its words are a draft again, and
    its author has not looked since."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="planned")
    staff = models.ForeignKey(User, on_delete=models.CASCADE, db_index=False, related_name="+")
    leaves_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    is_returned = models.BooleanField(default=False)

    objects = PlannedReplyQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["leaves_at", "id"], condition=Q(ended_at=None), name="planned_to_leave"),
            models.Index(fields=["staff", "id"], condition=Q(is_returned=True), name="planned_returned"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
