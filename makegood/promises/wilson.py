"""The interval around a share. Pure.

Wilson's score interval without continuity correction: E. B. Wilson, "Probable inference, the law of succession, and
statistical inference", Journal of the American Statistical Association 22 (1927) 209–212.
"""

import math

# Two-sided 95 %: the 97.5th percentile of the normal distribution.
Z = 1.959963984540054


def interval(hits: int, total: int, *, z: float = Z) -> tuple[float, float]:
    """Lower and upper bound of the share behind `hits` of `total`, each from 0 to 1. Raises ValueError without any."""
    if not 0 <= hits <= total or total == 0:
        raise ValueError("a share is of something")
    share, square = hits / total, z * z
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = z * math.sqrt(share * (1 - share) / total + square / (4 * total * total)) / (1 + square / total)
    return max(0.0, middle - half), min(1.0, middle + half)
