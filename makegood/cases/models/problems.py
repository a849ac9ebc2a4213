"""Known problems: what causes many cases, what is known of it, and what was told to all whom it concerns."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from makegood.brands import scope
from makegood.cases.models.case import Case, CaseQuerySet, without_deleted
from makegood.events.keys import uuid7
from makegood.orders.models import Product
from makegood.staff.models import User


class ProblemState(models.TextChoices):
    OPEN = "open", _("Open")
    MENDING = "mending", _("Being mended")
    SOLVED = "solved", _("Solved")


class ProblemQuerySet(models.QuerySet["Problem"]):
    def unsolved(self) -> "ProblemQuerySet":
        """What cases may be tied to at one press."""
        return self.exclude(state=ProblemState.SOLVED)

    def newest_first(self) -> "ProblemQuerySet":
        """The order of the list. Keyset: (-opened_at, -id)."""
        return self.order_by("-opened_at", "-id")


class Problem(models.Model):
    """What goes wrong for many. Everybody who works on cases sees it; its cases are seen like any others. `tied` counts
    the cases that are tied to it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    ref = models.CharField(max_length=12, unique=True)
    title = models.CharField(max_length=200)
    state = models.CharField(max_length=7, choices=ProblemState.choices, default=ProblemState.OPEN)
    known = models.TextField(blank=True, help_text="What is known of it.")
    workaround = models.TextField(blank=True, help_text="What customers can do meanwhile.")
    product = models.ForeignKey(
        Product, on_delete=models.SET_NULL, null=True, blank=True, db_index=False, related_name="+"
    )
    tied = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    changed_at = models.DateTimeField()
    solved_at = models.DateTimeField(null=True, blank=True)

    objects = ProblemQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["opened_at", "id"], name="problem_opened")]

    def __str__(self) -> str:
        return f"{self.ref} {self.title}"


class TieQuerySet(models.QuerySet["Tie"]):
    def visible_to(self, user: User) -> "TieQuerySet":
        """Those of cases that a member of staff may see."""
        return without_deleted(scope.within(self, user, through="case__", own=Q(case__owner=user)), user)

    def of_case(self, case: Case) -> "TieQuerySet":
        """That of a case, else of one that was merged into it."""
        return self.filter(case__in=Case.objects.part_of(case).values("pk")).order_by("-at", "-id")

    def of_problem(self, problem: uuid.UUID) -> "models.QuerySet[Tie, Any]":
        """The keys of the cases that a problem causes."""
        return self.filter(problem=problem).presents()

    def presents(self) -> "models.QuerySet[Tie, Any]":
        """The keys of the tied cases; of one that was merged the other, unless that has a known problem of its own."""
        shown = self.filter(Q(case__merged_into=None) | Q(case__merged_into__tie=None))
        return shown.annotate(present=Coalesce("case__merged_into", "case")).order_by().values("present")

    def newest_first(self) -> "TieQuerySet":
        """The order of a problem's cases. Keyset: (-at, -id)."""
        return self.order_by("-at", "-id")


class Tie(models.Model):
    """A case is caused by a known problem; by one at a time."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    problem = models.ForeignKey(Problem, on_delete=models.CASCADE, db_index=False, related_name="ties")
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="tie")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")

    objects = TieQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["problem", "at", "id"], name="tie_problem")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.problem_id}"


class TellingQuerySet(models.QuerySet["Telling"]):
    def of_problem(self, problem: Problem) -> "TellingQuerySet":
        """What was told and not undone, the last first."""
        return self.filter(problem=problem, bulk__undone_by=None).order_by("-at", "-id")


class Telling(models.Model):
    """What was told to all customers of a problem. `texts` by language; who reads another language got `otherwise`, or
    nothing where that is empty. The rows of its bulk work say what became of each case."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    problem = models.ForeignKey(Problem, on_delete=models.CASCADE, db_index=False, related_name="tellings")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    texts = models.JSONField(default=dict)
    otherwise = models.CharField(max_length=5, blank=True)
    resolves = models.BooleanField(default=False)

    objects = TellingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["problem", "at"], name="telling_problem")]

    def __str__(self) -> str:
        return f"{self.problem_id} {self.at}"

    def in_language(self, code: str) -> tuple[str, str]:
        """The text for whoever reads this language, and the language it is in; empty where nothing is told to them."""
        language = code if code in self.texts else self.otherwise
        return self.texts.get(language, ""), language


def concerned(problem: Problem, user: User) -> CaseQuerySet:
    """The unfinished cases that a problem causes and this person may see; of one that was merged the other, unless that
    has a known problem of its own. Begins at the ties, of which there are few."""
    return Case.objects.visible_to(user).unfinished().filter(pk__in=Tie.objects.of_problem(problem.pk))


def readers(problem: Problem, user: User) -> dict[str, int]:
    """How many customers are concerned by the language they read, the organisation's languages all among them."""
    cases = concerned(problem, user).order_by().values("language")
    counted = cases.annotate(readers=models.Count("customer", distinct=True)).values_list("language", "readers")
    return dict.fromkeys((code for code, _name in settings.LANGUAGES), 0) | dict(counted)
