"""The times that are chosen with one press: later today, tomorrow morning, next week."""

import datetime as dt
from typing import NamedTuple
from zoneinfo import ZoneInfo

from makegood.calendars.business_time import BusinessCalendar
from makegood.promises.own_words.begins import FURTHEST, later_today, opening, working_day
from makegood.promises.own_words.days import DAY
from makegood.promises.own_words.due import usual_hours

LONGEST = FURTHEST * DAY


class Choices(NamedTuple):
    """`later` is None where not enough of the day is left; `next_day` is tomorrow, or the next day on which the team
    works."""

    later: dt.datetime | None
    next_day: dt.datetime
    next_week: dt.datetime

    def is_tomorrow(self, now: dt.datetime) -> bool:
        """Whether the next working day is tomorrow."""
        return self.next_day.date() - now.astimezone(self.next_day.tzinfo).date() == DAY


def choices(*, now: dt.datetime, zone: ZoneInfo, hours: BusinessCalendar | None = None) -> Choices:
    """What may be chosen now, in `zone`; days begin when the team opens."""
    hours, local = hours or usual_hours(zone), now.astimezone(zone)
    today = local.date()
    monday = today + (7 - today.weekday()) * DAY
    days = (working_day(day, hours) for day in (today + DAY, monday))
    next_day, next_week = (opening(day, zone, hours).astimezone(zone) for day in days)
    return Choices(later=later_today(local, hours), next_day=next_day, next_week=next_week)
