"""Days as they are typed: `2026-11-01`, `2026-11`, `today`, `>2026-11-01`, `2026-11-01..2026-11-30`, `7d`. Pure."""

import dataclasses
import datetime as dt
import re

DAY = dt.timedelta(days=1)
RELATED = re.compile(r"^(>=|<=|>|<|)(.*)$")
BACK = re.compile(r"^(\d{1,4})d$")
MOST_BACK = 3660


@dataclasses.dataclass(frozen=True)
class Span:
    """From the beginning of one day to the beginning of another; None: without an end there."""

    since: dt.date | None
    until: dt.date | None


def read(text: str, *, today: dt.date) -> Span:
    """The days that are meant. Raises ValueError."""
    if ".." in text:
        begins, ends = text.split("..", 1)
        return Span(_period(begins, today)[0], _period(ends, today)[1])
    if (back := BACK.match(text)) and 0 < int(back[1]) <= MOST_BACK:
        return Span(today - DAY * (int(back[1]) - 1), None)
    found = RELATED.match(text)
    relation, day = (found[1], found[2]) if found else ("", text)
    first, after = _period(day, today)
    return {
        "": Span(first, after),
        ">": Span(after, None),
        ">=": Span(first, None),
        "<": Span(None, first),
        "<=": Span(None, after),
    }[relation]


def _period(text: str, today: dt.date) -> tuple[dt.date, dt.date]:
    """The first day of what is named, and the first one behind it."""
    named = {"today": today, "yesterday": today - DAY}.get(text.lower())
    if named is None and re.fullmatch(r"\d{4}-\d{2}", text):
        first = _in_our_time(dt.date.fromisoformat(f"{text}-01"))
        return first, (first.replace(day=28) + 4 * DAY).replace(day=1)
    if named is None and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError("this is no day")
    day = named or _in_our_time(dt.date.fromisoformat(text))
    return day, day + DAY


def _in_our_time(day: dt.date) -> dt.date:
    """Far from the ends of the calendar, where a time zone would lead out of it."""
    if not 1970 <= day.year < 3000:
        raise ValueError("this is no day of our time")
    return day
