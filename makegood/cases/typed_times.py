"""A time that a colleague types for a case: read in their zone and language, in the hours of whoever serves the brand."""

import datetime as dt
from zoneinfo import ZoneInfo

from makegood.calendars.business_time import BusinessCalendar
from makegood.calendars.compiled import business_calendar
from makegood.cases.models import Case
from makegood.promises import clock
from makegood.promises.own_words import by_when, quick, when
from makegood.staff.models import User


def read(text: str, case: Case, *, by: User, at: dt.datetime, is_deadline: bool = False) -> dt.datetime | None:
    """The moment that all of the text names; None where it is not understood, or has gone by. A moment in ISO 8601 with
    its zone is taken as it is. Of a day that is a deadline the end is meant, else the beginning."""
    try:
        exact = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        exact = None
    if exact is not None and exact.tzinfo is not None:
        return exact if at < exact < at + quick.LONGEST else None
    understand = by_when if is_deadline else when
    return understand(text, now=at, zone=_zone(by), hours=_hours(case, at), language=by.language)


def choices(case: Case, *, by: User, at: dt.datetime) -> quick.Choices:
    """Later today, tomorrow, next week."""
    return quick.choices(now=at, zone=_zone(by), hours=_hours(case, at))


def _zone(by: User) -> ZoneInfo:
    return ZoneInfo(by.timezone)


def _hours(case: Case, at: dt.datetime) -> BusinessCalendar | None:
    version = clock.calendar_version(case.brand_id, at)
    return business_calendar(version) if version else None
