"""From what was said of a time to the instant at which the promise is due.

- A clock time is due then; a range at its end. Without morning or afternoon, 1 to 6 are meant in the afternoon.
- Parts of a day end: first thing 10:00, morning 12:00, noon 12:00, afternoon 18:00, evening 22:00, midnight 24:00.
- A day is due at closing time; a week at the closing time of its last working day; a month on its last day.
- A weekday is the next one after today; “this” one may be today; “next week” names the week.
- “Within so long” counts from now by the clock; working hours and working days count on the calendar.
- “After 3” is no deadline: the day is.
- Never in the past: a time gone by is the next one that fits, or none; a date just gone by (90 days) is none.
"""

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from makegood.calendars.business_time import BusinessCalendar, NeverOpenError
from makegood.calendars.working_days import due_in_days
from makegood.promises.own_words.days import CLOSES, DAY, LENGTHS, OPENS, clock_times, day_meant, instant, months_on
from makegood.promises.own_words.moments import Moment, Part, Span, Unit

ENDS = {
    Part.FIRST_THING: dt.time(10),
    Part.MORNING: dt.time(12),
    Part.NOON: dt.time(12),
    Part.AFTERNOON: dt.time(18),
    Part.EVENING: dt.time(22),
}
LONGEST = 400  # days: a promise beyond is no promise but a number misread


def usual_hours(zone: ZoneInfo) -> BusinessCalendar:
    """Monday to Friday, 9:00 to 18:00: the calendar of a customer of whom none is known."""
    return BusinessCalendar(zone.key, {day: [(OPENS, CLOSES)] for day in range(5)})


def due_at(said: Moment, now: dt.datetime, zone: ZoneInfo, hours: BusinessCalendar) -> dt.datetime | None:
    """The instant, in `zone`; `None` where nothing fits that lies ahead (yesterday's date, 30 February)."""
    local = now.astimezone(zone)
    try:
        found = _after(said.span, local, hours) if said.span else _named(said, local, hours)
    except (ValueError, OverflowError, NeverOpenError):
        return None
    if found is None or not local < found <= local + LONGEST * DAY:
        return None
    return found.astimezone(zone)


def _after(span: Span, now: dt.datetime, hours: BusinessCalendar) -> dt.datetime:
    if span.working and span.unit == Unit.DAY:
        return due_in_days(hours, now, round(span.amount))
    if span.working and span.unit in {Unit.HOUR, Unit.MINUTE}:
        return hours.due(now, span.amount * LENGTHS[span.unit])
    if span.unit == Unit.MONTH:
        return dt.datetime.combine(months_on(now.date(), round(span.amount)), now.timetz())
    if span.unit in {Unit.HOUR, Unit.MINUTE}:
        return now.astimezone(dt.UTC) + span.amount * LENGTHS[span.unit]
    return now + span.amount * LENGTHS[span.unit]


def _named(said: Moment, now: dt.datetime, hours: BusinessCalendar) -> dt.datetime | None:
    today = now.date()
    day = day_meant(said, today, hours)
    if day is not None:
        for at in _times(said, day, hours):
            found = instant(day, at, now.tzinfo)
            if found > now:
                return found
        if said.weekday is not None and said.week is None and said.day is None:
            return next((instant(day + 7 * DAY, at, now.tzinfo) for at in _times(said, day + 7 * DAY, hours)), None)
        return None
    for day in (today, today + DAY):
        for at in _times(said, day, hours, dayless=True):
            if (found := instant(day, at, now.tzinfo)) > now:
                return found
    return None


def _times(said: Moment, day: dt.date, hours: BusinessCalendar, *, dayless: bool = False) -> Sequence[dt.time | None]:
    """The times of that day that may be meant, likeliest first; `None` is midnight at its end."""
    closes = _closing(day, hours)
    if said.clock is not None:
        if said.after:
            return [closes, ENDS[Part.EVENING]] if not closes or said.clock.at < closes else [ENDS[Part.EVENING], None]
        return clock_times(said.clock, said.part, dayless=dayless)
    if said.part is not None and said.part not in ENDS:
        return [None] if said.part == Part.MIDNIGHT else [closes, ENDS[Part.EVENING]]
    if said.part is not None:
        return [ENDS[said.part]] if dayless else [ENDS[said.part], closes]
    return [] if dayless else [closes, ENDS[Part.EVENING], None]


def _closing(day: dt.date, hours: BusinessCalendar) -> dt.time | None:
    blocks = hours.hours_on(day)
    if not blocks:
        return CLOSES
    if any(closes == dt.time(0) for _, closes in blocks):
        return None
    return max(closes for _, closes in blocks)
