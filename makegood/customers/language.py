"""The language a customer wrote in: one of ours, or none. Pure: no Django, and the model is read at the first use."""

import importlib
import mmap
import re
import tempfile
from array import array
from functools import cache
from typing import Any

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
    module = importlib.import_module("py3langid.langid")
    whole = module.LanguageIdentifier.from_model_file(module.MODEL_FILE)
    whole.set_languages(["en", "lt", "nl"])
    # One of these three alone: the whole one keeps what it knows of a hundred languages.
    moves, outputs = _mapped(whole.tk_nextmove), _mapped(array("i", whole.tk_output))
    known = module.LanguageIdentifier(whole.nb_ptc, whole.nb_pc, whole.nb_classes, moves, outputs, tk_row=whole.tk_row)
    # As a list, it is a hundred thousand objects that each process counts its uses of.
    known._rowbase = _mapped(array("i", known._rowbase))
    return known


def _mapped(table: Any) -> Any:
    """The same array of numbers in a file without a name: of 40 MB, memory holds what texts have touched, once for all processes."""
    try:
        with tempfile.TemporaryFile() as file:
            table.tofile(file)
            file.flush()
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast(table.typecode)
    except OSError:  # no room on the disk
        return table


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
