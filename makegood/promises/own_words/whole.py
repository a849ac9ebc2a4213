"""A text that is a time and nothing else: every word of it is understood, and nothing in it is said in two ways."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from makegood.calendars.business_time import BusinessCalendar
from makegood.promises.own_words.days import day_after, day_meant
from makegood.promises.own_words.language import Language, Rule, words
from makegood.promises.own_words.moments import NOTHING, Clock, Moment, Part, Unit
from makegood.promises.own_words.rules import clock, date, says
from makegood.promises.own_words.times import READ, read_all

# In a field a number that stands alone is an hour, and “14.30” beside a day is one with its minutes.
HOUR = clock(r"(?<![\w:./-])(?P<h>\d{1,2})(?![\w:./-])")
MINUTES = clock(r"(?<![\w:./-])(?P<h>\d{1,2})[.h](?P<m>[0-5]\d)(?![\w:./-])")
# What stands between the parts of a time and says nothing of it.
LINKING = {
    "en": words("at", "on", "by", "the", "of", "in", "and", "until", "till", "from", "for", "around", "about"),
    "lt": words("iki", "nuo", "apie", "val", "d", "ir"),
    "ru": words("в", "во", "на", "к", "до", "с", "со", "и", "около", "часов", "часа", "час"),
    "nl": words("om", "op", "tot", "voor", "rond", "en", "de", "uur", "vanaf", "in"),
    "ja": "[のにはをで]|から|まで|頃|ごろ",
}
BESIDE = re.compile(rf"[\s,.、。・{READ}-]+")
D, M = r"(?P<d>0?[1-9]|[12]\d|3[01])", r"(?P<m>0?[1-9]|1[0-2])"
DOTTED = date(rf"(?<![\w:./-]){D}\.{M}\.(?!\w)")
# Beside a time of the day these are dates, in the language of whoever writes; alone they may be hours.
DOTS, DASH = date(rf"(?<![\w:./-]){D}\.{M}(?![\w:./-])"), date(rf"(?<![\w:./-]){D}-{M}(?![\w:./-])")
MONTH_FIRST = date(r"(?<![\w:./-])(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\w:./-])")
DATES = {"en": [DOTS], "lt": [MONTH_FIRST], "ru": [DOTS, DASH], "nl": [DOTS, DASH], "ja": []}
DAY_FIRST = {"en", "ru", "nl"}
# Beside a day this is a part of that one; alone it is tomorrow’s.
MORNING = {"en": [says(words(r"(?:in|by) the morning"), Moment(part=Part.MORNING))]}
# What one rule reads as one, in a field is two pieces: “volgende vrijdag|middag”, “in two weeks| on Friday”, 今夜|8時.
PARTED = {
    "nl": re.compile(
        r"(?<!\w)(?:maan|dins|woens|donder|vrij|zater|zon)dag(?= ?(?:(?:voor|na)?middag|ochtend|avond)(?!\w))"
    ),
    "en": re.compile(r"(?<!\w)in (?:an?|one|two|\d) (?:weeks?|fortnight)(?= on (?!the))"),
    "ja": re.compile(r"今[夜晩夕]|明[晩朝]|翌朝"),
}
EARLY = {Part.FIRST_THING, Part.MORNING}
DAY_FIELDS = {"span", "offset", "weekday", "week", "this", "day", "month", "year", "months", "end"}
# Pieces that together name one day.
TOGETHER = [
    ({"week"}, {"weekday"}), ({"months"}, {"day"}), ({"month"}, {"day"}), ({"day", "month"}, {"year"}), ({"span"}, {"weekday"}),
]  # fmt: skip


def readings(plain: str, language: Language, *, is_own: bool) -> Iterator[list[Moment]]:
    """The ways in which all of a folded text can be read in a language, likeliest first, each as the pieces it says;
    `is_own`: of whoever writes."""
    if apart := PARTED.get(language.code):
        plain = apart.sub(r"\g<0>, ", plain)
    always = [*([DOTTED] if is_own and language.code in DAY_FIRST else []), *language.typed]
    beside = (DATES[language.code] if is_own else []) + MORNING.get(language.code, [])
    dated = _pieces(plain, language, always + beside)
    if dated and _names_day(dated) and any(piece.clock or piece.part for piece in dated):
        yield dated
    if pieces := _pieces(plain, language, always):
        yield pieces
    # “Завтра в 10.05” is no day in May.
    if (timed := _pieces(plain, language, [*always, MINUTES])) and _names_day(timed) and timed != pieces:
        yield timed


def together(pieces: Sequence[Moment], now: dt.datetime, hours: BusinessCalendar) -> Moment | None:
    """All pieces as one time, on its day; None where one contradicts another. `now` is in the zone that is meant."""
    said = NOTHING
    for piece in pieces:
        said = said.with_(piece)
    parts = {piece.part for piece in pieces if piece.part}
    if len({piece.clock for piece in pieces if piece.clock}) > 1 or (len(parts) > 1 and not parts <= EARLY):
        return None
    if said.clock and said.part and not _fits(said.clock, said.part):
        return None
    try:
        one_day = _one_day(said, list(dict.fromkeys(_day_of(piece) for piece in pieces)), now.date(), hours)
        return _on_its_day(one_day, now, hours) if one_day else None
    except (ValueError, OverflowError):
        return None


def _pieces(plain: str, language: Language, first: Sequence[Rule]) -> list[Moment]:
    """All that a text says; nothing where a word of it is left."""
    pieces, rest, is_whole = read_all(plain, [*first, *language.times])
    if not any(piece.clock or _is_short(piece) for piece in pieces):
        bare = read_all(rest, [MINUTES, HOUR] if any(pieces) else [HOUR])
        pieces, rest = [*pieces, *bare.pieces], bare.rest
    rest = BESIDE.sub("", re.sub(LINKING[language.code], "", rest))
    return pieces if is_whole and not rest else []


def _is_short(piece: Moment) -> bool:
    return piece.span is not None and piece.span.unit in {Unit.HOUR, Unit.MINUTE}


def _fields(piece: Moment) -> set[str]:
    return {name for name, value in vars(piece).items() if value is not None}


def _day_of(piece: Moment) -> Moment:
    """What a piece says of the day."""
    return replace(piece, clock=None, part=None, after=None)


def _names_day(pieces: Sequence[Moment]) -> bool:
    return any(_fields(piece) & DAY_FIELDS for piece in pieces)


def _fits(at: Clock, part: Part) -> bool:
    """Whether a time may be one of that part of the day."""
    hour = at.at.hour
    if part in EARLY:
        return hour < 12
    if part == Part.MIDNIGHT:
        return hour in {0, 12}
    if part == Part.EVENING:
        return hour >= 16 or (not at.sure and 4 <= hour < 12)
    return part != Part.AFTERNOON or 12 <= hour <= 19 or (not at.sure and 1 <= hour <= 7)


def _one_day(said: Moment, days: list[Moment], today: dt.date, hours: BusinessCalendar) -> Moment | None:
    """The same, where all that was said of a day is of one and the same."""
    days = [day for day in days if day != NOTHING]
    if len(days) < 2:
        return said
    if len(days) == 2:
        one, other = (_fields(day) - {"this"} for day in days)
        if (one, other) in TOGETHER or (other, one) in TOGETHER:
            is_of_weeks = said.span is None or (said.span.unit == Unit.WEEK and not said.span.working)
            return said if is_of_weeks else None
    if any(day.day is None and day.offset is None and day.weekday is None for day in days):
        return None
    weekdays = [day for day in days if _fields(day) <= {"weekday", "this"}]
    named = {day_meant(day, today, hours) for day in days if day not in weekdays}
    if len(named) > 1 or len({day.weekday for day in weekdays}) > 1:
        return None
    if not named:
        return said
    (meant,) = named
    if meant is None or any(day.weekday != meant.weekday() for day in weekdays):
        return None
    return _at(said, meant)


def _on_its_day(said: Moment, now: dt.datetime, hours: BusinessCalendar) -> Moment | None:
    """“In two days at 14:00” as that time on that day; “in two weeks on Friday” as the Friday of that week."""
    span = said.span
    if span is None or (said.clock is None and said.part is None and said.weekday is None):
        return said
    if span.unit in {Unit.HOUR, Unit.MINUTE} or span.amount % 1:
        return None
    if said.weekday is not None:
        return replace(said, span=None, week=int(span.amount))
    return _at(said, day_after(span, now, hours))


def _at(said: Moment, day: dt.date) -> Moment:
    return Moment(day=day.day, month=day.month, year=day.year, clock=said.clock, part=said.part, after=said.after)
