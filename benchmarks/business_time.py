"""Due times and elapsed times a second, one thread, beside businesstimedelta. Prints one JSON object.

Spans of up to a year on a calendar with a lunch break, holidays and clock changes (Europe/Vilnius, 2026).
Both sides answer the same questions and should agree; the other gets fewer of them because it is slow.
"""

# mypy: disable-error-code="no-untyped-call, import-untyped"
from __future__ import annotations

import json
import random
import sys
import time as clock
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import businesstimedelta
import holidays
import pytz  # what businesstimedelta works with

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from makegood.calendars.business_time import BusinessCalendar

ZONE = "Europe/Vilnius"
MORNING, AFTERNOON = (time(9), time(12)), (time(13), time(17))
QUESTIONS, THEIRS = 50_000, 30


def ours() -> BusinessCalendar:
    closed: dict[date, list[tuple[time, time]]] = {
        day: [] for day in holidays.country_holidays("LT", years=range(2024, 2029))
    }
    return BusinessCalendar(ZONE, {day: [MORNING, AFTERNOON] for day in range(5)}, closed)


def theirs() -> businesstimedelta.Rules:
    rule = businesstimedelta.WorkDayRule
    off = businesstimedelta.HolidayRule(
        holidays.country_holidays("LT", years=range(2024, 2029)), tz=pytz.timezone(ZONE)
    )
    parts = [
        rule(start_time=a, end_time=b, working_days=[0, 1, 2, 3, 4], tz=pytz.timezone(ZONE))
        for a, b in (MORNING, AFTERNOON)
    ]
    return businesstimedelta.Rules([*parts, off])


def questions() -> list[tuple[datetime, timedelta, datetime]]:
    """(start, work, end): any minute of 2026; up to a year of business time; an end up to a year on."""
    rng = random.Random(7)
    year = datetime(2026, 1, 1, tzinfo=UTC)
    asked = []
    for _ in range(QUESTIONS):
        start = year + timedelta(minutes=rng.randrange(525_600))
        work = timedelta(minutes=rng.randrange(1, 250 * 7 * 60))
        asked.append((start, work, start + timedelta(minutes=rng.randrange(525_600))))
    return asked


def rate(answer: Callable[..., object], asked: Sequence[tuple[object, object]]) -> float:
    """Answers a second: the best of three rounds, or of one when it takes long."""
    best = 0.0
    for _ in range(3 if len(asked) > THEIRS else 1):
        began = clock.perf_counter()
        for start, other in asked:
            answer(start, other)
        best = max(best, len(asked) / (clock.perf_counter() - began))
    return best


def main() -> None:
    asked = questions()
    works = [(start, work) for start, work, _ in asked]
    spans = [(start, end) for start, _, end in asked]
    calendar, rules = ours(), theirs()
    began = clock.perf_counter()
    calendar.due(*works[0])
    compiled = clock.perf_counter() - began

    def their_due(start: datetime, work: timedelta) -> datetime:
        reached: datetime = start + businesstimedelta.BusinessTimeDelta(rules, timedelta=work)
        return reached

    def their_elapsed(start: datetime, end: datetime) -> timedelta:
        found = rules.difference(start, end)
        return timedelta(hours=found.hours, seconds=found.seconds)

    agree = {
        "due": sum(their_due(*each) == calendar.due(*each) for each in works[:THEIRS]),
        "elapsed": sum(their_elapsed(*each) == calendar.elapsed(*each) for each in spans[:THEIRS]),
    }
    rates = {"due": rate(calendar.due, works), "elapsed": rate(calendar.elapsed, spans)}
    other = {"due": rate(their_due, works[:THEIRS]), "elapsed": rate(their_elapsed, spans[:THEIRS])}
    result = {
        "benchmark": "business_time",
        "questions": QUESTIONS,
        "first_answer_ms": round(compiled * 1000, 2),
        "per_second": {name: round(value) for name, value in rates.items()},
        "businesstimedelta_per_second": {name: round(value, 1) for name, value in other.items()},
        "ratio": {name: round(rates[name] / other[name], 1) for name in rates},
        "agreeing_of": {"asked": THEIRS, **agree},
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
