"""How long people worked on a case: what they noted, what was corrected, and the timers that run."""

import datetime as dt
import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from makegood.brands import scope
from makegood.cases.models.case import Case, without_deleted
from makegood.cases.models.tasks import Task
from makegood.events.keys import uuid7
from makegood.staff import permissions
from makegood.staff.models import Team, User

LONGEST_MINUTES = 24 * 60  # of one entry
LONGEST_NOTE = 500


class TimeEntryQuerySet(models.QuerySet["TimeEntry"]):
    def standing(self) -> "TimeEntryQuerySet":
        """Not removed."""
        return self.filter(removed_at=None)

    def visible_to(self, user: User) -> "TimeEntryQuerySet":
        """Those of cases that a member of staff may see, and their own."""
        return without_deleted(scope.within(self, user, through="case__", own=Q(staff=user)), user)

    def of_case(self, case: Any) -> "TimeEntryQuerySet":
        """Those of a case, and of cases that were merged into it; the newest first."""
        return self.filter(case__in=Case.objects.part_of(case).values("pk")).order_by("-at", "-id")

    def before(self, at: dt.datetime, key: uuid.UUID) -> "TimeEntryQuerySet":
        """The rows behind one row, the newest first."""
        return self.filter(Q(at__lt=at) | Q(at=at, id__lt=key))

    def correctable_by(self, user: User) -> "TimeEntryQuerySet":
        """One's own; a lead's, too, of the people in their teams, and of everybody for who sees all brands."""
        own = Q(staff=user)
        if not permissions.may(user, permissions.CORRECT_TIME):
            return self.filter(own)
        if permissions.may(user, permissions.SEE_ALL):
            return self
        near = User.objects.filter(teams__in=scope.of(user).teams).order_by().values("pk")
        return self.filter(own | Q(staff__in=near))


class TimeEntry(models.Model):
    """So many minutes of one person. `team`: whose case it was then; `day`: on which it was worked, in the time zone of the
    brand; `at`: when it was noted."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="time_entries")
    staff = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, db_index=False, related_name="+")
    task = models.ForeignKey(Task, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    minutes = models.PositiveSmallIntegerField()
    note = models.CharField(max_length=LONGEST_NOTE, blank=True)
    is_timed = models.BooleanField(default=False, help_text="By a timer; else noted by hand.")
    day = models.DateField()
    at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = TimeEntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(minutes__gte=1, minutes__lte=LONGEST_MINUTES), name="time_within_a_day")
        ]
        indexes = [
            models.Index(fields=["case", "at"], name="time_case"),
            models.Index(fields=["day", "id"], condition=Q(removed_at=None), name="time_day"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.minutes}"

    @property
    def seconds(self) -> int:
        """As lengths are worded."""
        return 60 * self.minutes


class TimeChange(models.Model):
    """What an entry said before it was corrected, or removed (`minutes` is None), by whom, and why where it was removed.

    Only ever appended."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    entry = models.ForeignKey(TimeEntry, on_delete=models.CASCADE, related_name="changes")
    by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    at = models.DateTimeField()
    was_minutes = models.PositiveSmallIntegerField()
    was_note = models.CharField(max_length=LONGEST_NOTE, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    reason = models.CharField(max_length=LONGEST_NOTE, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.at}"


class Timer(models.Model):
    """One runs for a person at most."""

    staff = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    task = models.ForeignKey(Task, on_delete=models.SET_NULL, null=True, blank=True, db_index=False, related_name="+")
    started_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.staff_id} {self.started_at}"
