"""Words as tokens: folded, stemmed beside the plain form, Japanese in pairs of characters. Pure; no Django.

Tokens hold letters and digits only, so that any engine keeps them whole.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable

import snowballstemmer

WORD = re.compile(r"[^\W_]+")
JAPANESE = re.compile(r"[\u3005\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff66-\uff9f]+")
FOLDABLE = re.compile(r"[\u00c0-\u024f\u1e00-\u1eff\u0400-\u04ff]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN_LANGUAGES = ("en", "lt", "nl")
ALGORITHMS = {"en": "english", "lt": "lithuanian", "nl": "dutch", "ru": "russian"}
LONGEST_TEXT, LONGEST_WORD, MOST_TOKENS = 20_000, 40, 3_000


def of_text(text: str, language: str) -> list[str]:
    """The distinct tokens of a text written in `language`, in order of appearance."""
    found: dict[str, None] = {}
    for word in dict.fromkeys(_words(text)):
        for form in _forms(word, language):
            found[form] = None
        if len(found) > MOST_TOKENS:
            break
    return list(found)


def of_query(text: str) -> list[list[str]]:
    """What must be there: each inner list holds the forms of one word, any of which will do."""
    groups = []
    for word in dict.fromkeys(_words(text)):
        languages: Iterable[str] = () if _is_japanese(word) else ("ru",) if CYRILLIC.search(word) else LATIN_LANGUAGES
        groups.append(list(dict.fromkeys([word, *(_stem(word, language) for language in languages)])))
    return groups[:20]


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text[:LONGEST_TEXT]).casefold()
    if JAPANESE.search(folded) is None:
        return [_fold(word)[:LONGEST_WORD] for word in WORD.findall(folded)]
    words: list[str] = []
    for run in WORD.findall(folded):
        at = 0
        for japanese in JAPANESE.finditer(run):
            words += _plain(run[at : japanese.start()])
            words += _pairs(japanese[0])
            at = japanese.end()
        words += _plain(run[at:])
    return words


def _plain(word: str) -> list[str]:
    return [_fold(word)[:LONGEST_WORD]] if word else []


def _pairs(run: str) -> list[str]:
    return [run] if len(run) == 1 else [run[at : at + 2] for at in range(len(run) - 1)]


def _is_japanese(word: str) -> bool:
    return JAPANESE.match(word) is not None


@functools.lru_cache(maxsize=50_000)
def _forms(word: str, language: str) -> tuple[str, ...]:
    """A word of a text in `language` as it is, and its stem."""
    if _is_japanese(word):
        return (word,)
    return word, _stem(word, "ru" if CYRILLIC.search(word) else language)


@functools.lru_cache(maxsize=20_000)
def _fold(word: str) -> str:
    """Letters without their marks: grąžinimo as grazinimo, ё as е. Marks of other scripts stay."""
    if not FOLDABLE.search(word):
        return word
    apart = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(one for one in apart if unicodedata.category(one) != "Mn"))


@functools.lru_cache(maxsize=50_000)
def _stem(word: str, language: str) -> str:
    algorithm = ALGORITHMS.get(language)
    if algorithm is None or not word.isalpha():
        return word
    return str(_stemmer(algorithm).stemWord(word))


@functools.cache
def _stemmer(algorithm: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(algorithm)
