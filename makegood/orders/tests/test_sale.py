"""A sale is read strictly: every fault at its field, none guessed away."""

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makegood.orders import wording
from makegood.orders.sale import Fault, Piece, Sale, Unreadable, check, money

AT = dt.datetime(2026, 6, 1, 9, tzinfo=dt.UTC)
LAMP = Piece(sku="LAMP-1", quantity=2, unit_price=Decimal("19.95"))
GOOD = Sale(number="1001", address="ada@customer.example", currency="EUR", placed_at=AT, pieces=(LAMP,))


def faults(**changes) -> list[tuple[str, str]]:
    with pytest.raises(Unreadable) as refused:
        check(dataclasses.replace(GOOD, **changes))
    return [(fault.field, fault.code) for fault in refused.value.faults]


def piece(**changes) -> tuple[Piece, ...]:
    return (dataclasses.replace(LAMP, **changes),)


def test_a_good_sale_passes_as_it_is():
    assert check(GOOD) is GOOD
    assert GOOD.worth == Decimal("39.90")
    assert dataclasses.replace(GOOD, total=Decimal("35")).worth == 35, "a discount is no fault"


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"number": " "}, ("number", "no-number")),
        ({"number": "9" * 61}, ("number", "no-number")),
        ({"number": "1\x00"}, ("number", "no-number")),
        ({"address": "ada"}, ("email", "no-address")),
        ({"address": "ada @x.example"}, ("email", "no-address")),
        ({"currency": "eur"}, ("currency", "no-currency")),
        ({"currency": "EURO"}, ("currency", "no-currency")),
        ({"total": Decimal("-1")}, ("total", "negative")),
        ({"total": Decimal("NaN")}, ("total", "no-amount")),
        ({"total": Decimal("Infinity")}, ("total", "no-amount")),
        ({"total": Decimal("1e400")}, ("total", "no-amount")),
        ({"total": Decimal("1.005")}, ("total", "too-fine")),
        ({"currency": "JPY", "total": Decimal("10.5"), "pieces": piece(unit_price=Decimal(1))}, ("total", "too-fine")),
        ({"pieces": ()}, ("sku", "nothing-bought")),
        ({"pieces": piece(sku="")}, ("sku", "no-sku")),
        ({"pieces": piece(quantity=0)}, ("quantity", "no-quantity")),
        ({"pieces": piece(unit_price=Decimal("-0.01"))}, ("price", "negative")),
        ({"returned": {"LAMP-1": 3}}, ("returned", "more-than-bought")),
        ({"returned": {"OTHER": 1}}, ("returned", "more-than-bought")),
        ({"placed_at": AT.replace(tzinfo=None)}, ("placed", "no-date")),
        ({"promised_at": AT - dt.timedelta(days=1)}, ("promised", "before-the-sale")),
    ],
)
def test_a_fault_is_named_at_its_field(changes, named):
    assert faults(**changes) == [named]


def test_every_fault_is_named_at_once():
    assert len(faults(address="", currency="??", pieces=piece(quantity=0))) == 3


def test_every_fault_has_words():
    for code in wording.FAULTS:
        assert wording.of(Fault("x", code, "7")) != code


@pytest.mark.parametrize(
    ("text", "decimal", "amount"),
    [
        ("19.95", ".", "19.95"), ("1,234.50", ".", "1234.50"), ("1 234.50", ".", "1234.50"), ("12", ".", "12"),
        ("19,95", ",", "19.95"), ("1.234,50", ",", "1234.50"), ("1\u00a0234,50", ",", "1234.50"), ("1.234", ",", "1234"),
        ("-5", ".", "-5"), ("19.95", ",", "19.95"),
    ],
)  # fmt: skip
def test_amounts_are_read_as_people_write_them(text, decimal, amount):
    assert money(text, field="price", decimal=decimal) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "abc", "1,2,3", "12,50", "1..2", "NaN", "inf", "€ 5", "0x10", "1e"])
def test_what_is_no_amount_is_not_guessed(text):
    with pytest.raises(Unreadable):
        money(text, field="price")


@given(st.decimals(min_value=0, max_value=10**10, places=2))
def test_an_amount_survives_being_written(amount):
    assert money(f"{amount:,.2f}", field="price") == amount
