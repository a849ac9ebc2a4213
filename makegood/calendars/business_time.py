"""Business time: how much of the clock counts on a calendar with opening hours. Pure; no Django.

A calendar is compiled to its open periods, as time since 1970 in UTC with prefix sums, lazily and by range,
so that `due` and `elapsed` are a binary search whatever lies between. Every instant that goes in is an aware
datetime (else `ValueError`), every instant that comes out is in UTC.

Local times: one that a clock change skips moves forward by as much as the clock did; one that happens twice
is the first. A day that a zone skipped whole (Apia, 30 December 2011) has no hours. Closing time is closed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

Block = tuple[time, time]
Period = tuple[datetime, datetime]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EPOCH_DAY = EPOCH.toordinal()
NOTHING, DAY = timedelta(0), timedelta(days=1)
MIDNIGHT = time(0)
# Days outside would overflow when moved into another zone.
FIRST_DAY, LAST_DAY = date(1, 1, 3), date(9999, 12, 28)
EVER_SINCE, FOREVER = timedelta.min, timedelta.max
LONGEST = LAST_DAY - FIRST_DAY
BEFORE_FIRST_USE, AFTER_FIRST_USE = 200, 430  # days compiled around the first instant asked for


class NeverOpenError(ValueError):
    """The calendar has no open hours left to count in, in the direction asked for."""


class _Table(NamedTuple):
    """Open periods of the days first to last: starts, ends, and how much was open before each start."""

    first: date
    last: date
    begin: timedelta
    end: timedelta
    starts: list[timedelta]
    ends: list[timedelta]
    sums: list[timedelta]
    total: timedelta

    def position(self, at: timedelta) -> timedelta:
        """Open time from the table's begin to `at`."""
        i = bisect_right(self.starts, at) - 1
        if i < 0:
            return NOTHING
        end = self.ends[i]
        return self.sums[i] + ((at if at < end else end) - self.starts[i])

    def is_open(self, at: timedelta) -> bool:
        i = bisect_right(self.starts, at) - 1
        return i >= 0 and at < self.ends[i]


def _since_epoch(at: datetime) -> timedelta:
    try:
        return at - EPOCH
    except TypeError as error:
        raise ValueError(f"An aware datetime is needed, not {at!r}.") from error


def _instant(since_epoch: timedelta) -> datetime:
    try:
        return EPOCH + since_epoch
    except OverflowError as error:
        raise NeverOpenError("That lies beyond the calendar of years 1 to 9999.") from error


def _checked(work: timedelta) -> timedelta:
    if work < NOTHING:
        raise ValueError(f"Work cannot be negative: {work}.")
    if work > LONGEST:
        raise NeverOpenError("That is more than the years 1 to 9999 hold.")
    return work


def _blocks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    for opens, closes in blocks:
        if not isinstance(opens, time) or not isinstance(closes, time) or opens.tzinfo or closes.tzinfo:
            raise ValueError(f"A block is two local times, not {opens!r} and {closes!r}.")
        if closes <= opens and closes != MIDNIGHT:
            raise ValueError(f"A block must close after it opens, not {opens} to {closes}.")
    return tuple((opens.replace(fold=0), closes.replace(fold=0)) for opens, closes in blocks)


