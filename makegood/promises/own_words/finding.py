"""The commitments in a text that one of us wrote."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import pairwise
from zoneinfo import ZoneInfo

from makegood.calendars.business_time import BusinessCalendar
from makegood.promises.own_words.due import due_at, usual_hours
from makegood.promises.own_words.folding import SPACES, folded
from makegood.promises.own_words.language import Language
from makegood.promises.own_words.splitting import sentences
from makegood.promises.own_words.times import read

LANGUAGES = {"en": "ENGLISH", "lt": "LITHUANIAN", "ru": "RUSSIAN", "nl": "DUTCH", "ja": "JAPANESE"}
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# A sentence without a letter of theirs is in none of these.
SCRIPTS = {"ru": re.compile("[\u0400-\u04ff]"), "ja": re.compile("[\u3040-\u30ff\u3400-\u9fff]")}
LONGEST_TEXT, LONGEST_SENTENCE = 10_000, 1_000  # characters; beyond is a table or a log, not speech


@dataclass(frozen=True)
class Found:
    """A commitment in somebody's own words: those words, when it is due (`None`: they name no time), the language."""

    words: str
    due_at: dt.datetime | None
    language: str


def find(text: str, *, now: dt.datetime, zone: ZoneInfo, hours: BusinessCalendar | None = None) -> list[Found]:
    """The commitments of `text` in order, with due times in `zone`, counted on `hours` (else Mon-Fri, 9 to 18).

    `now` is when it was written: an aware datetime, else `ValueError`. No language is asked for: each reads what it
    understands, so that a reply in two languages is heard whole.
    """
    if now.tzinfo is None:
        raise ValueError(f"An aware datetime is needed, not {now!r}.")
    hours = hours or usual_hours(zone)
    found = []
    for sentence in sentences(text[:LONGEST_TEXT]):
        if len(sentence) > LONGEST_SENTENCE:
            continue
        for language in readers(sentence):
            told = list(_in_sentence(sentence, language, now=now, zone=zone, hours=hours))
            if told:
                found += [one for one in told if one.due_at] or told[:1]
                break
    return found


def promises_anything(text: str) -> bool:
    """Whether `find` may find something, whatever the time and the calendar: most texts promise nothing."""
    judged = (one for one in sentences(text[:LONGEST_TEXT]) if len(one) <= LONGEST_SENTENCE)
    return any(clauses(sentence, language) for sentence in judged for language in readers(sentence))


def readers(text: str) -> Iterator[Language]:
    """The languages whose letters stand in a text."""
    return (language_named(code) for code in LANGUAGES if SCRIPTS.get(code, LATIN).search(text))


@cache
def language_named(code: str) -> Language:
    """One of them, read at the first use: to compile its forms takes up to a second."""
    found: Language = getattr(import_module(f"{__package__}.languages.{code}"), LANGUAGES[code])
    return found


def _in_sentence(
    sentence: str, language: Language, *, now: dt.datetime, zone: ZoneInfo, hours: BusinessCalendar
) -> Iterator[Found]:
    for clause, beside in clauses(sentence, language):
        if language.refusing.search(clause):
            continue
        said = read(clause, language.times) or read(beside, language.times)
        if said:
            due = due_at(said, now, zone, hours)
            if due is not None:
                yield Found(sentence, due, language.code)
        elif language.plain.search(clause):
            yield Found(sentence, None, language.code)


def clauses(sentence: str, language: Language) -> list[tuple[str, str]]:
    """The folded clauses that promise, each with what stands beside it and may tell its time.

    What is not judged is gone from them. A question is none, but “I will call you at 10, all right?” is one up to its
    tag. A clause that depends on the one before (“if …, we will”) is none.
    """
    plain = language.spelt(folded(sentence))
    if tagged := language.tags.search(plain):
        plain = plain[: tagged.start()]
    elif plain.endswith("?") or language.asking.search(plain):
        return []
    judged = SPACES.sub(" ", language.unsaid.sub(" ", plain))
    parts = [part.strip() for part in language.joins.split(judged) if part and part.strip()]
    promising = [
        part for before, part in pairwise(["", *parts])
        if language.promising.search(part) and not language.conditions.search(before)
    ]  # fmt: skip
    if len(promising) != 1:
        lead = _time_given(parts, language)
        return [(part, lead) for part in promising]
    # What the other parts say of a time belongs to the only promise, unless they take something back for themselves.
    others = [part for part in parts if part is not promising[0] and not language.refusing.search(part)]
    return [(promising[0], " ".join(others))]


def _time_given(parts: list[str], language: Language) -> str:
    """What begins a sentence and asks for a length of time: “give me twenty minutes, I will look and call you”."""
    first = parts[0] if parts else ""
    if not first or language.promising.search(first) or language.refusing.search(first):
        return ""
    return first if read(first, language.times).span else ""
