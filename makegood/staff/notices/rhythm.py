"""When the next digest comes. Pure; no Django."""

import datetime as dt
from collections.abc import Collection
from zoneinfo import ZoneInfo


def following(
    at: dt.datetime, *, times: Collection[dt.time], days: Collection[int], zone: ZoneInfo
) -> dt.datetime | None:
    """The first of these wall times, on one of these days of the week (Monday is 0), strictly after `at`; UTC. None where
    there are no times or no days. A time that the change to summer leaves out comes an hour later; one that comes twice,
    the first time."""
    if at.tzinfo is None:
        raise ValueError(f"An aware datetime is needed, not {at!r}.")
    today = at.astimezone(zone).date()
    dates = [today + dt.timedelta(days=ahead) for ahead in range(9)]
    moments = [
        dt.datetime.combine(date, time, zone).astimezone(dt.UTC)
        for date in dates
        if date.weekday() in days
        for time in times
    ]
    return min((moment for moment in moments if moment > at), default=None)
