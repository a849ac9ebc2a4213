"""How long promises took, from counts by length. Pure.

Lengths are counted in steps, each 2^(1/8) as long as the one before (9 %), so that a percentile is known within some
percent whatever the number behind it.
"""

import math
from collections.abc import Mapping

STEPS_A_DOUBLING = 8
# The step of what is broken and not done yet: longer than any length.
UNDONE = 32_767


def step_of(seconds: int) -> int:
    """The step that a length in seconds falls into: 0 for less than a second."""
    return 1 + math.floor(math.log2(seconds) * STEPS_A_DOUBLING) if seconds >= 1 else 0


def start_of(step: int) -> float:
    """The shortest length, in seconds, of a step."""
    return float(2 ** ((step - 1) / STEPS_A_DOUBLING)) if step else 0.0


def percentile(counts: Mapping[int, int], share: float) -> float | None:
    """The length in seconds within which a share (0 to 1) was done; None where so many are not even done.

    Within a step lengths are taken to be spread evenly.
    """
    total = sum(counts.values())
    wanted = share * total
    passed = 0
    for step, count in sorted(counts.items()):
        if count > 0 and passed + count >= wanted:
            if step == UNDONE:
                return None
            start, end = start_of(step), start_of(step + 1)
            return start + (end - start) * (wanted - passed) / count
        passed += count
    return None
