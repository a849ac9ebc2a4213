"""What one case adds to the figures of one day: the rows that every sum is of, and that stand behind each figure."""

import datetime as dt
import uuid

from django.db import models
from django.db.models import Q

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.cases.models import Case, Kind
from makegood.cases.models.case import without_deleted
from makegood.events.keys import uuid7
from makegood.staff.models import Team, User

# Since when no day is known: a case that is still in the backlog.
STILL_OPEN = dt.date(9999, 12, 31)


class CaseDayQuerySet(models.QuerySet["CaseDay"]):
    def visible_to(self, user: User) -> "CaseDayQuerySet":
        """Those of cases that a member of staff may see."""
        return without_deleted(scope.within(self, user, own=Q(case__owner=user)), user)

    def of_days(self, first: dt.date, last: dt.date) -> "CaseDayQuerySet":
        """Those of a span of days, both included."""
        return self.filter(day__gte=first, day__lte=last)

    def open_after(self, day: dt.date) -> "CaseDayQuerySet":
        """Those that put their case into the backlog in which it stands at the end of a day."""
        return self.filter(day__lte=day, open_until__gt=day)

    def newest_first(self) -> "CaseDayQuerySet":
        """Keyset: (-day, -id)."""
        return self.order_by("-day", "-id")

    def before(self, day: dt.date, key: uuid.UUID) -> "CaseDayQuerySet":
        """The rows behind one row, newest first."""
        return self.filter(Q(day__lt=day) | Q(day=day, id__lt=key))

    def for_rows(self) -> "CaseDayQuerySet":
        """With all that a row shows, in one query."""
        return self.select_related("case", "brand", "team", "person")


class CaseDay(models.Model):
    """One case on one day, under one person; without one, under nobody in person. Written anew whenever the case changes.

    `choices`: what is chosen in the organisation's own fields, as "key of the field:slug". A length is kept as its step
    (see promises/pace.py). `open_until`: on the day at whose end the case came into the backlog, the day at whose end it
    is no longer in it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.SET_NULL, null=True, related_name="days")
    day = models.DateField(help_text="In the organisation's time zone.")
    # No index of their own: a brand or a team has more rows than an index helps to find.
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, db_index=False, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, db_index=False, related_name="+")
    person = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    channel = models.CharField(max_length=10)
    language = models.CharField(max_length=5)
    kind = models.ForeignKey(Kind, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    choices = models.JSONField(default=list, blank=True)
    opened = models.PositiveSmallIntegerField(default=0)
    resolved = models.PositiveSmallIntegerField(default=0)
    reopened = models.PositiveSmallIntegerField(default=0)
    closed = models.PositiveSmallIntegerField(default=0)
    kept = models.PositiveSmallIntegerField(default=0)
    broken = models.PositiveSmallIntegerField(default=0)
    excused = models.PositiveSmallIntegerField(default=0)
    first_reply = models.PositiveSmallIntegerField(null=True, blank=True)
    next_replies = models.JSONField(default=list, blank=True)
    resolution = models.PositiveSmallIntegerField(null=True, blank=True)
    open_until = models.DateField(null=True, blank=True)

    objects = CaseDayQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["day", "id"], name="case_day_day"),
            models.Index(fields=["person", "day", "id"], condition=Q(person__isnull=False), name="case_day_person"),
            models.Index(fields=["day", "id"], condition=Q(broken__gt=0), name="case_day_broken"),
            models.Index(fields=["day", "id"], condition=Q(reopened__gt=0), name="case_day_reopened"),
            models.Index(
                fields=["open_until", "day", "id"], condition=Q(open_until__isnull=False), name="case_day_open_until"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.day}"


class Uncounted(models.Model):
    """A case in which something happened that its figures do not tell yet."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, primary_key=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.case_id}"


class Reckoning(models.Model):
    """In which time zone days are counted, and how far: one row, from the first count on.

    `position`: of the ledger, as sealed. `past`: up to which case (by key) those are counted that were there before we
    counted; None at the beginning.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    timezone = models.CharField(max_length=60)
    position = models.PositiveBigIntegerField(default=0)
    past = models.UUIDField(null=True, blank=True)
    past_is_counted = models.BooleanField(default=False)
    counted_at = models.DateTimeField(help_text="When figures were last brought up to date.")
    only = models.BooleanField(default=True, unique=True, help_text="Always true: keeps it one row.")

    def __str__(self) -> str:
        return f"{self.timezone} {self.position}"
