"""Money counts in the smallest unit of its currency."""

from decimal import Decimal

import pytest

from makegood.promises import money


@pytest.mark.parametrize(
    ("amount", "currency", "count"),
    [("12.50", "EUR", 1250), ("0.01", "USD", 1), ("500", "JPY", 500), ("1.234", "KWD", 1234), ("10.000", "EUR", 1000)],
)
def test_an_amount_is_a_whole_number_of_the_smallest_unit_and_back(amount, currency, count):
    exact = money.checked(Decimal(amount), currency)
    assert money.minor(exact, currency) == count
    assert money.of_minor(count, currency) == exact
    assert str(money.of_minor(count, currency)) == str(exact)


@pytest.mark.parametrize(
    ("amount", "currency"),
    [
        *(("0", "EUR"), ("-1", "EUR"), ("NaN", "EUR"), ("Infinity", "EUR"), ("1000000000", "EUR")),
        *(("0.001", "EUR"), ("0.5", "JPY"), ("1.0001", "KWD"), ("1", "EUro"), ("1", ""), ("1", "eur")),
    ],
)
def test_what_is_no_amount_is_refused(amount, currency):
    with pytest.raises(money.NoMoney):
        money.checked(Decimal(amount), currency)


def test_a_thousand_small_amounts_add_up_to_the_cent():
    dimes = [money.minor(Decimal(text), "EUR") for text in ("0.10", "0.20", "0.70") * 1000]
    assert money.of_minor(sum(dimes), "EUR") == Decimal("1000.00")
