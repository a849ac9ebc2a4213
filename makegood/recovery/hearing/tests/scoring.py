"""Ranking: how often a text that is of a kind is put before one that is not."""

from collections.abc import Sequence
from pathlib import Path

APART = Path(__file__).parent / "apart"  # texts that nothing was learnt from


def auc(scores: Sequence[float], answers: Sequence[bool]) -> float:
    """The area under the ROC curve, ties counting half (Mann and Whitney's U over the number of pairs)."""
    yes = [score for score, answer in zip(scores, answers, strict=True) if answer]
    no = [score for score, answer in zip(scores, answers, strict=True) if not answer]
    wins = sum((a > b) + 0.5 * (a == b) for a in yes for b in no)
    return wins / (len(yes) * len(no))
