"""Answers already given to a request with an idempotency key, so that asking twice acts once."""

from django.db import models

from makegood.events.keys import uuid7
from makegood.staff.models import User


class GivenAnswer(models.Model):
    """What a request with this key was answered. `digest` is of the request, so that a key is not used for another."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    subject = models.CharField(max_length=64, help_text="Reference of the case, or id of the message, that was made.")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="api_answer_once")]
        indexes = [models.Index(fields=["at"], name="api_answer_at")]

    def __str__(self) -> str:
        return self.key
