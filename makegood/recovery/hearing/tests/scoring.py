"""Ranking: how often a text that is of a kind is put before one that is not."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from pathlib import Path

APART = Path(__file__).parent / "apart"  # texts that nothing was learnt from


def auc(scores: Sequence[float], answers: Sequence[bool]) -> float:
    """The area under the ROC curve, ties counting half (Mann and Whitney's U over the number of pairs)."""
    yes = [score for score, answer in zip(scores, answers, strict=True) if answer]
    no = sorted(score for score, answer in zip(scores, answers, strict=True) if not answer)
    wins = sum((bisect_left(no, score) + bisect_right(no, score)) / 2 for score in yes)
    return wins / (len(yes) * len(no))
