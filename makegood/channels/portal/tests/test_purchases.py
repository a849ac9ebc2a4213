"""Ada sees what she bought, promised against delivered, and claims a difference with one press. Nobody else sees it."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from makegood.brands import actions as brands
from makegood.cases import actions as cases
from makegood.cases import tokens
from makegood.cases.models import Case, Claim, Concern, Party
from makegood.cases.words import Words
from makegood.channels.portal import actions as portal
from makegood.channels.portal import purchases
from makegood.customers import actions as customers
from makegood.events.models import Event
from makegood.orders import actions as orders
from makegood.orders.models import Order
from makegood.orders.sale import Piece, Sale
from makegood.promises.models import Commitment

DAY = dt.timedelta(days=1)


def buy(brand, number: str, at: dt.datetime, *, address: str = "ada@customer.example", **more) -> Order:
    sale = Sale(number, address, "EUR", at, (Piece("LAMP", 3, Decimal("19.95"), name="Desk lamp"),), **more)
    return orders.take(sale, source="csv", brand=brand, at=at)


@pytest.fixture
def late(hale, ada, sol, now) -> Order:
    """Promised for the 5th, and not come: today is long after."""
    return buy(hale, "1001", now, promised_at=now + 4 * DAY, seller=sol.email)


def link(case: Case, role: str = Party.Role.CUSTOMER) -> str:
    return f"/c/{tokens.for_link(case.parties.get(role=role).key)}"


def claim(client, case: Case, order: Order):
    return client.post(f"{link(case)}/orders/{order.ref}/claim", follow=True)


def test_ada_sees_what_she_bought_and_what_became_of_the_promised_day(client, refund, late, hale, now):
    buy(hale, "1002", now, promised_at=now + 4 * DAY, delivered_at=now + 2 * DAY)
    buy(hale, "1003", now, delivered={"LAMP": 2})
    page = client.get(link(refund)).content.decode()
    for told in ("Order 1001", "3 × ", "Desk lamp", "€59.85", "Promised by Friday, 5 June 2026", "Not delivered"):
        assert told in page
    assert "delivered on Wednesday, 3 June 2026" in page
    assert "2 of 3 delivered" in page
    assert page.count("Make a claim<") == 2, "what came in time is nothing to claim"


def test_one_press_is_a_claim_in_the_open_case_and_a_second_is_none(client, refund, late, ada):
    page = claim(client, refund, late).content.decode()
    assert "Claimed on" in page
    assert "Order 1001 was promised by Friday, 5 June 2026 and has not come. I make a claim." in page
    claim(client, refund, late)
    made = Claim.objects.get()
    assert (made.order, made.difference, made.case, made.message.matched_by) == (late, "missing", refund, "claim")
    assert refund.messages.count() == 2
    told = Event.objects.about(refund.ref).get(name="claim.made")
    assert (told.by, told.data["order"], told.data["difference"]) == (ada.key, late.ref, "missing")
    assert Concern.objects.get().order == late


def test_where_no_case_is_open_a_claim_opens_one_of_that_order_with_our_promises(client, refund, late, bea):
    cases.resolve(refund, by=bea, at=timezone.now())
    answer = claim(client, refund, late)
    new = Case.objects.get(follows=refund)
    assert answer.redirect_chain[-1][0] == link(new)
    assert new.subject == "Order 1001: Not delivered"
    assert Commitment.objects.about(new.ref).running().exists()
    claim(client, refund, late)
    assert Case.objects.count() == 2


def test_delivered_late_after_the_claim_is_another_difference(client, refund, late):
    claim(client, refund, late)
    orders.deliver(late, pieces={}, delivered_at=timezone.now(), by="", at=timezone.now())
    assert "came on" in claim(client, refund, late).content.decode()
    assert set(Claim.objects.values_list("difference", flat=True)) == {"missing", "late"}


def test_what_came_in_time_is_nothing_to_claim(client, refund, hale, now):
    order = buy(hale, "1002", now, promised_at=now + 4 * DAY, delivered_at=now + 2 * DAY)
    assert "nothing to claim" in claim(client, refund, order).content.decode()
    assert not Claim.objects.exists()
    with pytest.raises(ValueError, match="nothing"):
        party = refund.parties.get()
        portal.claim(party, purchases.one(party, order.ref, at=timezone.now()), at=timezone.now())


def test_a_link_that_is_followed_claims_nothing(client, refund, late):
    assert client.get(f"{link(refund)}/orders/{late.ref}/claim").status_code == 405
    assert not Claim.objects.exists()


def test_whoever_is_copied_sees_no_order(client, refund, late):
    Party.objects.create(case=refund, address="charles@customer.example", role=Party.Role.COPIED, key="b" * 12)
    copied = link(refund, Party.Role.COPIED)
    assert "1001" not in client.get(copied).content.decode()
    assert client.post(f"{copied}/orders/{late.ref}/claim").status_code == 404


def test_whoever_types_adas_address_into_the_form_sees_none_of_her_orders(client, hale, late):
    """They see the page of their case at once, and may be anybody."""
    client.post("/ask", {"words": "What have I bought?", "address": "ada@customer.example"})
    case = Case.objects.get()
    assert case.customer == late.customer
    assert "1001" not in client.get(link(case)).content.decode()
    client.post(link(case) + "/words", {"words": "And now?"})
    cases.resolve(case, by=late.seller, at=timezone.now())
    cases.close_due(at=timezone.now() + 9 * DAY)
    client.post(link(case) + "/words", {"words": "And now that you closed it?"})
    following = Case.objects.get(follows=case)
    assert "1001" not in client.get(link(following)).content.decode()
    assert client.post(f"{link(following)}/orders/{late.ref}/claim").status_code == 404


def test_nor_when_their_words_were_split_off_what_ada_herself_wrote_there(client, hale, late, ada, bea):
    client.post("/ask", {"words": "What have I bought?", "address": "ada@customer.example"})
    case = Case.objects.get()
    herself = Words(text="That was not me.", language="en", sender="ada@customer.example")
    cases.add_words(case, customer=ada, words=herself, channel="email", at=timezone.now())
    cases.split(case, [case.messages.get(channel="portal")], customer=ada, by=bea, at=timezone.now())
    client.post(link(case) + "/words", {"words": "And now?"})
    assert "1001" not in client.get(link(case)).content.decode()
    assert client.post(f"{link(case)}/orders/{late.ref}/claim").status_code == 404


def test_orders_of_others_and_of_other_brands_are_not_there(client, refund, hale, support, now):
    other = buy(hale, "2001", now, address="jonas@customer.example", promised_at=now + DAY)
    north = brands.open_brand(
        name="North", languages=["en"], timezone="UTC", calendar=hale.calendar, teams=[support], by="", at=now
    )
    elsewhere = buy(north, "3001", now, promised_at=now + DAY)
    page = client.get(link(refund)).content.decode()
    assert "2001" not in page
    assert "3001" not in page
    for order in (other, elsewhere):
        assert client.post(f"{link(refund)}/orders/{order.ref}/claim").status_code == 404


def test_ada_of_a_case_merged_into_another_customers_sees_nothing(client, refund, late, hale, bea, now):
    jonas = customers.find_or_create(address="jonas@customer.example", at=now)
    words = portal.Words(text="Me too", sender="jonas@customer.example")
    case, _ = cases.open_case(brand=hale, customer=jonas, subject="", words=words, channel="email", at=now)
    address = link(refund)
    cases.merge(refund, into=case, by=bea, at=timezone.now())
    assert "1001" not in client.get(address).content.decode()


def test_more_orders_ask_the_database_no_more(client, refund, late, hale, now, django_assert_num_queries):
    claim(client, refund, late)
    party = Party.objects.select_related("case", "customer").get()
    with django_assert_num_queries(5):
        assert len(purchases.of(party, at=timezone.now())) == 1
    for number in range(20):
        buy(hale, f"N{number}", now, promised_at=now + DAY)
    party = Party.objects.select_related("case", "customer").get()
    with django_assert_num_queries(5):
        assert len(purchases.of(party, at=timezone.now())) == purchases.MOST


def test_staff_see_that_it_is_a_claim_and_of_which_order(client, refund, late, bea):
    claim(client, refund, late)
    client.force_login(bea)
    page = client.get(f"/cases/{refund.ref}").content.decode()
    assert '<span class="badge" data-tone="bad">Claim</span>' in page
    assert "The customer made a claim about the order 1001" in page
    assert "Claimed on the customer’s page with one press" in page


def test_a_promised_day_ends_in_the_brands_own_zone(client, refund, hale, now):
    """23:30 UTC on the 4th is the 5th in London's summer."""
    buy(hale, "1009", now, promised_at=dt.datetime(2026, 6, 4, 23, 30, tzinfo=dt.UTC))
    assert "Promised by Friday, 5 June 2026" in client.get(link(refund)).content.decode()
