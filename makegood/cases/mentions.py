"""Names after an `@` in what colleagues write to each other. Pure; no Django.

A whole name, or a part of it that belongs to one alone: `@Bea Lind`, `@Bea`, `@Support`. An address (`bea@hale.example`) names
nobody.
"""

import dataclasses
import re
import unicodedata
import uuid
from collections.abc import Mapping

SIGN = re.compile(r"(?<![\w@.])@(?=\w)")
WORD = re.compile(r"[\w'’-]+")
MOST = 20  # in one text


@dataclasses.dataclass(frozen=True)
class Mentioned:
    """Whom a text names: keys in order, each once; words that may be one of several, with their names; and words that are
    nobody's name."""

    keys: tuple[uuid.UUID, ...] = ()
    unclear: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unknown: tuple[str, ...] = ()


def has_sign(text: str) -> bool:
    """Whether a text may name anybody, so that nobody is looked up for one that cannot."""
    return SIGN.search(text) is not None


def find(text: str, names: Mapping[uuid.UUID, str]) -> Mentioned:
    """Whom of these, by key, a text names. Of several whole names that fit the longest counts."""
    folded = {key: _fold(name) for key, name in names.items()}
    keys: dict[uuid.UUID, None] = {}
    unclear: dict[str, tuple[str, ...]] = {}
    unknown: dict[str, None] = {}
    for sign in list(SIGN.finditer(text))[:MOST]:
        behind = text[sign.end() :]
        found = _whole(_fold(behind), folded) or _in_part(behind, folded)
        if len(found) == 1:
            keys[found[0]] = None
        elif (said := WORD.match(behind)) is not None and found:
            unclear[said[0]] = tuple(sorted(names[key] for key in found))
        elif said is not None:
            unknown[said[0]] = None
    return Mentioned(tuple(keys), tuple(unclear.items()), tuple(unknown))


def _whole(behind: str, folded: Mapping[uuid.UUID, str]) -> list[uuid.UUID]:
    fitting = [(len(name), key) for key, name in folded.items() if name and _begins(behind, name)]
    longest = max((length for length, _key in fitting), default=0)
    return [key for length, key in fitting if length == longest]


def _in_part(behind: str, folded: Mapping[uuid.UUID, str]) -> list[uuid.UUID]:
    said = WORD.match(behind)
    word = _fold(said[0]) if said else ""
    return [key for key, name in folded.items() if word in name.split()]


def _begins(text: str, name: str) -> bool:
    """With a name that no further letter goes on; but Japanese goes on without a blank: `@田中さん`."""
    after = text[len(name) : len(name) + 1]
    return text.startswith(name) and (not after.isalnum() or _is_unspaced(name[-1]))


def _is_unspaced(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) == "W"


def _fold(text: str) -> str:
    """Without case, as long as before: `ß` and the like stay as they are."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text
