"""Ada buys a lamp of Sol, who promises it for Friday."""

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from makegood.events.models import Event
from makegood.orders import actions as orders
from makegood.orders.models import Order, OrderState, Product
from makegood.orders.sale import Piece, Sale, Unreadable
from makegood.promises import actions as promises
from makegood.promises.models import Commitment

DAY = dt.timedelta(days=1)


@pytest.fixture
def sale(sol, now) -> Sale:
    lamp = Piece(sku="LAMP-1", name="Desk lamp", quantity=2, unit_price=Decimal("19.95"), warranty_days=730)
    return Sale(
        number="1001", address="Ada@Customer.example", name="Ada Byron", currency="EUR", placed_at=now,
        pieces=(lamp,), seller="sol@hale.example", promised_at=now + 4 * DAY, terms="Delivered to the door.",
    )  # fmt: skip


def take(sale: Sale, hale, at, **changes) -> Order:
    return orders.take(dataclasses.replace(sale, **changes), source="csv", brand=hale, at=at)


def told(order: Order) -> list[str]:
    return list(Event.objects.about(order.key).values_list("name", flat=True))


def test_an_order_comes_in_with_its_seller_lines_and_what_it_entitles_to(sale, hale, ada, sol, now):
    order = take(sale, hale, now)
    assert (order.customer, order.seller, order.total, order.currency) == (ada, sol, Decimal("39.90"), "EUR")
    assert [(line.product.name, line.quantity, line.price) for line in order.lines.all()] == [
        ("Desk lamp", 2, Decimal("39.90"))
    ]
    assert order.entitlements.get().until == now + 730 * DAY
    assert order.terms == "Delivered to the door."


def test_what_was_promised_at_the_sale_is_a_commitment_of_the_seller(sale, hale, ada, sol, now):
    order = take(sale, hale, now)
    promised = Commitment.objects.get(about=order.key)
    assert (promised.key, promised.promised_by, promised.customer, promised.due_at) == (
        "delivery",
        sol,
        ada,
        now + 4 * DAY,
    )
    take(sale, hale, now + 3 * DAY, delivered_at=now + 3 * DAY)
    promised.refresh_from_db()
    assert (promised.state, promised.settled_at) == ("kept", now + 3 * DAY)


def test_support_that_runs_longer_was_renewed_and_what_is_told_again_was_not(sale, hale, now):
    gold = dataclasses.replace(sale, support="Gold", support_until=now + 30 * DAY)
    order = take(gold, hale, now)
    take(gold, hale, now + DAY)
    take(gold, hale, now + 2 * DAY, support_until=now + 20 * DAY)
    assert not order.renewals.exists()
    take(gold, hale, now + 3 * DAY, support_until=now + 395 * DAY)
    renewal = order.renewals.get()
    assert (renewal.renewed_at, renewal.until) == (now + 3 * DAY, now + 395 * DAY)
    assert told(order).count("order.renewed") == 1


def test_an_order_that_was_cancelled_is_not_renewed(sale, hale, now):
    gold = dataclasses.replace(sale, support="Gold", support_until=now + 30 * DAY)
    order = take(gold, hale, now, cancelled_at=now)
    take(gold, hale, now + DAY, support_until=now + 395 * DAY)
    assert not order.renewals.exists()


def states(order: Order) -> set[str]:
    promises.settle_due(at=order.placed_at + 30 * DAY)
    return set(Commitment.objects.about(order.key).values_list("state", flat=True))


def test_what_arrived_before_we_heard_of_the_order_was_promised_and_kept(sale, hale, now):
    assert states(take(sale, hale, now + 2 * DAY, delivered_at=now + DAY)) == {"kept"}


def test_what_arrived_before_we_heard_of_the_order_is_kept_though_we_hear_of_it_after_its_day(sale, hale, now):
    order = take(sale, hale, now + 2 * DAY)
    assert states(order) == {"broken"}
    take(sale, hale, now + 5 * DAY, delivered_at=now + DAY)
    assert states(order) == {"kept"}


def test_news_of_another_day_and_of_the_delivery_before_it_break_nothing(sale, hale, now):
    order = take(sale, hale, now)
    take(sale, hale, now + 2 * DAY, promised_at=now + 6 * DAY, delivered_at=now + DAY)
    assert states(order) == {"kept"}


def test_no_day_is_promised_for_what_is_there_already(sale, hale, now):
    order = take(sale, hale, now, delivered_at=now)
    take(sale, hale, now + DAY, promised_at=now + 6 * DAY, delivered_at=now)
    assert states(order) == {"kept"}


