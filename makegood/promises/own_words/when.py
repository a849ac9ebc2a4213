"""A time as somebody types it into a field: “tomorrow 9”, “po dviejų dienų”, “через неделю”, “vrijdag 14:00”, 明日の午前."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

from makegood.calendars.business_time import BusinessCalendar
from makegood.promises.own_words.begins import begins_at
from makegood.promises.own_words.due import due_at, usual_hours
from makegood.promises.own_words.finding import LANGUAGES, language_named, readers
from makegood.promises.own_words.folding import folded
from makegood.promises.own_words.language import Language, words
from makegood.promises.own_words.moments import Moment
from makegood.promises.own_words.rules import clock
from makegood.promises.own_words.times import READ, read_all

LONGEST = 100  # characters
# In a field a number that stands alone is an hour, and “14.30” beside a day is one with its minutes.
HOUR = clock(r"(?<![\w:./-])(?P<h>\d{1,2})(?![\w:./-])")
MINUTES = clock(r"(?<![\w:./-])(?P<h>\d{1,2})[.h](?P<m>[0-5]\d)(?![\w:./-])")
SHORT = re.compile(r"^(?P<n>\d{1,3}) ?(?P<unit>min|m|h|d|w)$")
LONG = {"min": "minutes", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
# Said around a length of time where it stands in a sentence, and left out in a field.
AROUND = {"en": "in {}", "lt": "po {}", "ru": "через {}", "nl": "over {}", "ja": "{}後"}
# What stands between the parts of a time and says nothing of it.
LINKING = {
    "en": words("at", "on", "by", "the", "of", "in", "and", "until", "till", "after", "from", "for", "around", "about"),
    "lt": words("iki", "nuo", "apie", "po", "val", "d", "ir", "uz"),
    "ru": words("в", "во", "на", "к", "до", "с", "со", "и", "после", "около", "часов", "часа", "час"),
    "nl": words("om", "op", "tot", "voor", "rond", "en", "na", "de", "uur", "vanaf", "in", "over"),
    "ja": "[のにはをで]|から|まで|頃|ごろ",
}
Meant = Callable[[Moment, dt.datetime, ZoneInfo, BusinessCalendar], dt.datetime | None]
BESIDE = re.compile(rf"[\s,.、。・{READ}-]+")


def when(
    text: str, *, now: dt.datetime, zone: ZoneInfo, hours: BusinessCalendar | None = None, language: str = "en"
) -> dt.datetime | None:
    """The instant that a whole text names, in `zone`; `None` where any of it is not understood, or nothing lies ahead.
    Of a day or a week it is the beginning: something comes back then, or leaves.

    `hours` are those in which the team works (else Mon-Fri, 9 to 18); `language` is the writer's, in which what could be
    of several is read. `now` is aware, else `ValueError`.
    """
    return _read(text, begins_at, now=now, zone=zone, hours=hours, language=language)


def by_when(
    text: str, *, now: dt.datetime, zone: ZoneInfo, hours: BusinessCalendar | None = None, language: str = "en"
) -> dt.datetime | None:
    """The same, read as a deadline: “Friday” is its closing time, “in two days” 48 hours from now."""
    return _read(text, due_at, now=now, zone=zone, hours=hours, language=language)


def _read(
    text: str, meant: Meant, *, now: dt.datetime, zone: ZoneInfo, hours: BusinessCalendar | None, language: str
) -> dt.datetime | None:
    if now.tzinfo is None:
        raise ValueError(f"An aware datetime is needed, not {now!r}.")
    hours = hours or usual_hours(zone)
    if len(text) > LONGEST:
        return None
    for said in _readings(folded(text), language):
        found = meant(said, now, zone, hours)
        if found is not None:
            return found
    return None


def _readings(plain: str, first: str) -> Iterator[Moment]:
    """What the text says in each language that understands all of it: as it stands, then as a length of time."""
    if short := SHORT.match(plain):
        plain = f"in {short['n']} {LONG[short['unit']]}"
    # Bare digits are in every language.
    found = list(readers(plain)) or [language_named(code) for code in LANGUAGES]
    ordered = sorted(found, key=lambda one: one.code != first)
    for form in (None, AROUND):
        for language in ordered:
            said = _whole(form[language.code].format(plain) if form else plain, language)
            if said:
                yield said


def _whole(plain: str, language: Language) -> Moment | None:
    said, rest = read_all(plain, language.times)
    if said.clock is None and said.span is None:
        bare, rest = read_all(rest, [MINUTES, HOUR] if said else [HOUR])
        said = said.with_(bare)
    rest = BESIDE.sub("", re.sub(LINKING[language.code], "", rest))
    return said if said and not rest else None
