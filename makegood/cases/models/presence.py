"""Who has a case open right now: rows that live for half a minute, and say nothing of the past."""

import datetime as dt

from django.db import models

from makegood.cases.models.case import Case
from makegood.events.keys import uuid7
from makegood.staff.models import User


class PresenceQuerySet(models.QuerySet["Presence"]):
    def now(self, at: dt.datetime) -> "PresenceQuerySet":
        """Those who are there at a moment."""
        return self.filter(is_gone=False, until__gt=at)

    def changed_since(self, at: dt.datetime) -> "PresenceQuerySet":
        """Whoever came, went, or began or ceased to write."""
        return self.filter(changed_at__gte=at)


class Presence(models.Model):
    """One person at one case. `until` moves on as long as their page says that they are there; `changed_at` only when
    there is something to tell. Gone ones stay for a minute, so that every page hears of it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="+")
    staff = models.ForeignKey(User, on_delete=models.CASCADE, db_index=False, related_name="+")
    is_writing = models.BooleanField(default=False)
    is_gone = models.BooleanField(default=False)
    until = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = PresenceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "staff"], name="presence_once_a_person")]
        indexes = [models.Index(fields=["changed_at"], name="presence_changed")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.staff_id} {self.until}"

    @staticmethod
    def name_of(ref: str) -> str:
        """What live pages hear when somebody comes to a case or goes: `W-7F3K9Q` for `C-7F3K9Q`."""
        return f"W{ref[1:]}"
