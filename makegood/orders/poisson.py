"""The interval around a count of things that happen now and then, such as complaints among orders. Pure.

The exact interval of F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936) 437–442: the
lower bound is the mean at which so many or more happen with half the error, the upper one that at which so many or fewer
do. The chance of fewer comes from the incomplete gamma function, by its series and its continued fraction (Abramowitz
and Stegun, Handbook of Mathematical Functions, 6.5.29 and 6.5.31).
"""

import math
from collections.abc import Callable

LEVEL = 0.95
STEPS = 200


def interval(count: int, *, level: float = LEVEL) -> tuple[float, float]:
    """Lower and upper bound of the mean behind a count. Raises ValueError below zero."""
    if count < 0:
        raise ValueError("nothing happens less than never")
    half = (1 - level) / 2
    lower = 0.0 if count == 0 else _where(lambda mean: at_least(count, mean) < half, count)
    return lower, _where(lambda mean: 1 - at_least(count + 1, mean) > half, count)


def per_hundred(count: int, of: int) -> tuple[float, float, float]:
    """How often in a hundred, and the bounds of that; `of` is how many there were, above zero."""
    lower, upper = interval(count)
    return 100 * count / of, 100 * lower / of, 100 * upper / of


def at_least(count: int, mean: float) -> float:
    """The chance that so many, or more, happen where `mean` are expected: the regularised incomplete gamma function."""
    if mean <= 0:
        return 0.0
    scale = math.exp(count * math.log(mean) - mean - math.lgamma(count))
    if mean < count + 1:
        term = total = 1 / count
        step = count
        while abs(term) > abs(total) * 1e-16:
            step += 1
            term *= mean / step
            total += term
        return min(1.0, scale * total)
    return max(0.0, 1 - scale * _fraction(count, mean))


def _fraction(count: int, mean: float) -> float:
    """Lentz's way to work out the continued fraction."""
    tiny = 1e-300
    below = mean + 1 - count
    left, right = 1 / tiny, 1 / below
    found = right
    for step in range(1, 100_000):
        above = -step * (step - count)
        below += 2
        right = above * right + below
        right = 1 / (right if abs(right) > tiny else tiny)
        left = below + above / left
        left = left if abs(left) > tiny else tiny
        found *= (change := right * left)
        if abs(change - 1) < 1e-15:
            break
    return found


def _where(is_below: Callable[[float], bool], count: int) -> float:
    """The mean at which a thing ceases to hold, between zero and far above the count."""
    low, high = 0.0, count + 10 * math.sqrt(count + 1) + 10
    for _step in range(STEPS):
        middle = (low + high) / 2
        if is_below(middle):
            low = middle
        else:
            high = middle
        if high - low <= 1e-10 * high:
            break
    return (low + high) / 2
