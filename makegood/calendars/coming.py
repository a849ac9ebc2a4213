"""A calendar version as people read it: its week, and the days of the coming year that differ."""

import datetime as dt
from dataclasses import dataclass

from babel.dates import format_date
from django.utils.dates import WEEKDAYS
from django.utils.functional import Promise

from makegood.calendars.compiled import holidays_between
from makegood.calendars.hours import write
from makegood.calendars.models import CalendarVersion
from makegood.ui.wording import locale


@dataclass(frozen=True)
class DayHours:
    """One weekday: its name, and its hours as people write them, empty when closed."""

    name: str | Promise
    hours: str


@dataclass(frozen=True)
class DayThatDiffers:
    """A holiday or an exception: its hours as people write them, empty when closed, and what it is called."""

    date: dt.date
    hours: str
    name: str
    is_holiday: bool

    @property
    def worded(self) -> str:
        """The date with its weekday, in the active language: Friday, 25 December 2026."""
        return str(format_date(self.date, "full", locale=locale()))


def week(version: CalendarVersion) -> list[DayHours]:
    """Monday to Sunday."""
    return [DayHours(WEEKDAYS[day], write(version.weekly.get(str(day), []))) for day in range(7)]


def days_that_differ(version: CalendarVersion, first: dt.date, *, language: str) -> list[DayThatDiffers]:
    """Holidays and exceptions of the year from `first` on, in order; an exception stands in a holiday's place."""
    last = first + dt.timedelta(days=365)
    holidays = holidays_between(version, first, last, language=language)
    found = {day: DayThatDiffers(day, "", name, True) for day, name in holidays.items()}
    for text, kept in version.exceptions.items():
        day = dt.date.fromisoformat(text)
        if first <= day <= last:
            name = kept.get("note") or holidays.get(day, "")
            found[day] = DayThatDiffers(day, write(kept.get("hours", [])), name, day in holidays)
    return [found[day] for day in sorted(found)]