class BusinessCalendar:
    """Opening hours in one time zone.

    `weekly`: Monday = 0 to blocks (opens, closes) of local time, in any order, overlapping ones count once; a
    missing weekday is closed. `time(0)` as an end is midnight. `exceptions`: date to the blocks that replace
    that day, `[]` for closed. Raises `ValueError` for an unknown zone or a malformed block. Never changes, so
    threads may share one.
    """

    def __init__(
        self,
        timezone: str,
        weekly: Mapping[int, Sequence[Block]],
        exceptions: Mapping[date, Sequence[Block]] | None = None,
    ) -> None:
        try:
            self.zone = ZoneInfo(timezone)
        except (KeyError, OSError, ValueError, TypeError) as error:
            raise ValueError(f"Unknown time zone: {timezone!r}.") from error
        if any(day not in range(7) for day in weekly):
            raise ValueError("Weekdays are 0 (Monday) to 6 (Sunday).")
        self.timezone = timezone
        self.weekly = {day: _blocks(weekly.get(day, ())) for day in range(7)}
        self.exceptions = {day: _blocks(blocks) for day, blocks in (exceptions or {}).items()}
        self._table: _Table | None = None

    def due(self, start: datetime, work: timedelta) -> datetime:
        """The instant at which `work` of open time since `start` is done.

        Work that ends exactly at closing time is due at closing time. Zero work is due at `start` if open
        then, else at the next opening. Raises `ValueError` for negative work, `NeverOpenError` where the
        hours never suffice.
        """
        if not _checked(work):
            return self.next_open(start)
        at = _since_epoch(start)
        table = self._covering(at, at)
        while (target := table.position(at) + work) > table.total:
            table = self._later(table)
        i = bisect_left(table.sums, target) - 1
        return _instant(table.starts[i] + (target - table.sums[i]))

    def before(self, end: datetime, work: timedelta) -> datetime:
        """The instant from which `work` of open time passes until `end`: the reverse of `due`.

        Work that begins exactly at opening time begins then. Zero work is `last_open(end)`. Raises as `due`.
        """
        if not _checked(work):
            return self.last_open(end)
        at = _since_epoch(end)
        table = self._covering(at, at)
        while (target := table.position(at) - work) < NOTHING:
            table = self._earlier(table)
        i = bisect_right(table.sums, target) - 1
        return _instant(table.starts[i] + (target - table.sums[i]))

    def elapsed(self, start: datetime, end: datetime) -> timedelta:
        """Open time from `start` to `end`; zero when the end is not after the start."""
        since, until = _since_epoch(start), _since_epoch(end)
        if until <= since:
            return NOTHING
        table = self._covering(since, until)
        return table.position(until) - table.position(since)

    def is_open(self, at: datetime) -> bool:
        """Whether the calendar is open at this instant; opening time is, closing time is not."""
        moment = _since_epoch(at)
        return self._covering(moment, moment).is_open(moment)

    def next_open(self, at: datetime) -> datetime:
        """`at` itself if open then, else the next opening. Raises `NeverOpenError` where there is none."""
        moment = _since_epoch(at)
        table = self._covering(moment, moment)
        if table.is_open(moment):
            return _instant(moment)
        while (i := bisect_left(table.starts, moment)) == len(table.starts):
            table = self._later(table)
        return _instant(table.starts[i])

    def last_open(self, at: datetime) -> datetime:
        """`at` itself if open then, else the last closing. Raises `NeverOpenError` where there is none."""
        moment = _since_epoch(at)
        table = self._covering(moment, moment)
        if table.is_open(moment):
            return _instant(moment)
        while (i := bisect_right(table.ends, moment) - 1) < 0:
            table = self._earlier(table)
        return _instant(table.ends[i])

    def periods(self, start: datetime, end: datetime) -> list[Period]:
        """The open periods from `start` to `end`, clipped to them, in order; adjacent blocks are one."""
        since, until = _since_epoch(start), _since_epoch(end)
        if until <= since:
            return []
        table = self._covering(since, until)
        inside = range(bisect_right(table.ends, since), bisect_left(table.starts, until))
        return [(_instant(max(table.starts[i], since)), _instant(min(table.ends[i], until))) for i in inside]

    def hours_on(self, day: date) -> tuple[Block, ...]:
        """The blocks of local time of one date, exceptions minded; empty when closed."""
        return self.exceptions.get(day, self.weekly[day.weekday()])

    def resolve(self, day: date, at: time) -> datetime:
        """A local time as an instant: a skipped one moves forward, one that happens twice is the first."""
        return _instant(self._local(day, at.replace(fold=0)))

    def _local(self, day: date, at: time) -> timedelta:
        return datetime.combine(day, at, tzinfo=self.zone) - EPOCH

    def _covering(self, since: timedelta, until: timedelta) -> _Table:
        """A table in which both instants lie."""
        table = self._table
        if table is not None and table.begin <= since and until < table.end:
            return table
        first = EPOCH_DAY + since.days - BEFORE_FIRST_USE
        last = EPOCH_DAY + until.days + AFTER_FIRST_USE
        if table is not None:
            first, last = min(first, table.first.toordinal()), max(last, table.last.toordinal())
        return self._compile(first, last)

    def _later(self, table: _Table) -> _Table:
        if table.end == FOREVER:
            raise NeverOpenError("The calendar has no open hours left after that.")
        size = table.last.toordinal() - table.first.toordinal()
        return self._compile(table.first.toordinal(), table.last.toordinal() + size)

    def _earlier(self, table: _Table) -> _Table:
        if table.begin == EVER_SINCE:
            raise NeverOpenError("The calendar has no open hours before that.")
        size = table.last.toordinal() - table.first.toordinal()
        return self._compile(table.first.toordinal() - size, table.last.toordinal())

    def _compile(self, first: int, last: int) -> _Table:
        """The table of the days with these ordinals, kept for the next question.

        Replaced whole, so that threads that share the calendar always read a complete one. Where nothing lies
        beyond (the end of the years; no weekly hours, hence only exceptions) it reaches to FOREVER.
        """
        first_day = date.fromordinal(min(max(first, FIRST_DAY.toordinal()), LAST_DAY.toordinal()))
        last_day = date.fromordinal(min(max(last, FIRST_DAY.toordinal()), LAST_DAY.toordinal()))
        days: Iterable[date] = map(date.fromordinal, range(first_day.toordinal(), last_day.toordinal() + 1))
        if not any(self.weekly.values()):
            first_day, last_day = FIRST_DAY, LAST_DAY
            days = sorted(day for day in self.exceptions if FIRST_DAY <= day <= LAST_DAY)
        starts: list[timedelta] = []
        ends: list[timedelta] = []
        sums: list[timedelta] = []
        total = NOTHING
        for day in days:
            for opens, closes in self._open_on(day):
                if ends and opens <= ends[-1]:
                    total += max(closes - ends[-1], NOTHING)
                    ends[-1] = max(closes, ends[-1])
                    continue
                starts.append(opens)
                ends.append(closes)
                sums.append(total)
                total += closes - opens
        begin = EVER_SINCE if first_day == FIRST_DAY else self._local(first_day, MIDNIGHT)
        end = FOREVER if last_day == LAST_DAY else self._local(last_day + DAY, MIDNIGHT)
        self._table = table = _Table(first_day, last_day, begin, end, starts, ends, sums, total)
        return table

    def _open_on(self, day: date) -> list[tuple[timedelta, timedelta]]:
        """The blocks of a date as instants, in order, kept inside the day: a skipped day is empty."""
        blocks = self.hours_on(day)
        if not blocks:
            return []
        tomorrow = day + DAY
        dawn, dusk = self._local(day, MIDNIGHT), self._local(tomorrow, MIDNIGHT)
        found = []
        for opens, closes in blocks:
            since = max(self._local(day, opens), dawn)
            until = dusk if closes == MIDNIGHT else min(self._local(day, closes), dusk)
            if since < until:
                found.append((since, until))
        return sorted(found)
