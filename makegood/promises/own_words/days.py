"""Which day was meant, and which times on the clock: shared by what is due by then and by what begins then."""

import calendar as months_of
import datetime as dt

from makegood.calendars.business_time import BusinessCalendar
from makegood.calendars.working_days import due_in_days, is_working_day
from makegood.promises.own_words.moments import Clock, Moment, Part, Span, Unit

OPENS, CLOSES = dt.time(9), dt.time(18)  # Monday to Friday, where no calendar is given
DAY = dt.timedelta(days=1)
LENGTHS = {Unit.MINUTE: dt.timedelta(minutes=1), Unit.HOUR: dt.timedelta(hours=1), Unit.DAY: DAY, Unit.WEEK: 7 * DAY}
FRIDAY = 4
LATELY = 90 * DAY  # a date that has just gone by tells what was, not what will be next year
LATEST = 8  # o’clock in the evening until which people are called


def day_meant(said: Moment, today: dt.date, hours: BusinessCalendar) -> dt.date | None:
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
        return months_on(today.replace(day=1), said.months + 1) - DAY
    return None


def _date(said: Moment, today: dt.date) -> dt.date:
    assert said.day is not None
    if said.month is None:  # “on the 5th”
        first = today.replace(day=1)
        if said.months is not None:  # “on the 5th of next month”
            return months_on(first, said.months).replace(day=said.day)
        later = (months_on(first, n) for n in range(13))
        fitting = (m.replace(day=said.day) for m in later if said.day <= months_of.monthrange(m.year, m.month)[1])
        return next(day for day in fitting if day >= today)
    if said.year is not None:
        return dt.date(said.year, said.month, said.day)
    earliest = today - LATELY
    gone = (said.month, said.day) < (earliest.month, earliest.day)
    return dt.date(earliest.year + gone, said.month, said.day)


def day_after(span: Span, now: dt.datetime, hours: BusinessCalendar) -> dt.date:
    """The day so many whole days, weeks or months on."""
    if span.unit == Unit.MONTH:
        return months_on(now.date(), round(span.amount))
    if span.working and span.unit == Unit.DAY:
        return due_in_days(hours, now, round(span.amount)).astimezone(now.tzinfo).date()
    return now.date() + span.amount * LENGTHS[span.unit]


def clock_times(clock: Clock, part: Part | None, *, dayless: bool) -> list[dt.time]:
    """The times that a clock’s time may mean, likeliest first."""
    at = clock.at
    if clock.sure or at.hour >= 12 or part in {Part.MORNING, Part.FIRST_THING}:
        return [at]
    later = at.replace(hour=at.hour + 12) if at.hour else at
    if part in {Part.AFTERNOON, Part.EVENING} or (part is None and 1 <= at.hour <= 6):
        return [later]
    # “At 9”, said at 10, is rather tomorrow at 9 than tonight; “today at 9” can only be tonight.
    return [at] if dayless and at.hour > LATEST else [at, later]


def instant(day: dt.date, at: dt.time | None, zone: dt.tzinfo | None) -> dt.datetime:
    """That time there; `None` is midnight at the end of the day."""
    if at is None:
        day, at = day + DAY, dt.time(0)
    # Through UTC, so that a time which a clock change skips becomes one that exists.
    return dt.datetime.combine(day, at, zone).astimezone(dt.UTC).astimezone(zone)


def months_on(day: dt.date, months: int) -> dt.date:
    """The same day so many months on, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, months_of.monthrange(year, month + 1)[1]))
