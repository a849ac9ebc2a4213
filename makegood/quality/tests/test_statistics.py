"""The statistics against published worked examples."""

import random

import pytest

from makegood.quality.statistics import control, sigma, western_electric

# Chips on 30 wafers of 50: NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.2 (mean 0.2313); the same counts as the
# orange juice cans of D. C. Montgomery, Introduction to Statistical Quality Control, 6th edition, table 7.1, of which the
# book tells the limits 0.0524 and 0.4102, with samples 15 and 23 outside.
WAFERS = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6]
# Bruised peaches in shipments of one or two crates of 250: T. Pyzdek and P. Keller, The Handbook for Quality Management,
# 2nd edition, 2013, pages 178 (p-chart) and 185 (u-chart, of crates): 1,544 bruises among 8,000 peaches in 32 crates.
PEACHES = [47, 42, 55, 51, 46, 61, 39, 44, 41, 51, 88, 101, 101, 40, 48, 47, 50, 48, 57, 45, 43, 105, 98, 100, 96]
CRATES = [2 if place in (10, 11, 12, 21, 22, 23, 24) else 1 for place in range(25)]
# Defects in rolls of dyed cloth, counted in half units of 50 square metres, as one roll has nine and a half: D. C. Montgomery,
# Introduction to Statistical Quality Control, 2nd edition, pages 183 and 184 (mean 153 / 107.5 = 1.42 a unit).
HALVES = [20, 16, 26, 20, 19, 20, 24, 21, 24, 25]
DEFECTS = [14, 12, 20, 11, 7, 10, 21, 16, 19, 23]
LOW_OF_THE_BOOK = [0.29, 0.16, 0.43, 0.29, 0.26, 0.29, 0.39, 0.32, 0.39, 0.41]
HIGH_OF_THE_BOOK = [2.55, 2.68, 2.41, 2.55, 2.58, 2.55, 2.45, 2.52, 2.45, 2.43]


def test_a_p_chart_has_the_limits_of_the_book():
    chart = control.shares([(50, found) for found in WAFERS])
    assert chart.centre == pytest.approx(0.2313, abs=5e-5)
    assert {round(point.low, 4) for point in chart.points} == {0.0524}
    assert {round(point.high, 4) for point in chart.points} == {0.4102}
    outside = [place for place, point in enumerate(chart.points, 1) if western_electric.BEYOND_THREE in point.signals]
    assert outside == [15, 23]


def test_limits_of_a_p_chart_step_with_the_size_of_the_lots():
    chart = control.shares([(250 * crates, bruised) for crates, bruised in zip(CRATES, PEACHES, strict=True)])
    assert chart.centre == pytest.approx(0.193)
    small, large = chart.points[0], chart.points[10]
    assert (round(small.low, 3), round(small.high, 3)) == (0.118, 0.268)
    assert (round(large.low, 3), round(large.high, 3)) == (0.140, 0.246)


def test_a_u_chart_has_limits_around_the_bruises_of_a_crate():
    chart = control.rates(list(zip(CRATES, PEACHES, strict=True)))
    assert chart.centre == pytest.approx(48.25)
    small, large = chart.points[0], chart.points[10]
    assert (round(small.low, 1), round(small.high, 1)) == (27.4, 69.1)
    assert (round(large.low, 1), round(large.high, 1)) == (33.5, 63.0)
    assert not any(western_electric.BEYOND_THREE in point.signals for point in chart.points)


def test_a_u_chart_of_rolls_of_different_sizes_has_the_limits_of_the_book():
    chart = control.rates(list(zip(HALVES, DEFECTS, strict=True)))
    assert 2 * chart.centre == pytest.approx(1.42, abs=0.005)
    assert [2 * point.low for point in chart.points] == pytest.approx(LOW_OF_THE_BOOK, abs=0.01)
    assert [2 * point.high for point in chart.points] == pytest.approx(HIGH_OF_THE_BOOK, abs=0.01)
    assert chart.is_steady


def test_a_limit_stays_where_a_share_can_be():
    chart = control.shares([(4, 1), (4, 0), (4, 0), (4, 4)])
    assert all(0 <= point.low <= point.high <= 1 for point in chart.points)


def test_where_nothing_ever_goes_wrong_there_is_no_signal():
    assert control.shares([(10, 0)] * 9).is_steady
    assert control.rates([(10, 0)] * 9).is_steady
    assert control.shares([(10, 10)] * 9).is_steady


@pytest.mark.parametrize("lots", [[], [(0, 0)], [(3, -1)]])
def test_a_chart_needs_lots(lots):
    with pytest.raises(ValueError, match="a chart is of lots"):
        control.rates(lots)


def test_no_lot_is_worse_than_bad():
    with pytest.raises(ValueError, match="more bad units"):
        control.shares([(3, 4)])


@pytest.mark.parametrize(
    ("scores", "told"),
    [
        ([3.1], {0: (1,)}),
        ([-3.1], {0: (1,)}),
        ([3.0], {}),
        ([2.1, 0.5, 2.1], {2: (2,)}),
        ([2.1, -2.1, 0.0], {}),
        ([2.1, 0.1, 0.1, 2.1], {}),
        ([1.1, 1.1, -0.5, 1.1, 1.1], {4: (3,)}),
        ([-1.1, -1.1, -1.1, -1.1], {3: (3,)}),
        ([0.1] * 8, {7: (4,)}),
        ([-0.1] * 7 + [0.1], {}),
        ([0.1] * 7 + [3.5], {7: (1, 4)}),
    ],
)
def test_each_western_electric_rule_marks_the_point_that_completes_it(scores, told):
    assert {place: rules for place, rules in enumerate(western_electric.signals(scores)) if rules} == told


def test_all_four_rules_cry_wolf_once_in_about_92_points():
    """By chance alone the four together mark one point in 91.75: NIST/SEMATECH e-Handbook, 6.3.2, after C. W. Champ and
    W. H. Woodall, "Exact results for Shewhart control charts with supplementary runs rules", Technometrics 29 (1987)."""
    drawn = random.Random(1956)
    runs = 2500
    found = sum(_until_the_first_signal(drawn) for _ in range(runs)) / runs
    assert found == pytest.approx(91.75, abs=3 * 91.75 / runs**0.5)


def _until_the_first_signal(drawn):
    scores, passed = [], 0
    while True:
        scores = [*scores[-7:], *(drawn.gauss(0, 1) for _ in range(40))]
        fresh = western_electric.signals(scores)[-40:]
        for place, rules in enumerate(fresh):
            if rules:
                return passed + place + 1
        passed += 40


@pytest.mark.parametrize(
    ("per_million", "level"), [(3.4, 6), (233, 5), (6210, 4), (66_810, 3), (308_700, 2), (500_000, 1.5)]
)
def test_a_sigma_level_is_that_of_the_tables(per_million, level):
    """Motorola's figures with the mean shifted by 1.5: Montgomery, figure 1.12 (b)."""
    assert sigma.level(per_million) == pytest.approx(level, abs=0.005)


def test_without_a_defect_a_sigma_level_has_no_end():
    assert sigma.level(sigma.dpmo(0, 400)) is None
    assert sigma.level(sigma.dpmo(400, 400)) is None


def test_defects_per_million_are_of_opportunities():
    assert sigma.dpmo(34, 1_000 * 5) == pytest.approx(6_800)
    with pytest.raises(ValueError, match="opportunity"):
        sigma.dpmo(1, 0)
