"""Spans of days, cut into days, weeks or months. Pure."""

import dataclasses
import datetime as dt
from enum import StrEnum

DAY = dt.timedelta(days=1)


class Period(StrEnum):
    """How long each point of a chart is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


# So many points at most: beyond, the next longer period is drawn.
MOST_POINTS = 100


@dataclasses.dataclass(frozen=True)
class Days:
    """A span of days, both included."""

    first: dt.date
    last: dt.date

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Days":
        """As many days, right before."""
        return Days(self.first - self.length * DAY, self.first - DAY)


@dataclasses.dataclass(frozen=True)
class Pieces:
    """A span of days as whole months, by their first days, and the days beside them."""

    months: tuple[dt.date, ...]
    rest: tuple[Days, ...]


def pieces(days: Days) -> Pieces:
    """As few as there can be."""
    begins = days.first if days.first.day == 1 else following_month(days.first)
    months = []
    while (after := following_month(begins)) - DAY <= days.last:
        months.append(begins)
        begins = after
    if not months:
        return Pieces((), (days,))
    rest = [Days(days.first, months[0] - DAY), Days(begins, days.last)]
    return Pieces(tuple(months), tuple(each for each in rest if each.first <= each.last))


def cut(days: Days, period: Period) -> list[Days]:
    """The span day by day, week by week (from Mondays) or month by month; what sticks out at either end is cut off."""
    found, first = [], days.first
    while first <= days.last:
        last = min(_last_of(first, period), days.last)
        found.append(Days(first, last))
        first = last + DAY
    return found


def fitting(days: Days, wanted: Period) -> Period:
    """The period that was asked for, or the next longer one with which a chart can still be read."""
    longer = list(Period)[list(Period).index(wanted) :]
    return next((period for period in longer if len(cut(days, period)) <= MOST_POINTS), Period.MONTH)


def following_month(day: dt.date) -> dt.date:
    """The first day of the month after that of a day."""
    return (day.replace(day=28) + 4 * DAY).replace(day=1)


def _last_of(day: dt.date, period: Period) -> dt.date:
    if period == Period.DAY:
        return day
    if period == Period.WEEK:
        return day + (6 - day.weekday()) * DAY
    return following_month(day) - DAY
