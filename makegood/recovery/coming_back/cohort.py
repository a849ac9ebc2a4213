"""Which recoveries and customers the return rates are made of, read from the sums that are kept. Reads only.

A bounded number of questions, each about as many rows as there are days in a month and months in a year.
"""

import dataclasses
import datetime as dt
from typing import Any

from django.db.models import QuerySet, Sum

from makegood.recovery.coming_back.rates import Rate
from makegood.recovery.coming_back.weighing import Weighed, alike
from makegood.recovery.models import CameBack, CameBackTally, Group
from makegood.recovery.models.came_back import CameBackQuerySet
from makegood.recovery.models.came_back_tally import CameBackTallyQuerySet, Counts
from makegood.staff.models import User

DAY = dt.timedelta(days=1)
Cohort = dict[tuple[str, str], Counts]


@dataclasses.dataclass(frozen=True)
class Window:
    """On which days a recovery was opened that is looked at, both included, in UTC; and after how many days."""

    first: dt.date
    last: dt.date
    days: int


def window(days: int, *, at: dt.datetime) -> Window:
    """The last day of which the whole period is over, the month it lies in, and the twelve months before this."""
    last = (at - days * DAY).astimezone(dt.UTC).date() - DAY
    return Window(last.replace(year=last.year - 1, day=1), last, days)


def of(user: User, seen: Window) -> Cohort:
    """How many recoveries a person may see of each group, by group and what, and how many came back. One question."""
    rows = _tallies(user, seen).filter(of__in=(Group.ALL, Group.PACE, Group.REMEDY)).values_list("of", "what")
    return {(of, what): Counts(*counts) for of, what, *counts in _summed(rows)}


def compared(user: User, seen: Window) -> tuple[Rate, Weighed]:
    """Customers whom we disappointed, and those who had no trouble, weighed by the months in which the former were first
    heard of. Of the latter whoever was first heard of by the last day that is looked at. Two questions."""
    ours = _summed(_tallies(user, seen).filter(of=Group.SINCE).values_list("what"))
    eldest = min((month for month, *_counts in ours), default=f"{seen.last:%Y-%m}")
    calm = CameBackTally.objects.visible_to(user).filter(days=seen.days, of=Group.CALM)
    found = _summed(calm.over(dt.date.fromisoformat(f"{eldest}-01"), seen.last).values_list("start"))
    others: dict[str, Rate] = {}
    for start, total, came, _bought in found:
        before = others.get(month := f"{start:%Y-%m}", Rate(0, 0))
        others[month] = Rate(before.came + came, before.total + total)
    return alike({month: Rate(came, total) for month, total, came, _bought in ours}, others)


def behind(user: User, seen: Window, of: str, what: str, *, came: bool | None) -> CameBackQuerySet:
    """The recoveries that one figure counts, newest first."""
    rows = CameBack.objects.visible_to(user).filter(day__gte=seen.first, day__lte=seen.last)
    rows = rows.of_group(of, what, days=seen.days)
    return (rows if came is None else rows.came_within(seen.days, came=came)).newest_first()


def _tallies(user: User, seen: Window) -> CameBackTallyQuerySet:
    return CameBackTally.objects.visible_to(user).filter(days=seen.days).over(seen.first, seen.last)


def _summed(rows: QuerySet[Any, Any]) -> list[tuple[Any, ...]]:
    """The counts of each group of rows, behind what they are grouped by; groups of nobody left out."""
    sums = rows.annotate(*(Sum(name) for name in Counts._fields)).order_by()
    return [row for row in sums if row[-len(Counts._fields)]]
