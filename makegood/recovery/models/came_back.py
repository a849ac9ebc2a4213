"""What one recovery, and one customer without trouble, adds to the figures of who came back."""

import datetime as dt
import uuid
from collections.abc import Iterator

from django.db import models
from django.db.models import Q

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.customers.models import Customer
from makegood.recovery.coming_back import rates
from makegood.recovery.models.came_back_tally import Cell, Counts, Group, Span
from makegood.recovery.models.recovery import Recovery
from makegood.staff.models import Team, User

NOTHING = "nothing"


class CameBackQuerySet(models.QuerySet["CameBack"]):
    def visible_to(self, user: User) -> "CameBackQuerySet":
        """Those of brands that a member of staff's teams serve, and of their teams."""
        return scope.within(self, user)

    def of_group(self, of: str, what: str, *, days: int) -> "CameBackQuerySet":
        """Those that the sums of a group add up, for a period."""
        if of == Group.PACE:
            if what == rates.NEVER:
                return self.filter(Q(heard=None) | Q(heard__gt=days))
            return self.filter(pace=what, heard__lte=days)
        if of == Group.REMEDY:
            return self.filter(gifts="") if what == NOTHING else self.filter(gifts__contains=f" {what} ")
        return self if of == Group.ALL else self.none()

    def came_within(self, days: int, *, came: bool) -> "CameBackQuerySet":
        """Those whose customer came back within the period, or did not."""
        return self.filter(came__lte=days) if came else self.filter(Q(came=None) | Q(came__gt=days))

    def newest_first(self) -> "CameBackQuerySet":
        """The order of lists. Keyset: (-day, -recovery)."""
        return self.order_by("-day", "-recovery")

    def before(self, last: "CameBack") -> "CameBackQuerySet":
        """The rows behind one row, newest first. The first condition is there for the index, which finds the place by it."""
        return self.filter(Q(day__lt=last.day) | Q(recovery__lt=last.pk), day__lte=last.day)


class CameBack(models.Model):
    """One recovery whose customer was to be won back, told anew whenever something becomes of it or of them.

    Lengths are days from its opening, the last one begun counted as whole: what took N or less lies within a period of
    N days. None: it did not happen, or not within the longest period.
    """

    recovery = models.OneToOneField(Recovery, on_delete=models.CASCADE, primary_key=True, related_name="came_back")
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, db_index=False, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, db_index=False, related_name="+")
    day = models.DateField(help_text="Of its opening, in UTC.")
    since = models.DateField(null=True, blank=True, help_text="The month in which we first heard of the customer.")
    pace = models.CharField(max_length=5, help_text="How soon they heard from us, whatever the period.")
    gifts = models.CharField(max_length=100, blank=True, help_text="The kinds of what they got, each between spaces.")
    heard = models.PositiveSmallIntegerField(null=True, blank=True)
    bought = models.PositiveSmallIntegerField(null=True, blank=True)
    came = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Bought, or wrote of a new matter.")

    objects = CameBackQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["day", "recovery"], name="came_back_day")]

    def __str__(self) -> str:
        return f"{self.recovery_id} {self.came}"

    @property
    def says(self) -> tuple[object, ...]:
        """All that it tells, for comparison."""
        lengths = (self.heard, self.bought, self.came)
        return self.recovery_id, self.brand_id, self.team_id, self.day, self.since, self.pace, self.gifts, *lengths

    def adds(self) -> Iterator[tuple[Cell, Counts]]:
        """What it adds to which sums. Those by month of first word are kept by brand alone."""
        for days in rates.PERIODS:
            pace = self.pace if _is_within(self.heard, days) else rates.NEVER
            counts = Counts(1, int(_is_within(self.came, days)), int(_is_within(self.bought, days)))
            groups: list[tuple[Group, str, uuid.UUID | None]] = [
                (Group.ALL, "", self.team_id),
                (Group.PACE, pace, self.team_id),
                *((Group.REMEDY, gift, self.team_id) for gift in self.gifts.split() or [NOTHING]),
            ]
            if self.since is not None:
                groups.append((Group.SINCE, f"{self.since:%Y-%m}", None))
            for of, what, team in groups:
                for span, start in _spans(self.day):
                    yield (str(span), start, self.brand_id, team, days, str(of), what), counts


class Untroubled(models.Model):
    """A customer who never was to be won back: with which brand and on which day we first heard of them, and the days from
    then until they came back, counted as those of CameBack."""

    customer = models.OneToOneField(Customer, on_delete=models.CASCADE, primary_key=True, related_name="+")
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, db_index=False, related_name="+")
    day = models.DateField(help_text="In UTC.")
    bought = models.PositiveSmallIntegerField(null=True, blank=True)
    came = models.PositiveSmallIntegerField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.customer_id} {self.came}"

    @property
    def says(self) -> tuple[object, ...]:
        """All that it tells, for comparison."""
        return self.customer_id, self.brand_id, self.day, self.bought, self.came

    def adds(self) -> Iterator[tuple[Cell, Counts]]:
        """What it adds to which sums, which are kept by brand alone."""
        for days in rates.PERIODS:
            counts = Counts(1, int(_is_within(self.came, days)), int(_is_within(self.bought, days)))
            for span, start in _spans(self.day):
                yield (str(span), start, self.brand_id, None, days, str(Group.CALM), ""), counts


def _spans(day: dt.date) -> tuple[tuple[Span, dt.date], ...]:
    return (Span.DAY, day), (Span.MONTH, day.replace(day=1))


def _is_within(length: int | None, days: int) -> bool:
    return length is not None and length <= days
