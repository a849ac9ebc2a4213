"""A slow calendar that looks at each minute in turn: what the fast one is held against."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
# A zone and a date near which its clocks do something: (zone, date).
PLACES = [
    ("UTC", date(2026, 3, 1)),
    ("Europe/Vilnius", date(2026, 3, 29)),
    ("Europe/Vilnius", date(2026, 10, 25)),
    ("Europe/Amsterdam", date(2025, 3, 30)),
    ("Europe/Amsterdam", date(2025, 10, 26)),
    ("America/Sao_Paulo", date(2018, 11, 4)),  # midnight does not exist
    ("America/Sao_Paulo", date(2019, 2, 17)),  # the last hour of Saturday happens twice
    ("America/St_Johns", date(2005, 10, 30)),  # a minute of Sunday, then an hour of Saturday again
    ("Australia/Lord_Howe", date(2026, 10, 4)),  # half an hour
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Pacific/Apia", date(2011, 12, 30)),  # does not exist
    ("Asia/Kathmandu", date(2026, 1, 1)),
    ("Africa/Casablanca", date(2026, 2, 15)),
]


@lru_cache(maxsize=64)
def minutes(zone, around):
    """Each minute from five days before to five days after: (instant, wall clock)."""
    tz = ZoneInfo(zone)
    first = datetime.combine(around - timedelta(days=5), time(0), UTC)
    passed = (first + n * MINUTE for n in range(14400))
    return [(at, at.astimezone(tz).replace(tzinfo=None, fold=0)) for at in passed]


@lru_cache(maxsize=100_000)
def moment(zone, around, wall):
    """The first minute with this wall clock; if skipped, as far after the jump as it lay in the gap."""
    passed = minutes(zone, around)
    for at, shown in passed:
        if shown == wall:
            return at
    for (_, shown), (after, jumped) in pairwise(passed):
        if shown < wall < jumped:
            return after + (wall - (shown + MINUTE))
    return None


def open_minutes(zone, around, weekly, exceptions):
    """The set of instants at which an open minute begins."""
    found = set()
    passed = minutes(zone, around)
    for day in sorted({shown.date() for _, shown in passed})[1:-1]:
        tomorrow = moment(zone, around, datetime.combine(day + timedelta(1), time(0)))
        for opens, closes in exceptions.get(day, weekly.get(day.weekday(), [])):
            since = moment(zone, around, datetime.combine(day, opens))
            until = tomorrow if closes == time(0) else moment(zone, around, datetime.combine(day, closes))
            until = min(until, tomorrow)
            while since < until:
                found.add(since)
                since += MINUTE
    return found
