"""What a reply promises besides, until it leaves."""

from django.db import models

from makegood.cases.models.message import Message
from makegood.events.keys import uuid7


class Offer(models.Model):
    """A sentence of a reply that reads like a promise, and what its writer decided: with a due time it becomes a
    commitment when the reply leaves; without one it was declined, and is not offered again when the reply is undone."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="offers")
    key = models.CharField(max_length=16, help_text="Names the sentence.")
    words = models.CharField(max_length=500)
    due_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "key"], name="offer_once_a_message")]

    def __str__(self) -> str:
        return f"{self.message_id} {self.key}"
