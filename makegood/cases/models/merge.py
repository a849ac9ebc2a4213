"""Two cases that turned out to be one matter, and what it takes to part them again."""

from django.db import models

from makegood.cases.models.case import Case
from makegood.events.keys import uuid7
from makegood.staff.models import User


class Merge(models.Model):
    """One merge. `moved` names what went over: {"messages": […], "commitments": […], "parties": […], "tags": […]}, keys
    as text.

    `before` is how the target stood: {"state": …, "opened_at": ISO time, "resolved_at": ISO time or null}.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    source = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    target = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="merges")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    moved = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source"], condition=models.Q(undone_at=None), name="merge_standing_once_a_case"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source_id} into {self.target_id}"
