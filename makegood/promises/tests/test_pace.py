"""Percentiles from counts by length are those of the lengths themselves, within a step."""

import random
import statistics
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makegood.promises import pace


@given(st.integers(min_value=0, max_value=10**9))
def test_a_length_lies_in_its_step(seconds):
    step = pace.step_of(seconds)
    assert pace.start_of(step) <= seconds + 1e-6 * seconds
    assert seconds < pace.start_of(step + 1) * (1 + 1e-9)


@pytest.mark.parametrize("seed", range(5))
def test_percentiles_are_near_the_true_ones(seed):
    rng = random.Random(seed)
    lengths = [int(rng.lognormvariate(8, 1.5)) for _ in range(5000)]
    counts = Counter(pace.step_of(length) for length in lengths)
    cuts = statistics.quantiles(lengths, n=10, method="inclusive")
    assert pace.percentile(counts, 0.5) == pytest.approx(cuts[4], rel=0.05)
    assert pace.percentile(counts, 0.9) == pytest.approx(cuts[8], rel=0.05)


def test_what_is_not_done_is_longer_than_all():
    counts = {pace.step_of(60): 8, pace.UNDONE: 2}
    assert pace.percentile(counts, 0.5) == pytest.approx(60, rel=0.09)
    assert pace.percentile(counts, 0.9) is None
    assert pace.percentile({}, 0.5) is None
