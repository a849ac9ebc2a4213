"""A reminder: one person wants to think of a case at a time. Nobody else sees it."""

from django.db import models
from django.db.models import Q

from makegood.cases.models.case import Case
from makegood.events.keys import uuid7
from makegood.staff.models import User


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def standing(self) -> "ReminderQuerySet":
        """Not done yet: still to come, or come and looked at by nobody."""
        return self.filter(done_at=None)

    def to_come(self) -> "ReminderQuerySet":
        """Those whose time has not come, in order."""
        return self.filter(done_at=None, came_at=None).order_by("due_at", "id")

    def come(self) -> "ReminderQuerySet":
        """Those that wait to be done, in order."""
        return self.filter(done_at=None, came_at__isnull=False).order_by("came_at", "id")


class Reminder(models.Model):
    """`note` is for its writer alone."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="reminders")
    staff = models.ForeignKey(User, on_delete=models.CASCADE, db_index=False, related_name="+")
    note = models.CharField(max_length=500, blank=True)
    due_at = models.DateTimeField()
    came_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["due_at", "id"], condition=Q(came_at=None, done_at=None), name="reminder_due"),
            models.Index(fields=["staff", "came_at"], condition=Q(done_at=None), name="reminder_standing"),
            models.Index(fields=["case", "staff"], name="reminder_case"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.due_at}"
