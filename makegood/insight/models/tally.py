"""Sums kept of what cases add to a day: pages read nothing else."""

import datetime as dt
import uuid
from typing import Any

from django.db import models
from django.db.models import F, Q

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.staff.models import Team, User

COUNTS = ("opened", "resolved", "reopened", "closed", "kept", "broken", "excused")
LENGTHS = ("first_replies", "next_replies", "resolutions")
BACKLOG = F("opened") + F("reopened") - F("resolved")
# Names the keys of tallies; any fixed one would do.
_SPACE = uuid.UUID("6f0b5a3e-6f5d-4e53-9d9c-0c8f2f3a7a11")


class Span(models.TextChoices):
    """How long a tally is: a day, or a month, so that a year is read from twelve."""

    DAY = "day"
    MONTH = "month"


class Dimension(models.TextChoices):
    """By what sums are kept within a brand and team: all as one, or each person's, channel's, language's, kind's, and each
    choice's of the organisation's own fields."""

    ALL = "", "all"
    PERSON = "person", "person"
    CHANNEL = "channel", "channel"
    LANGUAGE = "language", "language"
    KIND = "kind", "kind"
    FIELD = "field", "field"


class TallyQuerySet(models.QuerySet["Tally"]):
    def visible_to(self, user: User) -> "TallyQuerySet":
        """The sums of brands that a member of staff's teams serve, and of their teams."""
        return scope.within(self, user)

    def over(self, span: str, first: dt.date, last: dt.date) -> "TallyQuerySet":
        """Those of days, or of months (by their first days), both included."""
        return self.filter(span=span, start__gte=first, start__lte=last)

    def until(self, month: dt.date, last: dt.date) -> "TallyQuerySet":
        """All from the beginning to a day, `month` being the first day of its month."""
        before = Q(span=Span.MONTH, start__lt=month)
        return self.filter(before | Q(span=Span.DAY, start__gte=month, start__lte=last))


class Tally(models.Model):
    """What the cases of one brand and team add up to in a day or month: all of them, or one person's, channel's, language's,
    kind's or choice's (`what`, its key as text; "" for none; of a choice "key of the field:slug"). A length's counts are by
    its step: {"12": 3}. Its key is made of what it is the sum of, so that there is one."""

    id = models.UUIDField(primary_key=True, editable=False)
    span = models.CharField(max_length=5, choices=Span.choices)
    start = models.DateField(help_text="The day, or the first of the month.")
    brand = models.ForeignKey(Brand, on_delete=models.CASCADE, db_index=False, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, db_index=False, related_name="+")
    of = models.CharField(max_length=8, choices=Dimension.choices, blank=True)
    what = models.CharField(max_length=110, blank=True)
    opened = models.IntegerField(default=0)
    resolved = models.IntegerField(default=0)
    reopened = models.IntegerField(default=0)
    closed = models.IntegerField(default=0)
    kept = models.IntegerField(default=0)
    broken = models.IntegerField(default=0)
    excused = models.IntegerField(default=0)
    first_replies = models.JSONField(default=dict)
    next_replies = models.JSONField(default=dict)
    resolutions = models.JSONField(default=dict)

    objects = TallyQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["of", "span", "start"], name="insight_tally_start")]

    def __str__(self) -> str:
        return f"{self.span} {self.start} {self.of}{self.what}"

    @property
    def cell(self) -> "Cell":
        return self.span, self.start, self.brand_id, self.team_id, self.of, self.what

    @property
    def sums(self) -> dict[str, Any]:
        """Everything that is added up, by name."""
        return {name: getattr(self, name) for name in (*COUNTS, *LENGTHS)}


Cell = tuple[str, dt.date, uuid.UUID, uuid.UUID, str, str]


def key_of(cell: Cell) -> uuid.UUID:
    """The key of the one tally of a span, start, brand, team, dimension and what."""
    return uuid.uuid5(_SPACE, "|".join(map(str, cell)))
