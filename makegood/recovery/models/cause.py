"""Why things go wrong: a tree that the organisation keeps, to learn from."""

from django.db import models
from django.db.models import Q

from makegood.events.keys import uuid7

DEEPEST = 3


class CauseQuerySet(models.QuerySet["Cause"]):
    def under(self, parent: "Cause | None") -> "CauseQuerySet":
        """The causes right below one, or at the top, by name. Keyset: (name, id)."""
        return self.filter(parent=parent).order_by("name", "id")

    def in_use(self) -> "CauseQuerySet":
        """What may be chosen: neither it nor what stands above it is retired."""
        above = Q(parent__retired_at=None) & Q(parent__parent__retired_at=None)
        return self.filter(above, retired_at=None).select_related("parent__parent")


class Cause(models.Model):
    """One cause, at most DEEPEST levels deep. A retired one is chosen no more, and stays where it was chosen."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    name = models.CharField(max_length=80)
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = CauseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["parent", "name"], name="cause_once_under_another"),
            models.UniqueConstraint(fields=["name"], condition=Q(parent=None), name="cause_once_at_the_top"),
        ]

    def __str__(self) -> str:
        return " › ".join(one.name for one in self.path)

    @property
    def path(self) -> list["Cause"]:
        """From the top down to itself."""
        return [*(self.parent.path if self.parent else []), self]
