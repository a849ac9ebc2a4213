"""The four rules by which a control chart shows more than chance. Pure.

Western Electric Company, Statistical Quality Control Handbook, 1956; NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.
Points are told as scores: how many standard deviations each lies above (or below) the mean. A rule marks the point that
completes its pattern, on either side.
"""

from collections.abc import Sequence

BEYOND_THREE, TWO_OF_THREE, FOUR_OF_FIVE, EIGHT_IN_A_ROW = 1, 2, 3, 4
# Each rule: so many of the last so many points lie beyond so many standard deviations, all on one side.
RULES = {BEYOND_THREE: (1, 1, 3.0), TWO_OF_THREE: (2, 3, 2.0), FOUR_OF_FIVE: (4, 5, 1.0), EIGHT_IN_A_ROW: (8, 8, 0.0)}


def signals(scores: Sequence[float]) -> list[tuple[int, ...]]:
    """For each point the numbers of the rules that it completes."""
    return [_at(scores[max(0, place - 7) : place + 1]) for place in range(len(scores))]


def _at(last: Sequence[float]) -> tuple[int, ...]:
    sides = (last, [-score for score in last])
    return tuple(rule for rule, terms in RULES.items() if any(_holds(side, *terms) for side in sides))


def _holds(last: Sequence[float], wanted: int, of: int, beyond: float) -> bool:
    """The newest point is one of them: a pattern is told once it is whole, not again by what comes after."""
    return last[-1] > beyond and sum(score > beyond for score in last[-of:]) >= wanted
