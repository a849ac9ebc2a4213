"""The search box finds customers and orders, too, as far as whoever looks may see them."""

from decimal import Decimal

import pytest
from django.urls import reverse

from makegood.cases import named
from makegood.customers import actions as customers
from makegood.orders import actions as orders
from makegood.orders.sale import Piece, Sale


@pytest.fixture
def lamp(hale, ada, now):
    sale = Sale("#6112-01", "ada@customer.example", "EUR", now, (Piece("LAMP", 1, Decimal("19.95")),))
    return orders.take(sale, source="csv", brand=hale, at=now)


@pytest.mark.parametrize(
    "typed",
    ["ada@customer.example", "ADA@customer.example", "Ada Byron", "ada b", "Ada  Byr", "{ref}", "+44 20 7946 0000"],
)
def test_a_customer_is_found_by_reference_address_telephone_and_the_beginning_of_the_name(ada, lamp, bea, typed, now):
    ada.contact_points.create(kind="phone", value="+442079460000")
    assert named.by(typed.replace("{ref}", ada.ref.lower()), bea).customers == [ada]


@pytest.mark.parametrize("typed", ["#6112-01", "{ref}"])
def test_an_order_is_found_by_number_and_reference(lamp, owner, eve, typed):
    typed = typed.replace("{ref}", lamp.ref)
    assert named.by(typed, owner).orders == [lamp]
    assert named.by(typed, eve).orders == []


@pytest.mark.parametrize("typed", ["Ada Byron", "ada@customer.example", ""])
def test_nobody_is_shown_to_whom_they_are_no_concern(lamp, eve, typed):
    assert named.by(typed, eve).customers == []


def test_who_was_merged_is_found_as_who_they_are_now(ada, lamp, owner, now):
    other = customers.find_or_create(address="countess@customer.example", name="A. A. Lovelace", language="en", at=now)
    customers.merge(other, into=ada, by=owner, at=now)
    assert named.by("A. A. Love", owner).customers == [ada]


def test_the_page_shows_both_and_says_nothing_of_nothing(client, ada, lamp, owner):
    client.force_login(owner)
    page = client.get(reverse("search"), {"q": "Ada Byron"}).content.decode()
    assert reverse("customer", args=[ada.ref]) in page
    assert "Nothing found" not in page
    page = client.get(reverse("search"), {"q": "#6112-01"}).content.decode()
    assert reverse("order", args=[lamp.ref]) in page
    page = client.get(reverse("search"), {"q": "Ada Byron status:open"}).content.decode()
    assert "Nothing found" in page


@pytest.mark.parametrize("typed", ["Ad%", "Ad_", "Ada\\", "A\\_a", "%%%"])
def test_signs_of_the_database_s_own_are_letters(ada, owner, typed, now):
    assert named.by(typed, owner).customers == []
    odd = customers.find_or_create(address="odd@customer.example", name=f"{typed} Odd", language="en", at=now)
    assert named.by(typed, owner).customers == [odd]
