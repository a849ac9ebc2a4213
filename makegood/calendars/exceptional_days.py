"""Exceptional days as people write them, a line each: "2026-12-24 09:00-13:00 Christmas Eve". Pure; no Django.

A date, then its hours (none: closed all day), then a note.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from makegood.calendars.hours import SPAN, HoursError, parse, write

_LINE = re.compile(
    rf"(?P<day>\S+?)[:：]?(?:\s+(?P<hours>{SPAN}(?:\s*[,;、，；]\s*{SPAN})*))?(?:[:：]?\s+(?P<note>\D.*))?"
)


class LineError(ValueError):
    """A line that cannot be read; `number` counts from 1. `cause`: what is wrong with its hours, if that is it."""

    def __init__(self, number: int, line: str, cause: HoursError | None = None) -> None:
        super().__init__(f"line {number}: {line}")
        self.number, self.line, self.cause = number, line, cause


def parse_lines(text: str) -> dict[str, dict[str, Any]]:
    """The exceptions of a calendar version from what somebody wrote, in order of date. Raises `LineError`."""
    found: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        line = line.strip()
        if not line:
            continue
        read = _LINE.fullmatch(line)
        try:
            day = date.fromisoformat(read["day"]).isoformat() if read else ""
        except ValueError:
            day = ""
        if not read or not day or day in found:
            raise LineError(number, line)
        try:
            hours = parse(read["hours"] or "")
        except HoursError as error:
            raise LineError(number, line, error) from error
        found[day] = {"hours": hours, "note": (read["note"] or "").strip()}
    return dict(sorted(found.items()))


def write_lines(exceptions: Mapping[str, Any]) -> str:
    """Kept exceptions as people write them; `parse_lines` reads it back."""
    return "\n".join(
        " ".join(filter(None, (day, write(kept.get("hours", [])), kept.get("note", ""))))
        for day, kept in sorted(exceptions.items())
    )
