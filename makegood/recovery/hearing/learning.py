"""Learning the weights from the examples: `python -m makegood.recovery.hearing.learning` writes them anew.

Logistic regression with a quadratic penalty, in its dual form (there are fewer examples than signs), by iteratively
reweighted least squares. The same examples give the same weights.
"""

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np

from makegood.recovery.hearing.listening import QUESTIONS, WEIGHTS
from makegood.recovery.hearing.signs import BUCKETS, NAMED, signs

EXAMPLES = Path(__file__).parent / "examples"
PENALTY = 0.5
ROUNDS, CLOSE = 40, 1e-4
Array = np.ndarray


@dataclass(frozen=True)
class Example:
    """A text and what a person says of it."""

    language: str
    text: str
    complaint: bool
    angry: bool


def read(folder: Path) -> list[Example]:
    """The examples of a folder, a file a language: `ca | text` complains angrily, `c` calmly, `-` does not complain."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text().splitlines():
            label, _, text = line.partition("|")
            found.append(Example(path.stem, text.strip(), "c" in label, "a" in label))
    return found


def learn(examples: Sequence[Example]) -> dict[str, tuple[Array, float]]:
    """For each question the weight of each sign and the bias."""
    values, seen = _table(examples)
    kernel = _kernel(values)
    learnt = {}
    for question in QUESTIONS:
        dual, bias = _fit(kernel, _answers(examples, question))
        weights = np.zeros(len(NAMED) + BUCKETS)
        weights[seen] = values.T @ dual
        learnt[question] = (weights, bias)
    return learnt


def left_out(examples: Sequence[Example], folds: Array) -> dict[str, Array]:
    """For each question the odds (logarithm) of each example, learnt from those whose fold is another: (n,) each."""
    kernel = _kernel(_table(examples)[0])
    odds = {question: np.zeros(len(examples)) for question in QUESTIONS}
    for fold in np.unique(folds):
        known, judged = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        for question in QUESTIONS:
            dual, bias = _fit(kernel[np.ix_(known, known)], _answers(examples, question)[known])
            odds[question][judged] = kernel[np.ix_(judged, known)] @ dual + bias
    return odds


def fingerprint(examples: Sequence[Example]) -> int:
    """A number that is another where an example, its answer or one of its signs is."""
    told = [(example.complaint, example.angry, signs(example.text, example.language)) for example in examples]
    return crc32(repr([(c, a, sorted(found.items())) for c, a, found in told]).encode())


def _table(examples: Sequence[Example]) -> tuple[Array, list[int]]:
    """The value of each sign met more than once in each example, and which signs these are."""
    found = [signs(example.text, example.language) for example in examples]
    times = Counter(index for signs_of_one in found for index in signs_of_one)
    seen = sorted(index for index, count in times.items() if count > 1)  # what was met once teaches nothing
    column = {index: number for number, index in enumerate(seen)}
    values = np.zeros((len(found), len(seen)), dtype=np.float32)
    for row, signs_of_one in enumerate(found):
        for index, value in signs_of_one.items():
            if index in column:
                values[row, column[index]] = value
    return values, seen


def _kernel(values: Array) -> Array:
    """How alike each two examples are, (n, n)."""
    return np.asarray(values @ values.T, dtype=np.float64)


def _answers(examples: Sequence[Example], question: str) -> Array:
    return np.array([float(getattr(example, question)) for example in examples])


def _fit(kernel: Array, answers: Array) -> tuple[Array, float]:
    """The dual weights and the bias for a kernel (n, n) and answers (n,) of 0 and 1."""
    size = len(answers)
    dual, bias = np.zeros(size), 0.0
    for _ in range(ROUNDS):
        odds = kernel @ dual + bias
        likely = 1 / (1 + np.exp(-odds))
        certainty = np.maximum(likely * (1 - likely), 1e-6)
        system = np.zeros((size + 1, size + 1))
        system[:size, :size] = kernel + np.diag(PENALTY / certainty)
        system[:size, size] = system[size, :size] = 1
        solved = np.linalg.solve(system, np.append(odds + (answers - likely) / certainty, 0))
        moved = float(np.abs(solved[:size] - dual).max())
        dual, bias = solved[:size], float(solved[size])
        if moved < CLOSE:
            break
    return dual, bias


def write(learnt: dict[str, tuple[Array, float]], path: Path, *, learnt_from: int) -> None:
    """Keep the weights and the fingerprint of the examples: named ones rounded, those of pieces as signed bytes with one scale."""
    kept: dict[str, object] = {"learnt from": learnt_from}
    for question, (weights, bias) in learnt.items():
        pieces = weights[len(NAMED) :]
        scale = float(np.abs(pieces).max()) / 127
        kept[question] = {
            "bias": round(bias, 4),
            "named": {name: round(float(weight), 4) for name, weight in zip(NAMED, weights, strict=False)},
            "scale": scale,
            "pieces": b64encode(np.round(pieces / scale).astype(np.int8).tobytes()).decode(),
        }
    path.write_text(json.dumps(kept, indent=1) + "\n")


if __name__ == "__main__":
    known = read(EXAMPLES)
    write(learn(known), WEIGHTS, learnt_from=fingerprint(known))
