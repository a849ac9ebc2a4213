"""Wilson's interval against values that others published.

R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics in
Medicine 17 (1998) 857–872, table I, method 3.
"""

import pytest

from makegood.promises import wilson


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_values(hits, total, low, high):
    found = wilson.interval(hits, total)
    assert (round(found[0], 4), round(found[1], 4)) == (low, high)


def test_it_is_the_same_seen_from_the_other_side():
    low, high = wilson.interval(3, 50)
    other_low, other_high = wilson.interval(47, 50)
    assert (other_low, other_high) == (pytest.approx(1 - high), pytest.approx(1 - low))


@pytest.mark.parametrize(("hits", "total"), [(0, 0), (-1, 5), (6, 5)])
def test_a_share_of_nothing_is_refused(hits, total):
    with pytest.raises(ValueError):
        wilson.interval(hits, total)
