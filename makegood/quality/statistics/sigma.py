"""Defects per million opportunities, and the sigma level that stands for them. Pure.

The sigma level is the normal quantile of the share without a defect, plus a shift of 1.5: the convention of Motorola, by
which a process that is seen over a long time wanders by 1.5 standard deviations (M. J. Harry, "The nature of six sigma
quality", Motorola University Press, 1988). It is a convention, not a measurement of ours.
"""

from statistics import NormalDist

SHIFT = 1.5
MILLION = 1_000_000


def dpmo(defects: int, opportunities: int) -> float:
    """Defects in each million opportunities. Raises ValueError without any, or with more defects than opportunities."""
    if not 0 <= defects <= opportunities or opportunities == 0:
        raise ValueError("a defect needs an opportunity")
    return defects / opportunities * MILLION


def level(per_million: float) -> float | None:
    """The sigma level, with the shift of 1.5; None for no defect at all, or nothing else: there it has no end."""
    share = 1 - per_million / MILLION
    return NormalDist().inv_cdf(share) + SHIFT if 0 < share < 1 else None
