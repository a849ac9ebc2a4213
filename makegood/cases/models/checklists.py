"""Playbooks: steps that resolve a kind of case. Started on a case, one is a checklist of its own."""

from typing import Literal

from django.db import models
from django.db.models import Q

from makegood.brands import scope
from makegood.cases.models.case import Case
from makegood.cases.models.contractors import Contractor
from makegood.cases.models.tasks import Task
from makegood.events.keys import uuid7
from makegood.staff import permissions
from makegood.staff.models import Team, User

MOST_STEPS, LONGEST_STEP, LONGEST_TIME, LONGEST_REASON = 50, 300, 100, 300


class PlaybookQuerySet(models.QuerySet["Playbook"]):
    def in_use(self) -> "PlaybookQuerySet":
        """What may be started, by name."""
        return self.filter(is_active=True).order_by("name", "id")

    def visible_to(self, user: User) -> "PlaybookQuerySet":
        """Everybody's, and those of one's teams; all, for who sees all brands."""
        if permissions.may(user, permissions.SEE_ALL):
            return self
        return self.filter(Q(team=None) | Q(team__in=scope.of(user).teams))

    def changed_by(self, user: User) -> "PlaybookQuerySet":
        """What a person with the ability may change, by name."""
        return self.visible_to(user).order_by("-is_active", "name", "id")


class Playbook(models.Model):
    """A list of steps with a name, for one team or everybody. Checklists that were started keep the steps they have.

    A step waits until all before it are settled where `waiting` has its words; `in_turn`: each does."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=100)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    steps = models.JSONField(default=list, help_text="The words of each step, in order.")
    in_turn = models.BooleanField(default=False, db_default=False, help_text="One step after another.")
    waiting = models.JSONField(
        default=list, db_default=[], blank=True, help_text="The words of the steps that wait for those before them."
    )
    is_active = models.BooleanField(default=True)

    objects = PlaybookQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name

    def waits(self, words: str) -> bool:
        """Whether a step with these words waits for those before it."""
        return self.in_turn or words in self.waiting


class ChecklistQuerySet(models.QuerySet["Checklist"]):
    def of_case(self, case: Case) -> "ChecklistQuerySet":
        """Those of a case, and of cases that were merged into it, in the order in which they were started."""
        return self.filter(case__in=Case.objects.part_of(case).values("pk")).order_by("started_at", "id")


class Checklist(models.Model):
    """A playbook, started on a case."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="checklists")
    playbook = models.ForeignKey(Playbook, on_delete=models.SET_NULL, null=True, db_index=False, related_name="+")
    name = models.CharField(max_length=100)
    started_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    started_at = models.DateTimeField()

    objects = ChecklistQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class StepQuerySet(models.QuerySet["Step"]):
    def of_case(self, case: Case) -> "StepQuerySet":
        """Those of all checklists of a case, and of cases that were merged into it, in order."""
        parts = Case.objects.part_of(case).values("pk")
        return self.filter(checklist__case__in=parts).order_by("checklist__started_at", "checklist", "number")

    def open(self) -> "StepQuerySet":
        """Neither done nor left out; some of them wait."""
        return self.filter(done_at=None)

    def for_pages(self) -> "StepQuerySet":
        """With their checklist, their task, and whoever did them."""
        return self.select_related("checklist", "done_by", "task__team", "task__due")


class Step(models.Model):
    """One step of a checklist, and who did it when, or left it out for which reason: nobody of us where a contractor did
    its task. `waits`: it opens once all before it are settled; `is_waiting`: it has not opened yet."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    checklist = models.ForeignKey(Checklist, on_delete=models.CASCADE, db_index=False, related_name="steps")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=LONGEST_STEP)
    done_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    left_out = models.BooleanField(default=False, db_default=False)
    reason = models.CharField(max_length=LONGEST_REASON, blank=True, db_default="", help_text="Why it was left out.")
    waits = models.BooleanField(default=False, db_default=False)
    is_waiting = models.BooleanField(default=False, db_default=False)
    # Whose work it is, and by when in words, as the playbook said when it was started: given once it is open.
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, db_index=False, related_name="+")
    contractor = models.ForeignKey(
        Contractor, on_delete=models.SET_NULL, null=True, blank=True, db_index=False, related_name="+"
    )
    by_when = models.CharField(max_length=LONGEST_TIME, blank=True, db_default="")
    trouble = models.CharField(
        max_length=300, blank=True, db_default="", help_text="Why it could not be given when it opened."
    )
    task = models.OneToOneField(Task, on_delete=models.SET_NULL, null=True, blank=True, related_name="step")

    objects = StepQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["checklist", "number"], name="step_once_a_number")]

    def __str__(self) -> str:
        return f"{self.number}. {self.words}"

    @property
    def state(self) -> Literal["open", "waiting", "done", "left out"]:
        """How it stands, in one word."""
        if self.done_at is not None:
            return "left out" if self.left_out else "done"
        return "waiting" if self.is_waiting else "open"
