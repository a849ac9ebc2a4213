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
from makegood.promises.own_words.moments import Moment
from makegood.promises.own_words.whole import readings, together

LONGEST = 100  # characters
SHORT = re.compile(r"^(?P<n>\d{1,3}) ?(?P<unit>min|m|h|d|w)$")
LONG = {"min": "minutes", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
# Said around a length of time where it stands in a sentence, and left out in a field.
AROUND = {"en": "in {}", "lt": "po {}", "ru": "через {}", "nl": "over {}", "ja": "{}後"}
Meant = Callable[[Moment, dt.datetime, ZoneInfo, BusinessCalendar], dt.datetime | None]


def when(
    text: str, *, now: dt.datetime, zone: ZoneInfo, hours: BusinessCalendar | None = None, language: str = "en"
) -> dt.datetime | None:
    """The instant that a whole text names, in `zone`; `None` where any of it is not understood or contradicts the
    rest, or nothing lies ahead. Of a day or a week it is the beginning: something comes back then, or leaves.

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
    local = now.astimezone(zone)
    for pieces in _readings(folded(text), language):
        said = together(pieces, local, hours)
        found = meant(said, now, zone, hours) if said else None
        if found is not None:
            return found
    return None


def _readings(plain: str, first: str) -> Iterator[list[Moment]]:
    """What the text says in each language that understands all of it: as it stands, then as a length of time."""
    if short := SHORT.match(plain):
        plain = f"in {short['n']} {LONG[short['unit']]}"
    # Bare digits are in every language.
    found = list(readers(plain)) or [language_named(code) for code in LANGUAGES]
    ordered = sorted(found, key=lambda one: one.code != first)
    for language in ordered:
        understood = list(readings(plain, language, is_own=language.code == first))
        yield from understood
        if understood and language.code == first:  # what has gone by is no other thing in another language
            return
    for language in ordered:
        lengths = readings(AROUND[language.code].format(plain), language, is_own=language.code == first)
        yield from (pieces for pieces in lengths if any(piece.span for piece in pieces))
