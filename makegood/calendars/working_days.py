"""Working days: dates with open hours, and "the same time, three working days on". Pure; no Django.

Counting days is not counting hours: the time of day stays, and only dates with open hours count, the first of
them strictly after (or before) the date of the start; so count zendesk/biz, moment-business-time and
dayjs-business-time. Where the wall time reached is not open, it is due at the next opening (zendesk/biz).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from makegood.calendars.business_time import FIRST_DAY, LAST_DAY, MIDNIGHT, BusinessCalendar, NeverOpenError


def is_working_day(calendar: BusinessCalendar, day: date) -> bool:
    """Whether the calendar is open at any time of that date."""
    hours = calendar.hours_on(day)
    # A date that its zone skipped whole never was: its midnight is the next one's.
    return bool(hours) and calendar.resolve(day, MIDNIGHT) < calendar.resolve(day + timedelta(1), MIDNIGHT)


def working_days(calendar: BusinessCalendar, day: date, *, step: int = 1) -> Iterator[date]:
    """The working days strictly after `day` (with `step=-1`: before), without end.

    Raises `NeverOpenError` where no more follow.
    """
    if any(calendar.weekly.values()):
        first, last = FIRST_DAY, LAST_DAY
    else:
        first = min(calendar.exceptions, default=FIRST_DAY)
        last = max(calendar.exceptions, default=FIRST_DAY)
    while (step > 0 and day < last) or (step < 0 and day > first):
        day += timedelta(days=step)
        if is_working_day(calendar, day):
            yield day
    raise NeverOpenError("The calendar has no further working days.")


def same_time(calendar: BusinessCalendar, start: datetime, days: int) -> datetime:
    """The wall time of `start` that many working days on (back, when negative), open then or not; UTC.

    Zero days is `start`. Raises `ValueError` for a naive start, `NeverOpenError`.
    """
    if start.tzinfo is None:
        raise ValueError(f"An aware datetime is needed, not {start!r}.")
    if days == 0:
        return start.astimezone(UTC)
    local = start.astimezone(calendar.zone)
    following = working_days(calendar, local.date(), step=1 if days > 0 else -1)
    for _ in range(abs(days) - 1):
        next(following)
    return calendar.resolve(next(following), local.time())


def due_in_days(calendar: BusinessCalendar, start: datetime, days: int) -> datetime:
    """The same wall time `days` working days after `start`, else the next opening after that; UTC.

    Zero days is `next_open(start)`. Raises `ValueError` for negative days or a naive start, `NeverOpenError`.
    """
    return calendar.next_open(same_time(calendar, start, _counted(days)))


def before_by_days(calendar: BusinessCalendar, end: datetime, days: int) -> datetime:
    """The same wall time `days` working days before `end`, else the last closing before that; UTC."""
    return calendar.last_open(same_time(calendar, end, -_counted(days)))


def _counted(days: int) -> int:
    if days < 0:
        raise ValueError(f"Days cannot be negative: {days}.")
    return days
