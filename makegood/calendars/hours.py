"""Opening hours as people write them, as they are kept, and as times. Pure; no Django.

People write "09:00-12:00, 13:00-17:00"; kept is [["09:00", "12:00"], ["13:00", "17:00"]]; "24:00" is midnight at
the end of the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from enum import StrEnum
from itertools import pairwise
from typing import Any

from makegood.calendars.business_time import MIDNIGHT, Block

Kept = list[list[str]]

_SEPARATORS = re.compile(r"\s*[,;、，；\n]\s*")
_DASH = r"[-‐‑‒–—―−~〜～ー]"
SPAN = rf"\d[\d:.：h]*\s*{_DASH}\s*\d[\d:.：h]*"  # what looks like from–to
_SPAN = re.compile(rf"(\S+?)\s*{_DASH}\s*(\S+)")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.：h](\d{2}))?")


class Trouble(StrEnum):
    """What is wrong with hours somebody wrote."""

    UNREADABLE = "unreadable"  # not from-to
    NO_SUCH_TIME = "no such time"  # 25:00
    BACKWARDS = "backwards"  # closes before it opens
    OVERLAPPING = "overlapping"


class HoursError(ValueError):
    """Hours that make no sense: `trouble` says how, `part` is the piece of text concerned."""

    def __init__(self, trouble: Trouble, part: str) -> None:
        super().__init__(f"{trouble}: {part}")
        self.trouble, self.part = trouble, part


def parse(text: str) -> Kept:
    """The hours of a day from what somebody wrote, in order; empty text is closed. Raises `HoursError`.

    Takes "9-17", "9:00–17:00", "9.30 - 12", several apart by commas or semicolons, full-width forms too.
    """
    found = []
    for part in filter(None, _SEPARATORS.split(text.strip())):
        span = _SPAN.fullmatch(part)
        if not span:
            raise HoursError(Trouble.UNREADABLE, part)
        opens, closes = _minutes(span[1], part), _minutes(span[2], part) or 24 * 60
        if closes <= opens:
            raise HoursError(Trouble.BACKWARDS, part)
        found.append((opens, closes, part))
    found.sort()
    for (_, closes, part), (opens, _, other) in pairwise(found):
        if opens < closes:
            raise HoursError(Trouble.OVERLAPPING, f"{part}, {other}")
    return [[_clock(opens), _clock(closes)] for opens, closes, _ in found]


def write(hours: Kept) -> str:
    """Kept hours as people write them; `parse` reads it back."""
    return ", ".join(f"{opens}–{closes}" for opens, closes in hours)


def checked(hours: Sequence[Sequence[str]]) -> Kept:
    """Kept hours in their one form, in order. Raises `HoursError`, also where they are not pairs of text."""
    try:
        parts = [f"{opens}-{closes}" for opens, closes in hours]
    except (TypeError, ValueError) as error:
        raise HoursError(Trouble.UNREADABLE, str(hours)) from error
    return parse(",".join(parts))


def times(hours: Iterable[Sequence[str]]) -> list[Block]:
    """Kept hours as the times that `BusinessCalendar` takes."""
    return [(_time(opens), _time(closes)) for opens, closes in hours]


def weekly_times(weekly: Mapping[str, Any]) -> dict[int, list[Block]]:
    """A kept week, "0" (Monday) to hours, as `BusinessCalendar` takes it."""
    return {int(day): times(hours) for day, hours in weekly.items()}


def exception_times(exceptions: Mapping[str, Any]) -> dict[date, list[Block]]:
    """Kept exceptions, "2026-12-24" to {"hours": …, "note": …}, as `BusinessCalendar` takes them."""
    return {date.fromisoformat(day): times(kept.get("hours", [])) for day, kept in exceptions.items()}


def _minutes(clock: str, part: str) -> int:
    found = _CLOCK.fullmatch(clock)
    if not found:
        raise HoursError(Trouble.UNREADABLE, part)
    hour, minute = int(found[1]), int(found[2] or 0)
    if minute > 59 or hour * 60 + minute > 24 * 60:
        raise HoursError(Trouble.NO_SUCH_TIME, clock)
    return hour * 60 + minute


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _time(clock: str) -> time:
    return MIDNIGHT if clock == "24:00" else time.fromisoformat(clock)
