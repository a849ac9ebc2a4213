"""Builders of time rules that every language shares: how long, which date, which time on the clock."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from makegood.promises.own_words.language import Rule
from makegood.promises.own_words.moments import NOTHING, Clock, Moment, Part, Span, Unit

Units = Sequence[tuple[str, Unit]]
FIGURES = r"\d{1,3}(?:[.,]5)?"
FIGURE = re.compile(r"\d+(?:[.,]5)?")


def says(form: str, moment: Moment) -> Rule:
    """These words always say this."""
    return Rule(re.compile(form), lambda _: moment)


def passes_over(form: str) -> Rule:
    """Words that look like a time and are none (“2 days ago”): read, and worth nothing."""
    return partly(says(form, NOTHING))


def partly(rule: Rule) -> Rule:
    """One that says less than its words do: of a range the end. Enough in prose, too little in a field."""
    return replace(rule, is_whole=False)


def amount(text: str, numbers: Mapping[str, float]) -> float | None:
    """The last number of a text, in figures or in words (`numbers`: pattern of a word, its value)."""
    found: list[tuple[int, int, float]] = [
        (match.end(), match.end() - match.start(), float(match[0].replace(",", "."))) for match in FIGURE.finditer(text)
    ]
    for form, value in numbers.items():
        found += [(m.end(), m.end() - m.start(), value) for m in re.finditer(rf"(?<!\w)(?:{form})(?!\w)", text)]
    return max(found)[2] if found else None


def span(form: str, *, numbers: Mapping[str, float], units: Units) -> Rule:
    """“Within 2 working days”: the group `n` holds the number (none: one), `unit` the unit, `working` if they are."""
    named = [(re.compile(stem), unit) for stem, unit in units]

    def build(found: re.Match[str]) -> Moment | None:
        groups = found.groupdict()
        unit = next((unit for stem, unit in named if stem.match(groups["unit"])), None)
        count = amount(groups["n"], numbers) if groups.get("n") else 1.0
        if unit is None or count is None or count <= 0:
            return None
        return Moment(span=Span(count, unit, bool(groups.get("working"))))

    return Rule(re.compile(form), build)


def date(form: str, months: Sequence[str] = ()) -> Rule:
    """A date: groups `d` and, where said, `m` (a figure) or `month` (a name, by `months` in order) and `y`."""
    names = [re.compile(name) for name in months]

    def build(found: re.Match[str]) -> Moment | None:
        groups = found.groupdict()
        day, month = int(groups["d"]), None
        if groups.get("m"):
            month = int(groups["m"])
            if month > 12 >= day:
                day, month = month, day
        elif groups.get("month"):
            month = next(number for number, name in enumerate(names, 1) if name.match(groups["month"]))
        year = int(groups["y"]) if groups.get("y") else None
        if not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
            return None
        return Moment(day=day, month=month, year=year + 2000 if year is not None and year < 100 else year)

    return Rule(re.compile(form), build)


def clock(form: str, *, after: str = "", afternoon: str = "", morning: str = "", minutes: int = 0) -> Rule:
    """A time: groups `h`, `m`, and `half` where it is said; `minutes` are added (minus: “quarter to”).

    `after`, `afternoon` and `morning`: patterns which, where they stand in the words, say so.
    """

    def build(found: re.Match[str]) -> Moment | None:
        groups = found.groupdict()
        minute = int(groups.get("m") or 0) + (30 if groups.get("half") else 0)
        total = int(groups["h"]) * 60 + minute + minutes
        is_afternoon = bool(afternoon and re.search(afternoon, found[0]))
        is_morning = bool(morning and re.search(morning, found[0]))
        if is_afternoon and total < 12 * 60:
            total += 12 * 60
        if is_morning and total >= 12 * 60:
            total -= 12 * 60
        if minute > 59 or not 0 <= total <= 24 * 60:
            return None
        late = bool(after and re.search(after, found[0])) or None
        if total == 24 * 60:
            return Moment(part=Part.MIDNIGHT, after=late)
        at = dt.time(*divmod(total, 60))
        return Moment(
            clock=Clock(at, sure=is_afternoon or is_morning or (len(groups["h"]) == 2 and groups["h"] < "10")),
            after=late,
        )

    return Rule(re.compile(form), build)


def hour_words(form: str, hours: Mapping[str, int], *, minutes: int = 0, after: str = "") -> Rule:
    """A time whose hour (group `hour`) is a word: “half past nine”."""

    def build(found: re.Match[str]) -> Moment | None:
        hour = next((value for word, value in hours.items() if re.fullmatch(word, found["hour"])), None)
        if hour is None:
            return None
        at = (hour * 60 + minutes) % (24 * 60)
        at += 12 * 60 * (at < 60)  # half past twelve by day, not by night
        return Moment(clock=Clock(dt.time(*divmod(at, 60))), after=bool(after and re.search(after, found[0])) or None)

    return Rule(re.compile(form), build)


def weekdays(forms: Sequence[str], template: str, said: Moment = NOTHING) -> list[Rule]:
    """A rule for each day of the week, Monday first; `template` has `{day}` for its forms, `said` what else it says."""
    return [
        says(template.replace("{day}", f"(?:{form})"), replace(said, weekday=number))
        for number, form in enumerate(forms)
    ]
