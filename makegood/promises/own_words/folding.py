"""Text as the patterns read it: one form for width, case, apostrophes and missing diacritics."""

import re
import unicodedata

from makegood.promises.own_words.kanji import in_figures

SIMPLER = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "−": "-", "‑": "-", "\u00ad": ""})
# Marks of Latin and Cyrillic letters go (ė, ų, ё, é); those of kana carry meaning (が is not か), and й is not и.
MARKS = re.compile(r"(?<=[A-Za-z\u0435\u0415])[\u0300-\u036f]+")
SPACES = re.compile(r"\s+")


def folded(text: str) -> str:
    """The text in compatibility form, lower case, without accents, with single spaces and plain figures."""
    plain = unicodedata.normalize("NFKC", text).translate(SIMPLER)
    plain = unicodedata.normalize("NFC", MARKS.sub("", unicodedata.normalize("NFD", plain)))
    return SPACES.sub(" ", in_figures(plain)).strip().casefold()
