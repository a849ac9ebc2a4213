"""A mention: a colleague is named in a note, is told, and may open its case whoever it belongs to."""

from django.db import models
from django.db.models import Q

from makegood.cases.models.message import Message
from makegood.events.keys import uuid7
from makegood.staff.models import User


class MentionQuerySet(models.QuerySet["Mention"]):
    def unread(self) -> "MentionQuerySet":
        """Those whose case they have not opened since, the newest first."""
        return self.filter(read_at=None).order_by("-id")


class Mention(models.Model):
    """Who was named; where a team was, each of its members. It follows its note from case to case."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="mentions")
    staff = models.ForeignKey(User, on_delete=models.CASCADE, db_index=False, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["staff", "message"], name="mention_once_a_note")]
        indexes = [models.Index(fields=["staff", "id"], condition=Q(read_at=None), name="mention_unread")]

    def __str__(self) -> str:
        return str(self.pk)
