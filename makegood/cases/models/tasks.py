"""Tasks: work for a case, given to a team or to a contractor. The case, its owner and its promises stay as they are."""

import datetime as dt
import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from makegood.brands import scope
from makegood.cases.models.case import NOTHING_DUE, Case, Shelf, without_deleted
from makegood.cases.models.contractors import Contractor
from makegood.cases.models.kept_files import KeptFile
from makegood.events.keys import uuid7
from makegood.promises.models import Commitment
from makegood.staff.models import Team, User


class TaskState(models.TextChoices):
    ASKED = "asked", _("Asked")
    ANSWERED = "answered", _("Answered")
    ACCEPTED = "accepted", _("Taken on")
    DONE = "done", _("Done")
    DECLINED = "declined", _("Declined")
    TAKEN_BACK = "back", _("Taken back")


OPEN_TASKS = (TaskState.ASKED, TaskState.ANSWERED, TaskState.ACCEPTED)


class TaskQuerySet(models.QuerySet["Task"]):
    def visible_to(self, user: User) -> "TaskQuerySet":
        """Those of cases that a member of staff may see."""
        return without_deleted(scope.within(self, user, through="case__"), user)

    def of_case(self, case: Case) -> "TaskQuerySet":
        """Those of a case, and of cases that were merged into it."""
        return self.filter(case__in=Case.objects.part_of(case).values("pk"))

    def open(self) -> "TaskQuerySet":
        """Not settled, of a case that is somebody's matter."""
        return self.filter(is_open=True).exclude(case__shelf__in=(Shelf.JUNK, Shelf.DELETED))

    def taken_by(self, user: User) -> "TaskQuerySet":
        """What a person has taken on."""
        return self.filter(taken_by=user)

    def for_teams(self, user: User) -> "TaskQuerySet":
        """What was given to the teams of a person."""
        return self.filter(team__in=scope.of(user).teams)

    def given_by(self, user: User) -> "TaskQuerySet":
        """What a person gave, or waits for as the owner of its case."""
        return self.filter(Q(given_by=user) | Q(case__owner=user))

    def late_first(self) -> "TaskQuerySet":
        """The order of lists: the next clock first. Keyset: (next_due_at, id)."""
        return self.order_by("next_due_at", "id")

    def after(self, due_at: dt.datetime, key: uuid.UUID) -> "TaskQuerySet":
        """The rows behind one row, in the order of lists."""
        return self.filter(Q(next_due_at__gt=due_at) | Q(next_due_at=due_at, id__gt=key))

    def for_rows(self) -> "TaskQuerySet":
        """With all that a row shows, in one query."""
        return self.select_related("case__customer", "case__brand", "team", "taken_by", "given_by")


class Task(models.Model):
    """Work for a case: what, for whom, by when. `ref` (`T-…`) is what its own promises are about, so that its clock
    touches none of the customer's. Its `key` signs what places a mail here, and opens the contractor's page."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    ref = models.CharField(max_length=12, unique=True)
    key = models.CharField(max_length=16, unique=True)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="tasks")
    what = models.CharField(max_length=300)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    contractor = models.ForeignKey(
        Contractor, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="tasks"
    )
    name = models.CharField(max_length=200, blank=True, help_text="What the contractor was called when it was given.")
    address = models.CharField(max_length=320, blank=True, help_text="The contractor's mail address; empty for a team.")
    language = models.CharField(max_length=5, blank=True)
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    taken_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=8, choices=TaskState.choices, default=TaskState.ASKED)
    is_open = models.BooleanField(default=True)
    answer = models.ForeignKey(
        Commitment, on_delete=models.PROTECT, db_index=False, related_name="+", help_text="That they answer in time."
    )
    due = models.ForeignKey(
        Commitment, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+",
        help_text="That it is done in time.",
    )  # fmt: skip
    says_at = models.DateTimeField(null=True, blank=True, help_text="When they last said that it will be done.")
    next_due_at = models.DateTimeField(
        default=NOTHING_DUE, help_text="Copy of the earliest owed commitment's due time."
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    trouble = models.TextField(blank=True, help_text="Why the last mail to them did not arrive.")

    objects = TaskQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(team__isnull=False, address="") | Q(team__isnull=True) & ~Q(address=""),
                name="task_for_a_team_or_an_address",
            )
        ]
        indexes = [
            models.Index(fields=["next_due_at", "id"], condition=Q(is_open=True), name="task_open"),
            models.Index(fields=["team", "next_due_at", "id"], condition=Q(is_open=True), name="task_team_open"),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.what}"

    @property
    def receiver(self) -> str:
        """Who was asked, by name."""
        return self.team.name if self.team else self.name or self.address

    @property
    def has_due(self) -> bool:
        return self.next_due_at < NOTHING_DUE


class TaskWord(models.Model):
    """Something said to a task, by us or by whom we asked. The customer never sees it."""

    class Kind(models.TextChoices):
        GIVEN = "given", _("Gave the task")
        TOLD = "told", _("Wrote")
        ANSWERED = "answered", _("Answered")
        ACCEPTED = "accepted", _("Took it on")
        DONE = "done", _("It is done")
        DECLINED = "declined", _("Declined it")
        TAKEN_BACK = "back", _("Took it back")
        FILED = "filed", _("Automatic answer")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    task = models.ForeignKey(Task, on_delete=models.CASCADE, db_index=False, related_name="words")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    at = models.DateTimeField()
    staff = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    sender = models.CharField(max_length=320, blank=True, help_text="The address it came from; empty for our own.")
    sender_name = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    quoted = models.TextField(blank=True)
    language = models.CharField(max_length=5, blank=True)
    says_at = models.DateTimeField(null=True, blank=True, help_text="When they say that it will be done.")
    authenticated = models.BooleanField(default=True, help_text="False: the sender's address is not proved.")
    stranger = models.BooleanField(default=False, help_text="From an address that we did not ask.")
    raw = models.CharField(max_length=64, blank=True, help_text="Digest of the stored mail.")
    has_files = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["task", "at", "id"], name="task_word_at")]

    def __str__(self) -> str:
        return f"{self.kind} {self.at}"


class TaskFile(KeptFile):
    """A file of what was said to a task."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    word = models.ForeignKey(TaskWord, on_delete=models.CASCADE, related_name="files")

    class Meta:
        indexes = [
            models.Index(fields=["id"], condition=Q(scanned_at=None), name="task_file_to_scan"),
            models.Index(fields=["digest"], name="task_file_digest"),
        ]
