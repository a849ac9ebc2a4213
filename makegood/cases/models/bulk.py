"""Bulk work: one act on many cases, a row for each, done one by one and undone together."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from makegood.cases.models.case import Case
from makegood.cases.models.checklists import Playbook
from makegood.cases.models.kinds import Kind
from makegood.cases.models.problems import Problem, Telling
from makegood.events.keys import uuid7
from makegood.staff.models import Team, User

MOST_CASES = 10_000


class Deed(models.TextChoices):
    """What is done to each case."""

    TAKE = "take", _("Take")
    GIVE = "give", _("Give to a colleague")
    HAND_OVER = "hand", _("Hand over to a team")
    TAG = "tag", _("Add tags")
    UNTAG = "untag", _("Take tags off")
    RESOLVE = "resolve", _("Resolve")
    JUNK = "junk", _("Junk")
    TIE = "tie", _("Tie to a known problem")
    KIND = "kind", _("Set the kind")
    START = "start", _("Start a checklist")
    TICK = "tick", _("Tick a step")
    TELL = "tell", _("Tell all customers")
    UNDO = "undo", _("Undo")


class BulkQuerySet(models.QuerySet["Bulk"]):
    def visible_to(self, user: User) -> "BulkQuerySet":
        """One's own."""
        return self.filter(by=user)

    def to_do(self) -> "BulkQuerySet":
        """What has rows that wait, the oldest first."""
        return self.filter(finished_at=None).order_by("at")


class Bulk(models.Model):
    """One act on many cases. `words` are tags, the reason of a handover, or the words of a step of the `playbook`;
    `undoes` is what an undo takes back."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    deed = models.CharField(max_length=8, choices=Deed.choices)
    owner = models.ForeignKey(User, on_delete=models.CASCADE, null=True, blank=True, db_index=False, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, null=True, blank=True, db_index=False, related_name="+")
    problem = models.ForeignKey(
        Problem, on_delete=models.CASCADE, null=True, blank=True, db_index=False, related_name="+"
    )
    kind = models.ForeignKey(Kind, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    telling = models.OneToOneField(Telling, on_delete=models.CASCADE, null=True, blank=True, related_name="bulk")
    playbook = models.ForeignKey(
        Playbook, on_delete=models.CASCADE, null=True, blank=True, db_index=False, related_name="+"
    )
    words = models.TextField(blank=True)
    total = models.PositiveIntegerField()
    undoes = models.OneToOneField("self", on_delete=models.CASCADE, null=True, blank=True, related_name="undone_by")
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = BulkQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["at"], condition=Q(finished_at=None), name="bulk_to_do")]

    def __str__(self) -> str:
        return f"{self.deed} {self.total}"


class BulkRow(models.Model):
    """What became of one case. `told`: why nothing was done, in the language of who asked. `before` is what an undo needs;
    null where nothing can be undone."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        DONE = "done", _("Done")
        SKIPPED = "skipped", _("Nothing to do")
        REFUSED = "refused", _("Not done")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    bulk = models.ForeignKey(Bulk, on_delete=models.CASCADE, db_index=False, related_name="rows")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="+")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    told = models.CharField(max_length=300, blank=True)
    before = models.JSONField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bulk", "number"], name="bulk_row_once_a_number")]
        indexes = [models.Index(fields=["bulk", "number"], condition=Q(state="waiting"), name="bulk_row_waiting")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.state}"


def keys_of(rows: "models.QuerySet[BulkRow]") -> list[uuid.UUID]:
    """The keys of their cases, in order."""
    return list(rows.order_by("number").values_list("case", flat=True))
