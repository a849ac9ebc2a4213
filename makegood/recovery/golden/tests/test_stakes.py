"""Who comes first among those who can still be won back."""

import datetime as dt
from decimal import Decimal

from makegood.recovery.golden.stakes import Golden, Stake, in_order

NOON = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def golden(name, *, matters=0, due=NOON, **bought):
    return Golden(name, Stake({currency: Decimal(total) for currency, total in bought.items()}, matters), due)


def names(*found):
    return [one.what for one in in_order(found)]


def test_whoever_bought_most_comes_first_and_of_equals_whoever_has_least_time():
    late, soon = golden("late", EUR="10", due=NOON + HOUR), golden("soon", EUR="10.00")
    assert names(late, golden("much", EUR="10.01", due=NOON + 9 * HOUR), soon) == ["much", "soon", "late"]


def test_who_bought_nothing_comes_by_matters():
    assert names(golden("one", matters=1), golden("three", matters=3), golden("buyer", EUR="1")) == [
        "buyer",
        "three",
        "one",
    ]


def test_money_of_another_currency_is_not_compared_but_comes_before_none():
    found = [golden("yen", JPY="90000"), golden("none", matters=9), golden("a", EUR="5"), golden("b", EUR="6")]
    assert names(*found) == ["b", "a", "yen", "none"]


def test_nobody_is_no_trouble():
    assert names() == []
