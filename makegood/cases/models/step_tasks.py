"""Steps of a playbook that are somebody else's work: whom, and by when."""

from django.db import models
from django.db.models import Q

from makegood.brands.models import Brand
from makegood.cases.models.checklists import LONGEST_STEP, LONGEST_TIME, Playbook
from makegood.cases.models.contractors import Contractor
from makegood.events.keys import uuid7
from makegood.staff.models import Team


def serving(brand: Brand) -> Q:
    """What has a team that serves a brand, or a contractor of the directory who works for it."""
    known = Contractor.objects.in_use().of_brand(brand).order_by().values("pk")
    teams = Team.objects.filter(brands=brand).values("pk")
    return Q(team__in=teams) | Q(contractor__in=known)


class StepTaskQuerySet(models.QuerySet["StepTask"]):
    def for_brand(self, brand: Brand) -> "StepTaskQuerySet":
        """Those for whoever serves a brand: its teams, and the contractors of the directory who work for it."""
        return self.filter(serving(brand)).select_related("team", "contractor")


class StepTask(models.Model):
    """The step with these words is given as a task to a team or to a contractor; `by_when` is the time in words."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    playbook = models.ForeignKey(Playbook, on_delete=models.CASCADE, db_index=False, related_name="tasks")
    words = models.CharField(max_length=LONGEST_STEP)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    contractor = models.ForeignKey(Contractor, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    by_when = models.CharField(max_length=LONGEST_TIME, blank=True, help_text="From the moment at which it is given.")

    objects = StepTaskQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["playbook", "words"], name="step_task_once"),
            models.CheckConstraint(
                condition=Q(team__isnull=False, contractor__isnull=True)
                | Q(team__isnull=True, contractor__isnull=False),
                name="step_task_for_a_team_or_a_contractor",
            ),
        ]

    def __str__(self) -> str:
        return self.words
