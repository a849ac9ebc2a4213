"""A case of which some messages went to one of their own, and what it takes to put them back."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from makegood.cases.models.case import Case, Shelf
from makegood.cases.models.message import Message
from makegood.cases.models.tasks import Task
from makegood.events.keys import uuid7
from makegood.events.models import Event
from makegood.staff.models import User


class SplitQuerySet(models.QuerySet["Split"]):
    def of(self, case: Case) -> "SplitQuerySet":
        """Those that a case was split by, and the one that made it."""
        return self.filter(Q(source=case) | Q(target=case))

    def can_be_undone(self) -> "SplitQuerySet":
        """Not undone yet, and in the new case nobody has said or done anything since."""
        done = Event.objects.filter(about=OuterRef("target__ref"), at__gt=OuterRef("at")).exclude(by="")
        said = Message.objects.filter(case=OuterRef("target"), at__gt=OuterRef("at"))
        given = Task.objects.filter(case=OuterRef("target"))
        standing = self.filter(undone_at=None, source__shelf=Shelf.NONE, target__shelf=Shelf.NONE)
        return standing.filter(target__state=F("state_after")).exclude(Exists(done) | Exists(said) | Exists(given))


class Split(models.Model):
    """One split. `moved` names what went: {"messages": {key: why it had been placed in the source}, "commitments":
    [keys]}.

    `before` is how the source stood: {"state": …, "asked_at": ISO time or null}; `state_after` how the new case began.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    source = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="splits")
    target = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="split")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    moved = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    state_after = models.CharField(max_length=8)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = SplitQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.target_id} off {self.source_id}"
