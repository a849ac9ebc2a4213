"""From what was said of a time to the instant at which the promise is due.

- A clock time is due then; a range at its end. Without morning or afternoon, 1 to 6 are meant in the afternoon.
- Parts of a day end: first thing 10:00, morning 12:00, noon 12:00, afternoon 18:00, evening 22:00, midnight 24:00.
- A day is due at closing time; a week at the closing time of its last working day; a month on its last day.
- A weekday is the next one after today; “this” one may be today; “next week” names the week.
- “Within so long” counts from now by the clock; working hours and working days count on the calendar.
- “After 3” is no deadline: the day is.
- Never in the past: a time gone by is the next one that fits, or none; a date just gone by (90 days) is none.
"""

import calendar as months_of
import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from makegood.calendars.business_time import BusinessCalendar, NeverOpenError
from makegood.calendars.working_days import due_in_days, is_working_day
from makegood.promises.own_words.moments import Clock, Moment, Part, Span, Unit

OPENS, CLOSES = dt.time(9), dt.time(18)  # Monday to Friday, where no calendar is given
ENDS = {
    Part.FIRST_THING: dt.time(10),
    Part.MORNING: dt.time(12),
    Part.NOON: dt.time(12),
    Part.AFTERNOON: dt.time(18),
    Part.EVENING: dt.time(22),
}
DAY = dt.timedelta(days=1)
LONGEST = 400  # days: a promise beyond is no promise but a number misread
FRIDAY = 4
LATELY = 90 * DAY  # a date that has just gone by tells what was, not what will be next year
LATEST = 8  # o’clock in the evening until which people are called
LENGTHS = {Unit.MINUTE: dt.timedelta(minutes=1), Unit.HOUR: dt.timedelta(hours=1), Unit.DAY: DAY, Unit.WEEK: 7 * DAY}


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
        return dt.datetime.combine(_months_on(now.date(), round(span.amount)), now.timetz())
    if span.unit in {Unit.HOUR, Unit.MINUTE}:
        return now.astimezone(dt.UTC) + span.amount * LENGTHS[span.unit]
    return now + span.amount * LENGTHS[span.unit]


def _named(said: Moment, now: dt.datetime, hours: BusinessCalendar) -> dt.datetime | None:
    today = now.date()
    day = _day(said, today, hours)
    if day is not None:
        for at in _times(said, day, hours):
            found = _at(day, at, now.tzinfo)
            if found > now:
                return found
        if said.weekday is not None and said.week is None and said.day is None:
            return next((_at(day + 7 * DAY, at, now.tzinfo) for at in _times(said, day + 7 * DAY, hours)), None)
        return None
    for day in (today, today + DAY):
        for at in _times(said, day, hours, dayless=True):
            if (found := _at(day, at, now.tzinfo)) > now:
                return found
    return None


def _day(said: Moment, today: dt.date, hours: BusinessCalendar) -> dt.date | None:
    """The date that was meant; none where only a time was said."""
    if said.day is not None:
        return _date(said, today)
    if said.weekday is not None:
        if said.week is not None:
            return today + (said.weekday - today.weekday() + 7 * said.week) * DAY
        earliest = today + (said.offset or 0) * DAY  # “a week on Monday”: the first one so many days on
        ahead = (said.weekday - earliest.weekday()) % 7
        return earliest + (ahead if ahead or said.this or said.offset else 7) * DAY
    if said.offset is not None:
        return today + said.offset * DAY
    if said.week is not None:
        monday = today + (7 * said.week - today.weekday()) * DAY
        open_days = [day for n in range(7) if is_working_day(hours, day := monday + n * DAY) and day >= today]
        return open_days[-1] if open_days else max(monday + FRIDAY * DAY, today)
    if said.months is not None:
        return _months_on(today.replace(day=1), said.months + 1) - DAY
    return None


def _date(said: Moment, today: dt.date) -> dt.date:
    assert said.day is not None
    if said.month is None:  # “on the 5th”
        first = today.replace(day=1)
        if said.months is not None:  # “on the 5th of next month”
            return _months_on(first, said.months).replace(day=said.day)
        later = (_months_on(first, n) for n in range(13))
        fitting = (m.replace(day=said.day) for m in later if said.day <= months_of.monthrange(m.year, m.month)[1])
        return next(day for day in fitting if day >= today)
    if said.year is not None:
        return dt.date(said.year, said.month, said.day)
    earliest = today - LATELY
    gone = (said.month, said.day) < (earliest.month, earliest.day)
    return dt.date(earliest.year + gone, said.month, said.day)


def _times(said: Moment, day: dt.date, hours: BusinessCalendar, *, dayless: bool = False) -> Sequence[dt.time | None]:
    """The times of that day that may be meant, likeliest first; `None` is midnight at its end."""
    closes = _closing(day, hours)
    if said.clock is not None:
        if said.after:
            return [closes, ENDS[Part.EVENING]] if not closes or said.clock.at < closes else [ENDS[Part.EVENING], None]
        return _clock(said.clock, said.part, dayless=dayless)
    if said.part is not None and said.part not in ENDS:
        return [None] if said.part == Part.MIDNIGHT else [closes, ENDS[Part.EVENING]]
    if said.part is not None:
        return [ENDS[said.part]] if dayless else [ENDS[said.part], closes]
    return [] if dayless else [closes, ENDS[Part.EVENING], None]


def _clock(clock: Clock, part: Part | None, *, dayless: bool) -> list[dt.time]:
    at = clock.at
    if clock.sure or at.hour >= 12 or part in {Part.MORNING, Part.FIRST_THING}:
        return [at]
    later = at.replace(hour=at.hour + 12) if at.hour else at
    if part in {Part.AFTERNOON, Part.EVENING} or (part is None and 1 <= at.hour <= 6):
        return [later]
    # “At 9”, said at 10, is rather tomorrow at 9 than tonight; “today at 9” can only be tonight.
    return [at] if dayless and at.hour > LATEST else [at, later]


def _closing(day: dt.date, hours: BusinessCalendar) -> dt.time | None:
    blocks = hours.hours_on(day)
    if not blocks:
        return CLOSES
    if any(closes == dt.time(0) for _, closes in blocks):
        return None
    return max(closes for _, closes in blocks)


def _at(day: dt.date, at: dt.time | None, zone: dt.tzinfo | None) -> dt.datetime:
    if at is None:
        day, at = day + DAY, dt.time(0)
    # Through UTC, so that a time which a clock change skips becomes one that exists.
    return dt.datetime.combine(day, at, zone).astimezone(dt.UTC).astimezone(zone)


def _months_on(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, months_of.monthrange(year, month + 1)[1]))
