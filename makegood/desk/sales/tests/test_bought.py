"""The case page shows what the customer bought, what was promised at the sale, and which order the case is about."""

import datetime as dt

import pytest

from makegood.cases.models import Concern
from makegood.desk.sales import bought
from makegood.events.models import Event
from makegood.orders import actions as orders
from makegood.staff.models import User

DAY = dt.timedelta(days=1)


def page(client, user: User, case) -> str:
    client.force_login(user)
    return client.get(f"/cases/{case.ref}").content.decode()


def test_it_shows_what_was_bought_promised_and_entitled_to(client, refund, lamp, bea):
    shown = page(client, bea, refund)
    for told in ("Order 1001", "€59.85", "3 × Desk lamp", "Promised by", "Not delivered"):
        assert told in shown
    assert "Warranty: Desk lamp, until Wednesday, 31 May 2028" in shown
    assert "Support level: Gold, until Tuesday, 1 June 2027" in shown
    assert '<span class="ledger__what" dir="auto">Delivery</span>' in shown


def test_one_press_says_which_order_the_case_is_about(client, refund, lamp, bea):
    page(client, bea, refund)
    for _ in range(2):
        answer = client.post(f"/cases/{refund.ref}/orders", {"order": lamp.ref})
        assert answer.headers["Location"] == f"/cases/{refund.ref}#{lamp.ref}"
    assert Concern.objects.get().by == bea.key
    assert "This case is about this order." in page(client, bea, refund)
    assert Event.objects.about(refund.ref).filter(name="case.order_noted").count() == 1


def test_orders_of_others_cannot_be_named(client, refund, buy, bea, now):
    other = buy("2001", now, address="jonas@customer.example")
    client.force_login(bea)
    for named in ({"order": other.ref}, {}):
        answer = client.post(f"/cases/{refund.ref}/orders", named, follow=True)
        assert "This customer has no such order." in answer.content.decode()
    assert not Concern.objects.exists()


def test_the_newest_five_cost_two_questions_and_none_bought_one(refund, buy, bea, now, django_assert_num_queries):
    assert list(bea.teams.all())
    bought.of(refund, bea)  # asks once for the brands that she serves
    with django_assert_num_queries(1):
        assert bought.of(refund, bea) == []
    for number in range(7):
        buy(f"N{number}", now + number * DAY, promised_at=now + 9 * DAY)
    with django_assert_num_queries(2):
        found = bought.of(refund, bea)
    assert [one.order.number for one in found] == ["N6", "N5", "N4", "N3", "N2"]
    assert [len(one.of("promise")) for one in found] == [1] * 5


def test_what_is_told_is_told_of_its_own_order(refund, lamp, buy, bea, now):
    kept = buy("1002", now + DAY, promised_at=now + 4 * DAY)
    orders.deliver(kept, pieces={}, delivered_at=now + 2 * DAY, by="", at=now + 2 * DAY)
    newer, older = bought.of(refund, bea)
    [promise] = newer.of("promise")
    assert (promise.state, promise.at, promise.settled_at) == ("kept", now + 4 * DAY, now + 2 * DAY)
    assert [(line.words, line.pieces, line.delivered) for line in newer.of("line")] == [("Desk lamp", 3, 3)]
    assert (newer.difference, older.difference) == (None, "missing")
    assert older.of("support")[0].words == "Gold"


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "L&mp"])
def test_names_from_outside_are_text_alone(client, refund, buy, bea, now, words):
    buy(words, now, support=words)
    shown = page(client, bea, refund)
    assert "<script>alert" not in shown
    assert words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in shown
