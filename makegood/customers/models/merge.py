"""Two customers who turned out to be one person, and what it takes to part them again."""

from django.db import models

from makegood.customers.models.customer import Customer
from makegood.events.keys import uuid7
from makegood.staff.models import User


class MergeQuerySet(models.QuerySet["Merge"]):
    def standing(self) -> "MergeQuerySet":
        """Not undone, the newest first."""
        return self.filter(undone_at=None).order_by("-at", "-id")


class Merge(models.Model):
    """One merge. `moved` names what went over, by the name of its belonging: {"cases": [keys as text], …}.

    `before` and `after` are what we knew of the target: {field: text, or ISO time, or null}.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    source = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="+")
    target = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="merges")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    moved = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source"], condition=models.Q(undone_at=None), name="merge_standing_once_a_customer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source_id} into {self.target_id}"
