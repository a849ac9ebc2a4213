"""Business time in which the clock also stands while a commitment is paused. Pure; no Django.

A pause is (from, to), aware datetimes; pauses may overlap and come in any order. One that still runs has no
end yet, hence no due time either: its owner decides what to show, and passes only ended ones here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from makegood.calendars.business_time import BusinessCalendar, Period


def merged(pauses: Iterable[Period]) -> list[Period]:
    """The pauses in order, in UTC, overlapping and adjacent ones joined, empty ones dropped."""
    found: list[Period] = []
    utc = ((since.astimezone(UTC), until.astimezone(UTC)) for since, until in _aware(pauses))
    for since, until in sorted(utc):
        if until <= since:
            continue
        if found and since <= found[-1][1]:
            found[-1] = (found[-1][0], max(until, found[-1][1]))
        else:
            found.append((since, until))
    return found


def due(calendar: BusinessCalendar, start: datetime, work: timedelta, pauses: Iterable[Period] = ()) -> datetime:
    """The instant at which `work` of open, unpaused time since `start` is done, in UTC.

    Work that ends exactly when a pause begins is due then. Raises as `calendar.due`.
    """
    at = calendar.due(start, work)
    left, since = work, start.astimezone(UTC)
    for paused, resumed in merged(pauses):
        if resumed <= since:
            continue
        if at <= paused:
            break
        left -= calendar.elapsed(since, paused)
        since = resumed
        at = calendar.due(since, left)
    return at


def elapsed(calendar: BusinessCalendar, start: datetime, end: datetime, pauses: Iterable[Period] = ()) -> timedelta:
    """Open, unpaused time from `start` to `end`; zero when the end is not after the start."""
    total = calendar.elapsed(start, end)
    for paused, resumed in merged(pauses):
        total -= calendar.elapsed(max(paused, start), min(resumed, end))
    return total


def without(period: Period, pauses: Iterable[Period]) -> list[Period]:
    """What is left of a period outside the (merged) pauses."""
    since, until = period
    left = []
    for paused, resumed in pauses:
        if resumed <= since or paused >= until:
            continue
        if paused > since:
            left.append((since, paused))
        since = resumed
    if since < until:
        left.append((since, until))
    return left


def _aware(pauses: Iterable[Period]) -> Iterable[Period]:
    for pause in pauses:
        if any(at.tzinfo is None for at in pause):
            raise ValueError(f"A pause needs aware datetimes, not {pause!r}.")
        yield pause
