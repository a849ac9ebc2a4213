"""Finding the sentences of a text that shift blame. Pure; no Django."""

from collections.abc import Iterator
from dataclasses import dataclass

from makegood.cases.blame.language import Kind, Language
from makegood.cases.blame.languages import DUTCH, ENGLISH, JAPANESE, LITHUANIAN, RUSSIAN
from makegood.promises.own_words.folding import folded
from makegood.promises.own_words.splitting import sentences

LANGUAGES = (ENGLISH, LITHUANIAN, RUSSIAN, DUTCH, JAPANESE)
LONGEST_TEXT, LONGEST_SENTENCE = 10_000, 600  # characters; beyond is a table or a log, not speech


@dataclass(frozen=True)
class Shift:
    """A sentence that shifts blame, on whom, its language, and words to say instead."""

    words: str
    kind: Kind
    language: str
    instead: str


def find(text: str) -> list[Shift]:
    """The sentences of `text` that shift blame, in order. Questions, quotations and words of others are left alone."""
    return list(_found(text[:LONGEST_TEXT]))


def _found(text: str) -> Iterator[Shift]:
    for sentence in sentences(text):
        if len(sentence) > LONGEST_SENTENCE:
            continue
        plain = folded(sentence)
        for language in LANGUAGES:
            kind = _kind(plain, language)
            if kind is not None:
                yield Shift(words=sentence, kind=kind, language=language.code, instead=language.instead[kind])
                break


def _kind(plain: str, language: Language) -> Kind | None:
    if language.asking.search(plain) or language.harmless.search(plain):
        return None
    return next((kind for kind, shifting in language.shifting.items() if shifting.search(plain)), None)
