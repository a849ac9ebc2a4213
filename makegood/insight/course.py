"""What a case adds to the figures of each day, told from what happened in it. Pure: no database.

Told anew from the present state each time, so whatever comes late corrects the day that it belongs to, and nothing is
counted twice however often it is told.
"""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Callable, Sequence

from makegood.promises import pace

Person = uuid.UUID | None
DayOf = Callable[[dt.datetime], dt.date]
Worked = Callable[[dt.datetime, dt.datetime], float]
STILL = dt.date(9999, 12, 31)


@dataclasses.dataclass(frozen=True)
class Said:
    """A message: the customer's, or a reply of ours that has left, by whom."""

    at: dt.datetime
    is_reply: bool
    by: Person = None


@dataclasses.dataclass(frozen=True)
class Turn:
    """It was resolved, or reopened."""

    at: dt.datetime
    is_resolved: bool


@dataclasses.dataclass(frozen=True)
class Owned:
    """From when on a person answered for it; None: the team's rota."""

    since: dt.datetime
    by: Person


@dataclasses.dataclass(frozen=True)
class Settled:
    """A promise to the customer: "kept", "broken" or "excused"."""

    at: dt.datetime
    state: str


@dataclasses.dataclass(frozen=True)
class Course:
    """All that happened in a case that is on no shelf, each in the order of time. `owner`: who answers for it now; `waits`: for
    us."""

    opened_at: dt.datetime
    owner: Person
    is_open: bool
    waits: bool
    resolved_at: dt.datetime | None
    closed_at: dt.datetime | None
    said: Sequence[Said] = ()
    turns: Sequence[Turn] = ()
    owned: Sequence[Owned] = ()
    settled: Sequence[Settled] = ()


@dataclasses.dataclass
class Added:
    """What one day and person gets of it; lengths as steps of pace.py."""

    opened: int = 0
    resolved: int = 0
    reopened: int = 0
    closed: int = 0
    kept: int = 0
    broken: int = 0
    excused: int = 0
    first_reply: int | None = None
    next_replies: list[int] = dataclasses.field(default_factory=list)
    resolution: int | None = None
    open_until: dt.date | None = None


Days = dict[tuple[dt.date, Person], Added]


@dataclasses.dataclass(frozen=True)
class Told:
    """All that figures tell of a case. `waits_since`: when the customer began to wait for us, if they do."""

    days: Days = dataclasses.field(default_factory=dict)
    waits_since: dt.datetime | None = None


def waits_since(course: Course) -> dt.datetime | None:
    """The customer's first words since a reply or a resolution; else when it was reopened, or opened."""
    if not course.waits:
        return None
    answered = [one.at for one in course.said if one.is_reply] + [turn.at for turn in course.turns if turn.is_resolved]
    last = max(answered, default=None)
    for one in course.said:
        if not one.is_reply and (last is None or one.at > last):
            return one.at
    return max([course.opened_at, *(turn.at for turn in course.turns if not turn.is_resolved)])


def days(course: Course, *, day_of: DayOf, worked: Worked) -> Days:
    """What the case adds to each day. `worked`: seconds of working time between two moments."""
    found: Days = {}

    def on(at: dt.datetime, person: Person) -> Added:
        return found.setdefault((day_of(at), person), Added())

    on(course.opened_at, course.owner).opened += 1
    turns = _true_turns(course)
    for turn in turns:
        there = on(turn.at, course.owner)
        if turn.is_resolved:
            there.resolved += 1
        else:
            there.reopened += 1
    if turns and turns[-1].is_resolved:
        last = turns[-1].at
        on(last, course.owner).resolution = pace.step_of(int(worked(course.opened_at, last)))
    if course.closed_at is not None:
        on(course.closed_at, course.owner).closed += 1
    _add_replies(course, on, worked)
    for one in course.settled:
        there = on(one.at, _owner_at(course, one.at))
        setattr(there, one.state, getattr(there, one.state) + 1)
    _add_backlog(course, turns, on, day_of)
    return found


def _true_turns(course: Course) -> list[Turn]:
    """Resolved and reopened in turn, and at the end as the case stands now.

    Words merged into a resolved case take its resolution back without a word of their own; a case from elsewhere may
    tell that it is resolved by its state alone.
    """
    turns: list[Turn] = []
    for turn in course.turns:
        if turn.is_resolved != bool(turns and turns[-1].is_resolved):
            turns.append(turn)
    is_resolved = bool(turns and turns[-1].is_resolved)
    if is_resolved and course.is_open:
        turns.pop()
    elif not is_resolved and not course.is_open:
        ended = course.resolved_at or course.closed_at
        if ended is not None:
            turns.append(Turn(ended, is_resolved=True))
    return turns


def _add_replies(course: Course, on: Callable[[dt.datetime, Person], Added], worked: Worked) -> None:
    """The first reply counts from the opening, each next one from the customer's first words that it answers."""
    is_first, waits_since = True, None
    for one in course.said:
        if not one.is_reply:
            waits_since = waits_since or one.at
            continue
        if is_first:
            on(one.at, one.by).first_reply = pace.step_of(int(worked(course.opened_at, one.at)))
        elif waits_since is not None:
            on(one.at, one.by).next_replies.append(pace.step_of(int(worked(waits_since, one.at))))
        is_first, waits_since = False, None


def _owner_at(course: Course, at: dt.datetime) -> Person:
    """Who answered for it at a moment; whoever does now, where nothing tells of anybody else."""
    then = [one.by for one in course.owned if one.since <= at]
    if then:
        return then[-1]
    return None if course.owned else course.owner


def _add_backlog(
    course: Course, turns: Sequence[Turn], on: Callable[[dt.datetime, Person], Added], day_of: DayOf
) -> None:
    """Each time it came in, until the day at whose end it is in the backlog no more."""
    came: dt.datetime | None = course.opened_at
    for turn in [*turns, None]:
        if came is not None and (turn is None or turn.is_resolved):
            until = day_of(turn.at) if turn else STILL
            if until > day_of(came):
                on(came, course.owner).open_until = until
        came = turn.at if turn is not None and not turn.is_resolved else None
