"""The five languages; each file is data."""

from makegood.cases.blame.languages.en import ENGLISH
from makegood.cases.blame.languages.ja import JAPANESE
from makegood.cases.blame.languages.lt import LITHUANIAN
from makegood.cases.blame.languages.nl import DUTCH
from makegood.cases.blame.languages.ru import RUSSIAN

__all__ = ["DUTCH", "ENGLISH", "JAPANESE", "LITHUANIAN", "RUSSIAN"]
