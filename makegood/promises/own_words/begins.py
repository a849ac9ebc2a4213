"""From what was said of a time to the instant at which something begins: when a case comes back, or a reply leaves.

- A clock time is then. Without morning or afternoon, 1 to 6 are meant in the afternoon.
- Parts of a day begin: morning when the team opens (else 9:00), noon 12:00, afternoon 13:00, evening 18:00.
- A day begins when the team opens on it (else 9:00); a week and a month on the first working day, their end on the last.
- “In so many hours” counts by the clock, working hours on the calendar. So many days, weeks or months on is the morning
  of that day, or of the next one on which the team works (with a time said too, `whole` makes it that day).
- “Today” is three hours on, or the last hour of the day.
- Never in the past: a time gone by is the next one that fits, or none.
"""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from makegood.calendars.business_time import MIDNIGHT, BusinessCalendar, NeverOpenError
from makegood.calendars.working_days import is_working_day
from makegood.promises.own_words.days import DAY, LENGTHS, OPENS, clock_times, day_after, day_meant, instant, months_on
from makegood.promises.own_words.moments import Moment, Part, Span, Unit

BEGINS = {Part.NOON: dt.time(12), Part.AFTERNOON: dt.time(13), Part.EVENING: dt.time(18)}
NOON, DAYBREAK = dt.time(12), dt.time(5)
FURTHEST = 800  # days: what is further off was misread
HOUR, HALF = dt.timedelta(hours=1), dt.timedelta(minutes=30)
LATER = 3 * HOUR


def begins_at(said: Moment, now: dt.datetime, zone: ZoneInfo, hours: BusinessCalendar) -> dt.datetime | None:
    """The instant, in `zone`; `None` where nothing fits that lies ahead."""
    local = now.astimezone(zone)
    try:
        found = _after(said.span, local, hours) if said.span else _named(said, local, hours)
    except (ValueError, OverflowError, NeverOpenError):
        return None
    if found is None or not local < found <= local + FURTHEST * DAY:
        return None
    return found.astimezone(zone)


def opening(day: dt.date, zone: dt.tzinfo | None, hours: BusinessCalendar) -> dt.datetime:
    """When the team opens on a date; 9:00 in `zone` where it does not, or is open through the night."""
    blocks = hours.hours_on(day)
    by_day = bool(blocks) and blocks[0][0] >= DAYBREAK
    return hours.resolve(day, blocks[0][0]) if by_day else instant(day, OPENS, zone)


def closing(day: dt.date, hours: BusinessCalendar) -> dt.datetime | None:
    """When the team closes on a date; None where it does not open."""
    blocks = hours.hours_on(day)
    if not blocks:
        return None
    closes = blocks[-1][1]
    return hours.resolve(day + DAY, MIDNIGHT) if closes == MIDNIGHT else hours.resolve(day, closes)


def working_day(day: dt.date, hours: BusinessCalendar, *, step: int = 1) -> dt.date:
    """That date, or the next one (with `step=-1` the one before) on which the team works; itself where it never does."""
    near = (day + step * n * DAY for n in range(366))
    return next((one for one in near if is_working_day(hours, one)), day)


def later_today(now: dt.datetime, hours: BusinessCalendar) -> dt.datetime | None:
    """Three hours on, at the half hour, or the last hour before closing; None where that is not half an hour off."""
    found = instant(now.date(), MIDNIGHT, now.tzinfo)
    found += -(-(now + LATER - found) // HALF) * HALF
    closes = closing(now.date(), hours)
    if closes is not None and found >= closes > now:
        found = closes - HOUR
    return found if found.astimezone(now.tzinfo).date() == now.date() and found >= now + HALF else None


def _after(span: Span, now: dt.datetime, hours: BusinessCalendar) -> dt.datetime:
    if span.unit in {Unit.HOUR, Unit.MINUTE}:
        length = span.amount * LENGTHS[span.unit]
        return hours.due(now, length) if span.working else now.astimezone(dt.UTC) + length
    if span.amount % 1 and span.unit != Unit.MONTH and not (span.working and span.unit == Unit.DAY):
        return now.astimezone(dt.UTC) + span.amount * LENGTHS[span.unit]
    return opening(working_day(day_after(span, now, hours), hours), now.tzinfo, hours)


def _named(said: Moment, now: dt.datetime, hours: BusinessCalendar) -> dt.datetime | None:
    today = now.date()
    day = _day(said, today, hours)
    days = [today, today + DAY] if day is None else [day]
    if said.weekday is not None and said.week is None and said.day is None and day is not None:
        days.append(day + 7 * DAY)  # “Wednesday at 9”, said on a Wednesday at 10
    for one in days:
        for found in _times(said, one, now, hours, is_dayless=day is None):
            if found > now:
                return found
    return None


def _day(said: Moment, today: dt.date, hours: BusinessCalendar) -> dt.date | None:
    """The date that was meant; of a week and of a month the first working day, or the last."""
    if said.day is not None or said.weekday is not None or said.offset is not None:
        return day_meant(said, today, hours)
    if said.week is not None:
        monday = today + (7 * said.week - today.weekday()) * DAY
        first, last = monday, monday + 6 * DAY
    elif said.months is not None:
        first = months_on(today.replace(day=1), said.months)
        last = months_on(first, 1) - DAY
    else:
        return None
    is_end = said.end or today >= first  # of the one that has begun only the end lies ahead
    return working_day(last, hours, step=-1) if is_end else working_day(first, hours)


def _times(
    said: Moment, day: dt.date, now: dt.datetime, hours: BusinessCalendar, *, is_dayless: bool
) -> Iterator[dt.datetime]:
    """The instants of that day that may be meant, likeliest first."""
    zone = now.tzinfo
    if said.clock is not None:
        for at in clock_times(said.clock, said.part, dayless=is_dayless):
            yield instant(day, at, zone)
    elif said.part in BEGINS:
        yield instant(day, BEGINS[said.part], zone)
    elif said.part == Part.MIDNIGHT:
        yield instant(day, None, zone)
    elif said.part == Part.CLOSING:
        yield closing(day, hours) or instant(day, BEGINS[Part.EVENING], zone)
    elif said.part is not None:
        opens = opening(day, zone, hours)
        yield opens if opens.astimezone(zone).time() < NOON else instant(day, OPENS, zone)
    elif day == now.date() and said.offset == 0:
        later = later_today(now, hours)
        if later is not None:
            yield later
    elif not is_dayless:
        yield opening(day, zone, hours)
