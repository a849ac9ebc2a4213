"""Weighed rates against values that others published, and against simulated shops whose true rates are known."""

import random

import pytest

from makegood.recovery.coming_back import rates, weighing
from makegood.recovery.coming_back.rates import Rate


def test_published_bounds():
    """The R package tern 0.9 (`prop_strat_wilson`, its test with equal weights, `set.seed(1)`): 0.4190436 and 0.5789733."""
    strata = [(1 / 6, Rate(*counts)) for counts in ((12, 22), (7, 18), (5, 17), (9, 17), (8, 14), (8, 12))]
    low, high = weighing.stratified(strata, z=1.6448536269514722)
    assert (round(low, 7), round(high, 7)) == (0.4190436, 0.5789733)


def test_a_single_month_has_wilsons_interval():
    found = Rate(31, 50)
    ours, others = weighing.alike({"2026-01": Rate(1, 3)}, {"2026-01": found})
    assert others.interval == pytest.approx(found.interval)
    assert (ours, others.share, others.total) == (Rate(1, 3), found.share, 50)


def test_months_count_as_often_as_the_disappointed_are_of_them_and_what_has_no_like_is_left_out():
    ours = {"2026-01": Rate(1, 30), "2026-02": Rate(2, 10), "2026-03": Rate(3, 3)}
    others = {"2026-01": Rate(10, 100), "2026-02": Rate(90, 100), "2026-04": Rate(5, 5)}
    one, other = weighing.alike(ours, others)
    assert one == Rate(3, 40)
    assert (other.came, other.total) == (100, 200)
    assert other.share == pytest.approx(0.75 * 0.1 + 0.25 * 0.9)
    nobody = weighing.alike(ours, {})
    assert nobody[0] == Rate(0, 0)
    assert nobody[1].interval is None


def test_of_simulated_shops_about_95_in_100_intervals_hold_the_true_rate_and_difference():
    """Months differ in their true rate and in how many are of them; the disappointed come back less often by 0.2."""
    true = {f"2026-{month:02}": 0.3 + 0.04 * month for month in range(1, 13)}
    held = apart = 0
    for seed in range(1000):
        chance = random.Random(seed)
        ours = {month: come(chance, rate - 0.2, 4 + 2 * number) for number, (month, rate) in enumerate(true.items())}
        others = {month: come(chance, rate, 90 - 5 * number) for number, (month, rate) in enumerate(true.items())}
        one, other = weighing.alike(ours, others)
        expected = sum(rate * ours[month].total for month, rate in true.items()) / one.total
        held += other.interval[0] <= expected <= other.interval[1]
        _middle, low, high = rates.difference(one, other)
        apart += low <= -0.2 <= high
    assert 925 <= held <= 975
    assert 925 <= apart <= 985


def come(chance: random.Random, true: float, size: int) -> Rate:
    return Rate(sum(chance.random() < true for _customer in range(size)), size)
