"""What becomes of one case's promises, told as the verbs tell it: the rules of `promises.notice` and of the sweep, in
memory. A test holds both side by side.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from makegood.calendars.models import CalendarVersion
from makegood.promises import clock
from makegood.promises.charter import Book
from makegood.promises.models import CharterLine, Form, Hours, LedgerEntry, State

Kind = LedgerEntry.Kind
RUNNING = (State.OPEN, State.PAUSED)
FAR = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)
FINAL_AFTER = dt.timedelta(minutes=2)


@dataclass(slots=True)
class Entry:
    """One line of the ledger."""

    kind: str
    at: dt.datetime
    by: str
    reason: str
    due_at: dt.datetime | None


@dataclass(slots=True)
class Promised:
    """One commitment. `clock.used` reads it as it reads the row."""

    line: CharterLine
    calendar: CalendarVersion | None
    work_seconds: int | None
    made_at: dt.datetime
    running_since: dt.datetime
    due_at: dt.datetime | None
    warn_at: dt.datetime | None
    owed: bool
    used_seconds: int = 0
    state: str = State.OPEN
    settled_at: dt.datetime | None = None
    settled_by: str = ""
    paused_at: dt.datetime | None = None
    paused_by: str = ""
    noticed_at: dt.datetime | None = None
    done_at: dt.datetime | None = None
    final_at: dt.datetime | None = None
    ledger: list[Entry] = field(default_factory=list)

    def enter(self, kind: str, at: dt.datetime, by: str = "", reason: str = "") -> None:
        self.ledger.append(Entry(kind, at, by, reason, self.due_at))

    def settle(self, state: str, kind: str, at: dt.datetime, by: str = "", message: str = "") -> None:
        self.state, self.settled_at, self.settled_by, self.warn_at = state, at, message, None
        self.owed = state == State.BROKEN and self.line.form == Form.WITHIN
        self.enter(kind, at, by)


@dataclass(frozen=True, slots=True)
class Told:
    """What the sweeps tell: `at_risk` or `broken`."""

    what: str
    at: dt.datetime
    promised: Promised


class Promises:
    """The commitments of one case, by the lines of one charter and one version of a calendar."""

    def __init__(self, book: Book, calendar: CalendarVersion) -> None:
        self.book = book
        self.calendar = calendar
        self.made: list[Promised] = []

    def pass_time(self, until: dt.datetime) -> Iterator[Told]:
        """What the sweeps do up to a moment, in order."""
        while True:
            coming = [
                (min(one.warn_at or FAR, one.due_at or FAR), place)
                for place, one in enumerate(self.made)
                if one.state == State.OPEN
            ]
            at, place = min(coming, default=(FAR, 0))
            if at > until:
                return
            one = self.made[place]
            if one.warn_at is not None and one.warn_at <= at:
                one.warn_at = None
                one.enter(Kind.WARNED, at)
                yield Told("at_risk", at, one)
            elif one.line.form == Form.WITHIN:
                one.settle(State.BROKEN, Kind.BROKEN, at)
                one.noticed_at, one.final_at = at, at + FINAL_AFTER
                yield Told("broken", at, one)
            else:
                one.settle(State.KEPT, Kind.KEPT, at)

    def notice(self, name: str, *, at: dt.datetime, by: str, message: str = "") -> None:
        """A fact, after the time up to it has passed."""
        before = list(self.made)
        for one in before:
            if name in one.line.ends_on:
                self._end(one, at, by, message)
            elif name in one.line.pauses_on:
                self._pause(one, name, at, by, message)
            elif name in one.line.resumes_on:
                self._resume(one, name, at, by)
        running = {one.line.key for one in before if one.state in RUNNING}
        for line in self.book.by_start.get(name, ()):
            if line.key not in running and not running.intersection(line.unless):
                self._make(line, at, by)

    def close(self, at: dt.datetime) -> None:
        """At closing nothing is owed any more."""
        for one in self.made:
            if one.state == State.BROKEN and one.owed:
                one.owed, one.done_at = False, at

    @property
    def next_due_at(self) -> dt.datetime | None:
        """The earliest due time of what is owed."""
        return min((one.due_at for one in self.made if one.owed and one.due_at is not None), default=None)

    def _make(self, line: CharterLine, at: dt.datetime, by: str) -> None:
        calendar = self.calendar if line.hours == Hours.OPENING else None
        seconds = clock.work_seconds(line, calendar)
        run = clock.run(version=calendar, since=at, seconds=seconds) if seconds is not None else None
        within = line.form == Form.WITHIN
        one = Promised(
            line=line,
            calendar=calendar,
            work_seconds=seconds,
            made_at=at,
            running_since=at,
            due_at=run.due_at if run else None,
            warn_at=run.warn_at if run and within else None,
            owed=within,
        )
        one.enter(Kind.MADE, at, by)
        self.made.append(one)

    def _end(self, one: Promised, at: dt.datetime, by: str, message: str) -> None:
        within = one.line.form == Form.WITHIN
        if one.state in RUNNING:
            one.settle(State.KEPT if within else State.BROKEN, Kind.KEPT if within else Kind.BROKEN, at, by, message)
        elif one.state == State.BROKEN and within and one.owed:
            one.owed, one.done_at, one.settled_by = False, at, message
            one.enter(Kind.DONE_LATE, at, by)

    def _pause(self, one: Promised, name: str, at: dt.datetime, by: str, message: str) -> None:
        if one.state == State.PAUSED:
            one.paused_by = message
        elif one.state == State.OPEN and one.work_seconds is not None:
            one.used_seconds = clock.used(one, at)  # type: ignore[arg-type] - it asks for what both have
            one.state, one.paused_at, one.paused_by = State.PAUSED, at, message
            one.due_at, one.warn_at = None, None
            one.enter(Kind.PAUSED, at, by, name)

    def _resume(self, one: Promised, name: str, at: dt.datetime, by: str) -> None:
        if one.state == State.PAUSED:
            left = max(0, (one.work_seconds or 0) - one.used_seconds)
            run = clock.run(version=one.calendar, since=at, seconds=left)
            one.state, one.running_since = State.OPEN, at
            one.due_at, one.warn_at = run.due_at, run.warn_at
            one.paused_at, one.paused_by = None, ""
            one.enter(Kind.RESUMED, at, by, name)
