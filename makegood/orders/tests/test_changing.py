"""What happened to a known order is told piece by piece, each once, and never beyond what was bought."""

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from makegood.events.models import Event
from makegood.orders import actions as orders
from makegood.orders.differences import Difference, between
from makegood.orders.models import Order
from makegood.orders.sale import Piece, Sale, Unreadable
from makegood.promises import actions as promises
from makegood.promises.models import Commitment

DAY = dt.timedelta(days=1)


@pytest.fixture
def sale(sol, now) -> Sale:
    pieces = (Piece("LAMP", 3, Decimal(20), warranty_days=730), Piece("BULB", 1, Decimal(2)))
    return Sale(
        number="1001", address="ada@customer.example", currency="EUR", placed_at=now, pieces=pieces,
        seller="sol@hale.example", promised_at=now + 4 * DAY, support="Gold", support_until=now + 365 * DAY,
    )  # fmt: skip


@pytest.fixture
def order(sale, hale, now) -> Order:
    return orders.take(sale, source="csv", brand=hale, at=now)


def counts(order: Order, name: str) -> list[int]:
    return list(order.lines.values_list(name, flat=True))


def told(order: Order, name: str) -> int:
    return Event.objects.about(order.key).filter(name=name).count()


def faults(act, *args, **kwargs) -> list[tuple[str, str]]:
    with pytest.raises(Unreadable) as refused:
        act(*args, **kwargs)
    return [(fault.field, fault.code) for fault in refused.value.faults]


def test_the_promise_is_kept_only_when_the_last_piece_is_there(order, now):
    part = orders.deliver(order, pieces={"LAMP": 2}, delivered_at=now + DAY, by="", at=now + DAY)
    assert (part.state, part.delivered_at, counts(order, "delivered")) == ("placed", None, [2, 0])
    assert Commitment.objects.get(about=order.key).state == "open"
    whole = orders.deliver(order, pieces={}, delivered_at=now + 2 * DAY, by="", at=now + 2 * DAY)
    assert (whole.state, whole.delivered_at, counts(order, "delivered")) == ("delivered", now + 2 * DAY, [3, 1])
    assert Commitment.objects.get(about=order.key).state == "kept"


def test_delivered_again_tells_nothing_again(order, now):
    for _ in range(2):
        orders.deliver(order, pieces={}, delivered_at=now + DAY, by="", at=now + DAY)
    assert told(order, "order.delivered") == 1


def test_more_than_was_bought_is_refused_and_nothing_is_counted(order, now):
    at = now + DAY
    refused = faults(orders.deliver, order, pieces={"LAMP": 4}, delivered_at=at, by="", at=at)
    assert refused == [("delivered_quantity", "more-delivered")]
    assert faults(orders.take_back, order, pieces={"DOOR": 1}, by="", at=at) == [("returned", "more-than-bought")]
    assert counts(order, "delivered") == counts(order, "returned") == [0, 0]


def test_what_has_not_come_yet_or_was_before_the_sale_is_refused(order, now):
    for moment, code in ((now + 2 * DAY, "to-come"), (now - DAY, "before-the-sale")):
        assert faults(orders.deliver, order, pieces={}, delivered_at=moment, by="", at=now + DAY) == [
            ("delivered", code)
        ]
        assert faults(orders.cancel, order, cancelled_at=moment, by="", at=now + DAY) == [("cancelled", code)]


def test_what_came_back_stays_back_though_later_news_says_nothing_of_it(order, sale, hale, now):
    orders.take_back(order, pieces={"LAMP": 1}, by="", at=now + DAY)
    orders.take(dataclasses.replace(sale, terms="New"), source="csv", brand=hale, at=now + 2 * DAY)
    assert counts(order, "returned") == [1, 0]
    back = orders.take_back(order, pieces={}, by="", at=now + 3 * DAY)
    assert (back.state, counts(order, "returned"), told(order, "order.returned")) == ("returned", [3, 1], 2)


def test_cancelled_nothing_is_owed_and_nothing_is_delivered(order, now):
    for _ in range(2):
        gone = orders.cancel(order, cancelled_at=now + DAY, by="", at=now + DAY)
    assert (gone.state, told(order, "order.cancelled")) == ("cancelled", 1)
    assert Commitment.objects.get(about=order.key).state == "excused"
    at = now + 2 * DAY
    assert faults(orders.deliver, order, pieces={}, delivered_at=at, by="", at=at) == [("delivered", "cancelled")]


def test_an_order_says_from_when_until_when_it_entitles(order, sale, hale, now):
    support, warranty = order.entitlements.order_by("kind")
    assert (support.name, support.since, support.until) == ("Gold", now, now + 365 * DAY)
    assert (warranty.since, warranty.until) == (now, now + 730 * DAY)
    there = now + 3 * DAY
    orders.deliver(order, pieces={}, delivered_at=there, by="", at=there)
    for _told_by in ("a program", "a table"):
        warranty = order.entitlements.get(kind="warranty")
        assert (warranty.since, warranty.until) == (there, there + 730 * DAY), "it runs from the day it is there"
        orders.take(dataclasses.replace(sale, delivered_at=there), source="csv", brand=hale, at=there)


@pytest.mark.parametrize(
    ("promised", "delivered", "pieces", "found"),
    [
        (4, 3, 3, None), (4, 4, 3, None), (4, 5, 3, Difference.LATE), (None, 5, 3, None),
        (4, None, 0, Difference.MISSING), (9, None, 0, None), (None, None, 0, None),
        (4, None, 2, Difference.SHORT), (9, None, 2, None), (None, None, 2, Difference.SHORT),
    ],
)  # fmt: skip
def test_a_difference_is_what_stands_against_the_promised_day(now, promised, delivered, pieces, found):
    days = {
        "promised_at": now + promised * DAY if promised else None,
        "delivered_at": now + delivered * DAY if delivered else None,
    }
    asked = {"bought": 3, "delivered": pieces, "at": now + 6 * DAY}
    assert between(cancelled_at=None, **days, **asked) == found
    assert between(cancelled_at=now, **days, **asked) is None


def test_cancelling_excuses_the_delivery_and_nothing_that_we_owe_for_something_else(order, hale, now):
    owed = promises.make(
        about=order.key, brand=hale, team=None, customer=order.customer, promised_by=None, words="You get €10.",
        due_at=now + 9 * DAY, ends_on=["remedy.given"], at=now, key="remedy",
    )  # fmt: skip
    orders.cancel(order, cancelled_at=now + DAY, by="", at=now + DAY)
    assert Commitment.objects.get(key="delivery").state == "excused"
    owed.refresh_from_db()
    assert (owed.state, owed.owed) == ("open", True)
