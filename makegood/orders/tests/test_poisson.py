"""The exact interval of a count, against published tables and against its own definition."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makegood.orders import poisson

# 95 % limits as tabled in E. S. Pearson and H. O. Hartley, Biometrika Tables for Statisticians, volume 1, table 40.
TABLE = {
    0: (0.0, 3.69), 1: (0.0253, 5.57), 2: (0.242, 7.22), 3: (0.619, 8.77), 4: (1.09, 10.24), 5: (1.62, 11.67),
    10: (4.80, 18.39), 15: (8.40, 24.74), 20: (12.22, 30.89), 25: (16.18, 36.90), 50: (37.11, 65.92),
}  # fmt: skip


@pytest.mark.parametrize("count", TABLE)
def test_the_limits_are_those_of_the_tables(count):
    assert poisson.interval(count) == pytest.approx(TABLE[count], abs=0.0051)


@given(st.integers(1, 170), st.floats(0.01, 300))
def test_the_chance_is_the_sum_of_the_single_ones(count, mean):
    fewer = math.fsum(math.exp(one * math.log(mean) - mean - math.lgamma(one + 1)) for one in range(count))
    assert poisson.at_least(count, mean) == pytest.approx(1 - fewer, abs=1e-11)


@settings(deadline=None)
@given(st.integers(0, 5_000))
def test_the_bounds_leave_half_the_error_on_each_side(count):
    lower, upper = poisson.interval(count)
    assert lower <= count < upper
    if count:
        assert poisson.at_least(count, lower) == pytest.approx(0.025, abs=1e-6)
    assert 1 - poisson.at_least(count + 1, upper) == pytest.approx(0.025, abs=1e-6)


def test_a_rate_is_told_in_a_hundred():
    assert poisson.per_hundred(10, 400) == pytest.approx((2.5, 1.199, 4.598), abs=0.001)
    with pytest.raises(ValueError, match="less than never"):
        poisson.interval(-1)
