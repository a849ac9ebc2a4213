"""Calendar versions compiled for arithmetic, once a process: a version never changes."""

import datetime as dt
import uuid
from collections import OrderedDict
from threading import Lock

from makegood.calendars.business_time import MIDNIGHT, BusinessCalendar
from makegood.calendars.explain import DayNames
from makegood.calendars.holiday_names import holidays_of
from makegood.calendars.hours import exception_times, weekly_times
from makegood.calendars.models import CalendarVersion

ALWAYS = BusinessCalendar("UTC", {day: [(MIDNIGHT, MIDNIGHT)] for day in range(7)}, {})
# The years around a version's start in which holidays count; beyond, only weekly hours and exceptions do.
YEARS_BACK, YEARS_AHEAD = 2, 25
KEPT = 256

_compiled: OrderedDict[uuid.UUID, BusinessCalendar] = OrderedDict()
_lock = Lock()


def business_calendar(version: CalendarVersion) -> BusinessCalendar:
    """The version's hours as a `BusinessCalendar`: its holidays closed, its own exceptions before them."""
    with _lock:
        found = _compiled.get(version.pk)
    if found is None:
        found = compile_version(version)
        with _lock:
            _compiled[version.pk] = found
            while len(_compiled) > KEPT:
                _compiled.popitem(last=False)
    return found


def compile_version(version: CalendarVersion) -> BusinessCalendar:
    """The same, uncached. Raises `ValueError` for a zone or hours that make no sense."""
    closed = dict.fromkeys(holidays_between(version), ())
    exceptions = closed | exception_times(version.exceptions)
    return BusinessCalendar(version.timezone, weekly_times(version.weekly), exceptions)


def holidays_between(
    version: CalendarVersion,
    first: dt.date | None = None,
    last: dt.date | None = None,
    *,
    language: str = "en",
) -> dict[dt.date, str]:
    """The holidays a version observes, in order, named in `language` (else in English); empty without a country.

    Without dates: those of all years that count.
    """
    if not version.country or not version.observes_holidays:
        return {}
    start = version.valid_from.year
    lowest, highest = start - YEARS_BACK, start + YEARS_AHEAD
    years = range(max(first.year if first else lowest, lowest), min(last.year if last else highest, highest) + 1)
    found = holidays_of(version.country, version.subdivision, years, language)
    return {
        day: name
        for day, name in sorted(found.items())
        if (first is None or day >= first) and (last is None or day <= last)
    }


def day_names(version: CalendarVersion, first: dt.date, last: dt.date, *, language: str) -> DayNames:
    """What `explain` calls the dates that differ, from `first` to `last`."""
    kept = {dt.date.fromisoformat(day): str(rest.get("note", "")) for day, rest in version.exceptions.items()}
    return DayNames(holidays=holidays_between(version, first, last, language=language), notes=kept)
