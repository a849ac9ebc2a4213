"""What a language brings along: how it shifts blame, what sounds alike and is none, and what to say instead."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """On whom the blame is put: somebody outside, others of our own house, or the customer."""

    OTHERS = "others"
    COLLEAGUES = "colleagues"
    CUSTOMER = "customer"


@dataclass(frozen=True)
class Language:
    """One language. All patterns read folded text.

    `asking`: how a question ends. `harmless`: sentences that blame nobody, or us (it is our fault, we do not
    blame, you wrote that). `shifting`: by kind, in the order in which they are tried. `instead`: words to begin with.
    """

    code: str
    harmless: re.Pattern[str]
    shifting: Mapping[Kind, re.Pattern[str]]
    instead: Mapping[Kind, str]
    asking: re.Pattern[str] = re.compile(r"\?[\s)\"']*$")


def either(forms: Sequence[str]) -> str:
    """Alternatives, as a group of a larger pattern."""
    return "(?:" + "|".join(forms) + ")"


def pattern(*forms: str) -> re.Pattern[str]:
    """Any of these forms, from the beginning of a word on."""
    return re.compile(r"(?<!\w)(?:" + "|".join(f"(?:{form})" for form in forms) + ")")


def anywhere(*forms: str) -> re.Pattern[str]:
    """Any of these forms, for a language that leaves no space between words."""
    return re.compile("|".join(f"(?:{form})" for form in forms))
