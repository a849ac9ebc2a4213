"""The language a customer wrote in: one of ours, or none."""

import re
from functools import cache
from typing import Any

from makegood.channels.email.parsing import lazily

OURS = ("en", "lt", "ru", "nl", "ja")
LONGEST = 2_000  # characters looked at

KANA = re.compile(r"[\u3041-\u30ff\uff66-\uff9f]")
JAPANESE = re.compile(r"[\u3041-\u30ff\uff66-\uff9f\u4e00-\u9fff]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
ENOUGH_LETTERS = re.compile(r"(?>[A-Za-z\u00c0-\u024f][^A-Za-z\u00c0-\u024f]*){8}")  # fewer tell nothing
NO_PROSE = re.compile(r"https?://\S+|\S+@\S+|\[[^\[\]]*\]")


@cache
def _identifier() -> Any:
    module = lazily.module("py3langid.langid")
    identifier = module.LanguageIdentifier.from_model_file(module.MODEL_FILE, norm_probs=False)
    identifier.set_languages(["en", "lt", "nl"])
    return identifier


def language_of(text: str) -> str:
    """`en`, `lt`, `ru`, `nl` or `ja` by the script first and py3langid for Latin letters; empty if too short."""
    sample = NO_PROSE.sub(" ", text[:LONGEST])
    if not sample.isascii():
        if KANA.search(sample) and len(JAPANESE.findall(sample)) * 2 > len(LATIN.findall(sample)):
            return "ja"
        if CYRILLIC.search(sample) and len(CYRILLIC.findall(sample)) * 2 > len(LATIN.findall(sample)):
            return "ru"
    if not ENOUGH_LETTERS.search(sample):
        return ""
    return str(_identifier().classify(sample)[0])
