"""The rate of one group made like another: weighed by how many of that one belong to each stratum. Pure; no Django.

Here the strata are the months in which customers were first heard of. The interval is the stratified Wilson interval
with given weights: X. Yan and X. G. Su, "Stratified Wilson and Newcombe confidence intervals for multiple binomial
proportions", Statistics in Biopharmaceutical Research 2 (2010) 329–335.
"""

import dataclasses
import math
from collections.abc import Mapping, Sequence

from makegood.promises import wilson
from makegood.recovery.coming_back.rates import Rate


@dataclasses.dataclass(frozen=True)
class Weighed(Rate):
    """How many of how many came back, and the rate and bounds that they have when strata are weighed."""

    weighed: float = 0.0
    bounds: tuple[float, float] = (0.0, 1.0)

    @property
    def share(self) -> float:
        return self.weighed

    @property
    def interval(self) -> tuple[float, float] | None:
        return self.bounds if self.is_enough else None


def alike(ours: Mapping[str, Rate], others: Mapping[str, Rate]) -> tuple[Rate, Weighed]:
    """Ours, and the others weighed as ours are spread; of the strata in which there are both."""
    both = [name for name, found in ours.items() if found.total and name in others and others[name].total]
    one = Rate(sum(ours[name].came for name in both), sum(ours[name].total for name in both))
    strata = [(ours[name].total / one.total, others[name]) for name in both]
    came, total = (sum(getattr(found, what) for _weight, found in strata) for what in ("came", "total"))
    if not strata:
        return one, Weighed(0, 0)
    share = sum(weight * found.share for weight, found in strata)
    return one, Weighed(came, total, share, stratified(strata))


def stratified(strata: Sequence[tuple[float, Rate]], *, z: float = wilson.Z) -> tuple[float, float]:
    """The bounds of a weighed share; weights add up to one, and no stratum is empty."""
    spreads = [math.sqrt(found.share * (1 - found.share) / found.total) for _weight, found in strata]
    if not any(spreads):  # all or none came, whatever the stratum
        spreads = [1 / math.sqrt(found.total) for _weight, found in strata]
    parts = [weight * spread for (weight, _found), spread in zip(strata, spreads, strict=True)]
    within = z * math.hypot(*parts) / sum(parts)
    bounds = [(weight, wilson.interval(found.came, found.total, z=within)) for weight, found in strata]
    low, high = (sum(weight * each[end] for weight, each in bounds) for end in (0, 1))
    return low, min(1.0, high)
