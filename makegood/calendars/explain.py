"""Why something is due when it is: day by day, which hours counted. Pure; no Django.

Anyone can recompute it by hand: each day's opening hours stand beside what counted of them and the total so
far. The last total is the work; the last counted block ends at the due time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from makegood.calendars.business_time import Block, BusinessCalendar, Period
from makegood.calendars.pauses import due, merged, without


class Reason(StrEnum):
    """Why a day counted as it did; the page words it."""

    OPEN = "open"  # weekly hours
    CLOSED = "closed"  # no weekly hours
    HOLIDAY = "holiday"  # closed by a holiday; `name` says which
    EXCEPTION = "exception"  # other hours than usual, or closed, by an exception; `name` is its note
    PAUSED = "paused"  # the clock stood for some of the open hours, or all


@dataclass(frozen=True)
class DayNames:
    """What the dates that differ are called: holidays, and notes on other exceptions, each date to text."""

    holidays: Mapping[date, str] = field(default_factory=dict)
    notes: Mapping[date, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ExplainedDay:
    """One date in the calendar's zone.

    `hours`: the opening hours of the date. `blocks`: what of them counted, (from, to) in the calendar's zone;
    none before the start, while paused, or once due. `counted`: their length. `total`: counted so far.
    """

    date: date
    hours: tuple[Block, ...]
    blocks: tuple[Period, ...]
    counted: timedelta
    total: timedelta
    reason: Reason
    name: str = ""


def explain(
    calendar: BusinessCalendar,
    start: datetime,
    work: timedelta,
    pauses: Iterable[Period] = (),
    *,
    names: DayNames | None = None,
) -> list[ExplainedDay]:
    """Every date from the start's to the due time's, in order. Raises as `pauses.due`."""
    names = names or DayNames()
    stood = merged(pauses)
    start, end = start.astimezone(UTC), due(calendar, start, work, stood)
    day, last = start.astimezone(calendar.zone).date(), end.astimezone(calendar.zone).date()
    if work and end == calendar.resolve(last, time(0)):
        last -= timedelta(1)  # due at midnight: that is the end of the day before
    total, days = timedelta(0), []
    while day <= last:
        opens = calendar.resolve(day, time(0))
        closes = calendar.resolve(day + timedelta(1), time(0))
        running = calendar.periods(max(opens, start), min(closes, end))
        left = [part for period in running for part in without(period, stood)]
        counted = _length(left)
        total += counted
        paused = counted < _length(running)
        reason, name = _reason(calendar, day, names, paused=paused)
        zone = calendar.zone
        blocks = tuple((since.astimezone(zone), until.astimezone(zone)) for since, until in left)
        days.append(ExplainedDay(day, calendar.hours_on(day), blocks, counted, total, reason, name))
        day += timedelta(1)
    return days


def _reason(calendar: BusinessCalendar, day: date, names: DayNames, *, paused: bool) -> tuple[Reason, str]:
    name = names.notes.get(day) or names.holidays.get(day, "")
    if paused:
        return Reason.PAUSED, name
    if day in names.holidays and not calendar.hours_on(day):
        return Reason.HOLIDAY, names.holidays[day]
    if day in calendar.exceptions:
        return Reason.EXCEPTION, name
    return (Reason.OPEN if calendar.hours_on(day) else Reason.CLOSED), ""


def _length(periods: list[Period]) -> timedelta:
    return sum((until - since for since, until in periods), timedelta(0))
