"""How likely it is that a text complains, and that its writer is angry. Pure Python; the weights are read once."""

import json
from array import array
from base64 import b64decode
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from makegood.customers.language import language_of
from makegood.recovery.hearing.signs import NAMED, found_in

WEIGHTS = Path(__file__).parent / "weights.json"
QUESTIONS = ("complaint", "angry")
UNKNOWN = "en"  # whose words are looked for where the language cannot be told: “ok?”, “12345”


@dataclass(frozen=True)
class Heard:
    """The language (empty: it cannot be told) and, from 0 to 1, how likely a complaint and anger are."""

    language: str
    complaint: float
    angry: float


@dataclass(frozen=True)
class Weights:
    """Of one question: what each sign adds to its odds (their logarithm); `pieces` are to be multiplied by `scale`."""

    bias: float
    named: list[float]
    pieces: "array[int]"
    scale: float

    def judge(self, named: list[int], buckets: list[int], weight: float) -> float:
        """The likelihood, 0 to 1, of what `signs.found_in` found."""
        told = sum(map(self.named.__getitem__, named))
        total = self.bias + told + weight * self.scale * sum(map(self.pieces.__getitem__, buckets))
        return 1 / (1 + exp(-max(min(total, 50.0), -50.0)))


def hear(text: str, language: str = "") -> Heard:
    """What is heard in a customer's text; `language`, where it is known, spares finding out.

    A text without a letter complains of nothing. The likelihoods rank; a person decides what a complaint is.
    """
    language = language or language_of(text)
    if not any(letter.isalpha() for letter in text):
        return Heard(language, 0.0, 0.0)
    found = found_in(text, language or UNKNOWN)
    complaint, angry = (weights.judge(*found) for weights in _weights())
    return Heard(language, round(complaint, 6), round(angry, 6))


@cache
def _weights() -> tuple[Weights, ...]:
    kept = json.loads(WEIGHTS.read_text())
    return tuple(
        Weights(
            bias=kept[question]["bias"],
            named=[kept[question]["named"][name] for name in NAMED],
            pieces=array("b", b64decode(kept[question]["pieces"])),
            scale=kept[question]["scale"],
        )
        for question in QUESTIONS
    )
