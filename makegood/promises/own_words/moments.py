"""What a time expression says, before it is known which day it is said on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum


class Part(StrEnum):
    """A part of a day; it ends where `due` says."""

    FIRST_THING = "first thing"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    CLOSING = "closing"
    EVENING = "evening"
    MIDNIGHT = "midnight"


class Unit(StrEnum):
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True)
class Span:
    """So long from now: “within 2 working days”."""

    amount: float
    unit: Unit
    working: bool = False


@dataclass(frozen=True)
class Clock:
    """A time on the clock; `sure` where morning or afternoon was said, or the hour tells (15:00)."""

    at: dt.time
    sure: bool = False


@dataclass(frozen=True)
class Moment:
    """The pieces said of one time; those left out are None.

    `offset`: days from today. `weekday`: Monday 0. `week`: weeks from this one; with `weekday`, that day in it.
    `this`: “this Friday”, which may be today. `day`, `month`, `year`: a date. `months`: months from this one, at its
    end. `after`: not before this, so no deadline of its own. `end`: that of the week or month was named.
    """

    span: Span | None = None
    offset: int | None = None
    weekday: int | None = None
    week: int | None = None
    this: bool | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    months: int | None = None
    clock: Clock | None = None
    part: Part | None = None
    after: bool | None = None
    end: bool | None = None

    def __bool__(self) -> bool:
        return self != NOTHING and not (self.after and self == AFTER)

    def with_(self, other: Moment) -> Moment:
        """Both together; what was said first stays."""
        return replace(self, **{name: value for name, value in vars(other).items() if getattr(self, name) is None})


NOTHING = Moment()
AFTER = Moment(after=True)
