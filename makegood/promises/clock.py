"""When a commitment falls due: the only place where a promise meets business time."""

import dataclasses
import datetime as dt
import functools
import uuid

from makegood.calendars.compiled import ALWAYS, business_calendar
from makegood.calendars.models import CalendarVersion
from makegood.events import together
from makegood.events.prepared import PreparedQuery
from makegood.promises.models import CharterLine, Commitment, Hours

SECONDS_IN = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}
# Owner and lead hear when a quarter of the time is left, at most two hours and at least a minute before.
WARN_SHARE, WARN_MOST, WARN_LEAST = 4, dt.timedelta(hours=2), dt.timedelta(minutes=1)

VERSIONS = PreparedQuery(
    lambda brand: CalendarVersion.objects.filter(calendar__brands=brand).order_by("-valid_from", "-number")
)


@dataclasses.dataclass(frozen=True)
class Run:
    """A clock that has been started: when it is due, on which calendar, and when to warn."""

    due_at: dt.datetime
    warn_at: dt.datetime | None


def calendar_version(brand_id: uuid.UUID | str, at: dt.datetime) -> CalendarVersion | None:
    """The version of the brand's calendar that binds what is promised at a moment."""
    versions = together.once(("calendar", brand_id), lambda: _versions(brand_id))
    return next((version for version in versions if version.valid_from <= at), None)


def _versions(brand_id: uuid.UUID | str) -> list[CalendarVersion]:
    return VERSIONS(brand=uuid.UUID(str(brand_id)))


@functools.lru_cache(maxsize=256)
def working_day_seconds(weekly: tuple[tuple[str, str], ...]) -> int:
    """The length of one working day: the week's open time divided by its open days."""
    total, days = 0, 0
    for blocks in weekly:
        opened = 0
        for start, end in zip(blocks[::2], blocks[1::2], strict=True):
            opened += (_minutes(end) or 1440) - _minutes(start)
        total, days = total + opened, days + bool(opened)
    return (total * 60) // days if days else 86400


def _minutes(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes)


def work_seconds(line: CharterLine, version: CalendarVersion | None) -> int | None:
    """T of a charter line in seconds of its calendar; None for "until closed".

    A day of opening hours is the average open day of the brand's week, as the explain page says.
    """
    if line.amount is None:
        return None
    if line.unit == CharterLine.Unit.DAYS and line.hours == Hours.OPENING and version is not None:
        weekly = tuple(tuple(clock for block in blocks for clock in block) for blocks in version.weekly.values())
        return line.amount * working_day_seconds(weekly)
    return line.amount * SECONDS_IN[line.unit]


def run(*, version: CalendarVersion | None, since: dt.datetime, seconds: int) -> Run:
    """Start a clock: the moment `seconds` of the calendar's time (24×7 without one) after `since`."""
    calendar = business_calendar(version) if version else ALWAYS
    work = dt.timedelta(seconds=seconds)
    due_at = calendar.due(since, work)
    early = max(min(work / WARN_SHARE, WARN_MOST), WARN_LEAST)
    warn_at = calendar.before(due_at, early) if work > early * 2 else None
    return Run(due_at=due_at, warn_at=warn_at)


def warning(*, made_at: dt.datetime, due_at: dt.datetime) -> dt.datetime:
    """When to warn of what a person promised for a moment, whichever hours lie before it."""
    return max(made_at, due_at - min((due_at - made_at) / WARN_SHARE, WARN_MOST))


def used(commitment: Commitment, until: dt.datetime) -> int:
    """Seconds of the commitment's calendar used up to a moment, earlier runs included."""
    calendar = business_calendar(commitment.calendar) if commitment.calendar else ALWAYS
    ran = calendar.elapsed(commitment.running_since, until)
    return commitment.used_seconds + int(ran.total_seconds())