def test_no_day_is_promised_for_what_will_not_come(sale, hale, now):
    order = take(sale, hale, now, cancelled_at=now)
    take(sale, hale, now + DAY, promised_at=now + 6 * DAY)
    assert states(order) == {"excused"}


def test_delivered_too_late_the_promise_is_broken(sale, hale, now):
    order = take(sale, hale, now)
    assert promises.settle_due(at=now + 5 * DAY) == [order.key]
    take(sale, hale, now + 6 * DAY, delivered_at=now + 6 * DAY)
    promised = Commitment.objects.get(about=order.key)
    assert (promised.state, promised.owed, promised.done_at) == ("broken", False, now + 6 * DAY)


def test_news_of_a_delivery_in_time_that_comes_late_corrects_the_break(sale, hale, now):
    order = take(sale, hale, now)
    promises.settle_due(at=now + 5 * DAY)
    take(sale, hale, now + 6 * DAY, delivered_at=now + 3 * DAY)
    assert Commitment.objects.get(about=order.key).state == "kept"


def test_the_same_order_twice_is_one_and_tells_nothing_twice(sale, hale, now):
    first, second = take(sale, hale, now), take(sale, hale, now + DAY)
    assert first == second
    assert Order.objects.count() == Product.objects.count() == Commitment.objects.count() == 1
    assert told(first).count("order.placed") == 1


def test_numbers_of_another_source_are_other_orders(sale, hale, now):
    take(sale, hale, now)
    orders.take(sale, source="api", brand=hale, at=now)
    assert Order.objects.count() == 2


def test_older_news_that_arrives_late_changes_nothing(sale, hale, now):
    order = take(sale, hale, now, changed_at=now + 2 * DAY, delivered_at=now + DAY)
    take(sale, hale, now + 3 * DAY, changed_at=now + DAY, terms="Old terms")
    order.refresh_from_db()
    assert (order.state, order.terms) == (OrderState.DELIVERED, "Delivered to the door.")


def test_a_new_day_is_promised_beside_the_old_one(sale, hale, now):
    order = take(sale, hale, now)
    take(sale, hale, now + DAY, promised_at=now + 9 * DAY)
    due = Commitment.objects.about(order.key).values_list("due_at", flat=True)
    assert list(due) == [now + 4 * DAY, now + 9 * DAY]


def test_cancelled_nothing_is_owed_and_it_is_counted_apart(sale, hale, now):
    order = take(sale, hale, now)
    take(sale, hale, now + DAY, cancelled_at=now + DAY)
    order.refresh_from_db()
    assert order.state == OrderState.CANCELLED
    assert Commitment.objects.get(about=order.key).state == "excused"
    assert promises.settle_due(at=now + 9 * DAY) == []


def test_pieces_that_come_back_are_told_once_each(sale, hale, now):
    order = take(sale, hale, now, delivered_at=now + DAY)
    take(sale, hale, now + 2 * DAY, delivered_at=now + DAY, returned={"LAMP-1": 1})
    take(sale, hale, now + 3 * DAY, delivered_at=now + DAY, returned={"LAMP-1": 2})
    take(sale, hale, now + 4 * DAY, delivered_at=now + DAY, returned={"LAMP-1": 2})
    order.refresh_from_db()
    assert order.state == OrderState.RETURNED
    assert order.lines.get().returned == 2
    assert [one.data["quantity"] for one in Event.objects.filter(name="order.returned").order_by("at")] == [1, 1]


def test_a_day_that_lies_behind_us_is_clocked_no_more(sale, hale, now):
    order = take(sale, hale, now + 30 * DAY)
    assert not Commitment.objects.filter(about=order.key).exists()
    assert order.promised_at == now + 4 * DAY


def test_an_unknown_seller_is_named_and_nothing_is_taken(sale, hale, now):
    with pytest.raises(Unreadable) as refused:
        take(sale, hale, now, seller="nobody@hale.example")
    assert [(fault.field, fault.code) for fault in refused.value.faults] == [("seller", "no-seller")]
    assert not Order.objects.exists()


def test_a_seller_sees_what_they_sold_an_agent_their_brands_and_eve_nothing(sale, hale, sol, bea, eve, cleo, now):
    order = take(sale, hale, now)
    for person, seen in ((sol, [order]), (bea, [order]), (cleo, [order]), (eve, [])):
        assert list(Order.objects.visible_to(person)) == seen
