"""The English words for days, months, hours and numbers, and rules that are built of them."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from makegood.promises.own_words.language import Rule
from makegood.promises.own_words.moments import NOTHING, Clock, Moment, Unit

HOURS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
NUMBERS: dict[str, float] = HOURS | {
    "an?": 1, "(?:a )?couple(?: of)?": 2, "(?:a )?few": 3, "several": 3, "half an?": 0.5, "one and a half": 1.5,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "eighteen": 18, "twenty": 20, "twenty[- ]five": 25, "twenty[- ]four": 24, "thirty": 30,
    "forty": 40, "forty[- ]five": 45, "forty[- ]eight": 48, "sixty": 60, "seventy[- ]two": 72, "ninety": 90,
}  # fmt: skip
UNITS = [
    ("min", Unit.MINUTE), ("h", Unit.HOUR), ("d", Unit.DAY), ("w", Unit.WEEK), ("month", Unit.MONTH),
]  # fmt: skip
DAYS = (
    r"mondays?|mon", r"tuesdays?|tues?|teusday", r"wednesdays?|weds?|wensday|wednsday", r"thursdays?|thur?s?|thrusday",
    r"fridays?|fri", r"saturdays?|sat", r"sundays?|sun",
)  # fmt: skip
MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
MONTH_NAMES = [rf"{month}(?:[a-z]*(?:uary|ch|il|ne|ly|ust|ber))?" for month in MONTHS]
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty[- ]first", "twenty[- ]second",
    "twenty[- ]third", "twenty[- ]fourth", "twenty[- ]fifth", "twenty[- ]sixth", "twenty[- ]seventh", "twenty[- ]eighth",
    "twenty[- ]ninth", "thirtieth", "thirty[- ]first",
)  # fmt: skip
MINUTES = {"five": 5, "ten": 10, "(?:a )?quarter": 15, "twenty": 20, "twenty[- ]five": 25}


def chosen(form: str, names: Sequence[str], say: Callable[[int], Moment]) -> Rule:
    """What is said depends on which of `names` the group `one` is; `{any}` in the form stands for all of them."""
    which = [re.compile(name) for name in names]
    return Rule(
        re.compile(form.replace("{any}", "|".join(names))),
        lambda found: say(next(number for number, name in enumerate(which) if name.fullmatch(found["one"]))),
    )


def weekday(said: Moment = NOTHING) -> Callable[[int], Moment]:
    """A day of the week, and what else was said of it."""
    return lambda number: replace(said, weekday=number)


def sided(form: str, sign: int) -> Rule:
    """“Ten past four”, “twenty to 5”: the groups `minutes` and `hour`."""

    def build(found: re.Match[str]) -> Moment | None:
        minutes = next(value for word, value in MINUTES.items() if re.fullmatch(word, found["minutes"]))
        hour = HOURS.get(found["hour"]) or int(found["hour"])
        at = (hour * 60 + sign * minutes) % (24 * 60)
        at += 12 * 60 * (at < 60)  # by day, not by night
        return Moment(clock=Clock(dt.time(*divmod(at, 60)))) if 0 < hour < 24 else None

    return Rule(re.compile(form), build)
