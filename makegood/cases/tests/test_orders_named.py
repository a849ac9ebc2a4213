"""A case is about the orders whose numbers its customer writes, and about no others."""

import datetime as dt
from decimal import Decimal

import pytest

from makegood.cases import actions as cases
from makegood.cases.actions.noting import names
from makegood.cases.models import Concern
from makegood.cases.words import Words
from makegood.events.models import Event
from makegood.orders import actions as orders
from makegood.orders.models import Order
from makegood.orders.sale import Piece, Sale

DAY = dt.timedelta(days=1)


@pytest.fixture
def buy(hale, ada, now):
    def buy(number: str, address: str = "ada@customer.example") -> Order:
        sale = Sale(number, address, "EUR", now, (Piece("LAMP", 1, Decimal("19.95")),))
        return orders.take(sale, source="csv", brand=hale, at=now)

    return buy


def write(hale, ada, now, subject: str, text: str):
    words = Words(text=text, sender="ada@customer.example")
    return cases.open_case(brand=hale, customer=ada, subject=subject, words=words, channel="email", at=now)[0]


def test_numbers_in_the_subject_and_in_later_words_are_noted_once(hale, ada, buy, now):
    first, second, _other = buy("1001"), buy("A-77-x"), buy("1002")
    case = write(hale, ada, now, "Order 1001", "Where is it? Number 1001!")
    assert [one.order for one in Concern.objects.filter(case=case)] == [first]
    more = Words(text="And a-77-X, please. And 1001.", sender="ada@customer.example")
    cases.add_words(case, customer=ada, words=more, channel="email", at=now + DAY)
    assert {one.order for one in Concern.objects.filter(case=case)} == {first, second}
    told = Event.objects.about(case.ref).filter(name="case.order_noted")
    assert [(one.by, one.data["order"]) for one in told] == [(ada.key, first.ref), (ada.key, second.ref)]


def test_numbers_of_others_orders_and_words_of_strangers_note_nothing(hale, ada, buy, now):
    buy("2001", "jonas@customer.example")
    buy("1001")
    case = write(hale, ada, now, "Order 2001", "?")
    stranger = Words(text="1001", sender="eve@evil.example", stranger=True)
    cases.add_words(case, customer=None, words=stranger, channel="email", at=now)
    assert not Concern.objects.exists()


@pytest.mark.parametrize(
    ("words", "number", "named"),
    [
        ("order 1001.", "1001", True), ("order #1001?", "1001", True), ("#1001", "#1001", True), ("Nr. 1001", "#1001", True),
        ("order 11001", "1001", False), ("order 1001-2", "1001", False), ("10012", "1001", False),
        ("12 lamps", "12", False), ("order #12", "12", True), ("注文1001です", "1001", True), ("1001", "#", False),
    ],
)  # fmt: skip
def test_a_number_is_a_word_of_its_own(words, number, named):
    assert names(words, number) is named
