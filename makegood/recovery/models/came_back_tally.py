"""Sums kept of who came back: pages read nothing else, so they add up no recoveries and no customers."""

import datetime as dt
import uuid
from typing import NamedTuple

from django.db import models
from django.db.models import Q

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.customers.models import Customer
from makegood.staff.models import Team, User

# So many wait now and then; more, and somebody who looks should know.
FEW_WAITING = 200
# Names the keys of tallies; any fixed one would do.
_SPACE = uuid.UUID("0d0d2f7c-52a9-4a53-9d55-8f2d6c0f8b1e")


class Span(models.TextChoices):
    """How long a tally is: a day, or a month, so that a year is read from twelve."""

    DAY = "day"
    MONTH = "month"


class Group(models.TextChoices):
    """Of whom sums are kept: of all recoveries, of those of a pace, with a gift, or whose customers were first heard of
    in a month; and of customers without trouble."""

    ALL = "all"
    PACE = "pace"
    REMEDY = "remedy"
    SINCE = "since"
    CALM = "calm"


class Counts(NamedTuple):
    """How many there are, and how many of them came back, and bought."""

    total: int
    came: int
    bought: int


Cell = tuple[str, dt.date, uuid.UUID, uuid.UUID | None, int, str, str]


def came_back_key_of(cell: Cell) -> uuid.UUID:
    """The key of the one tally of a span, start, brand, team, period, group and what."""
    return uuid.uuid5(_SPACE, "|".join(map(str, cell)))


class CameBackTallyQuerySet(models.QuerySet["CameBackTally"]):
    def visible_to(self, user: User) -> "CameBackTallyQuerySet":
        """The sums of brands that a member of staff's teams serve, and of their teams."""
        return scope.within(self, user)

    def over(self, first: dt.date, last: dt.date) -> "CameBackTallyQuerySet":
        """Those that make up a time from the first of a month to a day, both included: whole months, and the days of the
        last."""
        tail = last.replace(day=1)
        days = Q(span=Span.DAY, start__gte=tail, start__lte=last)
        return self.filter(Q(span=Span.MONTH, start__gte=first, start__lt=tail) | days)


class CameBackTally(models.Model):
    """How many of a group, in recoveries opened in a day or month, are counted after so many days; in how many the
    customer had come back by then, and bought. Of CALM customers: first heard of in it. Its key is made of what it is the
    sum of, so that there is one."""

    id = models.UUIDField(primary_key=True, editable=False)
    span = models.CharField(max_length=5, choices=Span.choices)
    start = models.DateField(help_text="The day, or the first of the month.")
    brand = models.ForeignKey(Brand, on_delete=models.CASCADE, db_index=False, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, null=True, blank=True, db_index=False, related_name="+")
    days = models.PositiveSmallIntegerField()
    of = models.CharField(max_length=6, choices=Group.choices)
    what = models.CharField(max_length=8, blank=True)
    total = models.IntegerField(default=0)
    came = models.IntegerField(default=0)
    bought = models.IntegerField(default=0)

    objects = CameBackTallyQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["days", "of", "span", "start"], name="came_back_tally_start")]

    def __str__(self) -> str:
        return f"{self.span} {self.start} {self.of} {self.what} {self.days}"

    @property
    def cell(self) -> Cell:
        return self.span, self.start, self.brand_id, self.team_id, self.days, self.of, self.what

    @property
    def counts(self) -> Counts:
        return Counts(self.total, self.came, self.bought)


class UncountedCustomerQuerySet(models.QuerySet["UncountedCustomer"]):
    def are_many(self) -> bool:
        """Whether so many wait that figures are not yet what they will be."""
        return self.order_by("pk")[FEW_WAITING : FEW_WAITING + 1].exists()


class UncountedCustomer(models.Model):
    """A customer of whom something became that the figures of who came back do not tell yet."""

    customer = models.OneToOneField(Customer, on_delete=models.CASCADE, primary_key=True, related_name="+")

    objects = UncountedCustomerQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.customer_id}"
