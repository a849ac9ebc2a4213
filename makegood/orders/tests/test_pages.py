"""Orders on pages: brought in by a lead, seen by those who may, promised beside delivered."""

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from makegood.orders import actions as orders
from makegood.orders.models import Order, Table
from makegood.orders.sale import Piece, Sale
from makegood.orders.tests.test_tables import HEADER, line

DAY = dt.timedelta(days=1)


@pytest.fixture
def stored(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    }


@pytest.fixture
def lamp(hale, sol, now) -> Order:
    sale = Sale(
        number="1001", address="ada@customer.example", name="Ada Byron", currency="EUR", placed_at=now,
        pieces=(Piece("LAMP", 2, Decimal("1234.50"), name="Desk lamp", warranty_days=730),), seller="sol@hale.example",
        promised_at=now + DAY, delivered_at=now + 3 * DAY, terms="To the door.", support="Gold",
    )  # fmt: skip
    orders.take(dataclasses.replace(sale, delivered_at=None), source="csv", brand=hale, at=now)
    return orders.take(sale, source="csv", brand=hale, at=now + 3 * DAY)


def read(client, user, name, *args, **query) -> str:
    client.force_login(user)
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_order_shows_what_was_promised_beside_what_came(client, lamp, bea):
    page = read(client, bea, "order", lamp.ref)
    for told in ("Desk lamp", "€2,469.00", "Sol", "To the door.", "Gold", "Warranty", "Delivered", "broken"):
        assert told in page


def test_an_order_is_found_by_number_reference_and_address(client, lamp, bea):
    for query in ("1001", lamp.ref.lower(), "Ada@customer.example"):
        assert lamp.ref in read(client, bea, "orders", q=query)
    for query in ("100", "eve@evil.example", "%"):
        assert lamp.ref not in read(client, bea, "orders", q=query)


def test_the_list_goes_on_where_the_page_ends_with_the_same_few_queries(
    client, lamp, hale, bea, now, django_assert_max_num_queries
):
    for number in range(60):
        sale = Sale(f"N{number}", "x@c.example", "EUR", now + number * DAY, (Piece("LAMP", 1, Decimal(5)),))
        orders.take(sale, source="csv", brand=hale, at=now)
    client.force_login(bea)
    with django_assert_max_num_queries(12):
        first = client.get(reverse("orders"))
    assert first.content.decode().count("<tr>") == 51
    older = client.get(first.context["older"]).content.decode()
    assert older.count("<tr>") == 12
    assert client.get(reverse("orders") + "?after=nonsense").status_code == 200


def test_the_order_says_when_its_support_was_renewed(client, lamp, hale, sol, now):
    sale = Sale(
        number="1001", address="ada@customer.example", currency="EUR", placed_at=now, support="Gold",
        pieces=(Piece("LAMP", 2, Decimal("1234.50"), name="Desk lamp"),), support_until=now + 30 * DAY,
    )  # fmt: skip
    for until in (now + 30 * DAY, now + 395 * DAY):
        orders.take(dataclasses.replace(sale, support_until=until), source="csv", brand=hale, at=now + 9 * DAY)
    assert read(client, sol, "order", lamp.ref).count("Support was renewed on") == 1


def test_what_one_may_not_see_is_not_there(client, lamp, eve, sol):
    client.force_login(eve)
    assert client.get(reverse("order", args=[lamp.ref])).status_code == 404
    assert lamp.ref not in read(client, eve, "orders")
    assert "Desk lamp" in read(client, sol, "order", lamp.ref)


def hand_in(client, user, hale, text: str) -> Table:
    client.force_login(user)
    file = SimpleUploadedFile("may.csv", text.encode())
    answer = client.post(reverse("order-tables"), {"brand": hale.pk, "file": file})
    table = Table.objects.get()
    assert answer.headers["Location"] == reverse("order-table", args=[table.pk])
    return table


def test_a_lead_hands_in_a_table_looks_and_takes_it_in(client, stored, hale, cleo, now):
    table = hand_in(client, cleo, hale, HEADER + line(1) + line(2, price="-1") + line(3))
    page = read(client, cleo, "order-table", table.pk)
    assert "c1@customer.example" in page
    assert "-1 is below zero" in page
    assert not Order.objects.exists()
    client.post(reverse("order-table-taking", args=[table.pk]))
    while orders.take_some(at=now):
        pass
    page = read(client, cleo, "order-table", table.pk)
    assert "2 orders imported." in page
    assert "1 order has errors and was not imported." in page
    client.force_login(cleo)
    told = b"".join(client.get(reverse("order-table-faults", args=[table.pk])).streaming_content).decode()
    assert "3,Unit price," in told


def test_columns_that_were_not_guessed_are_chosen(client, stored, hale, cleo):
    table = hand_in(client, cleo, hale, 'Nr,Who,Cur,When,What,Many,Each\n7,a@c.example,EUR,31.03.2026,L,1,"9,50"\n')
    page = read(client, cleo, "order-table", table.pk)
    assert "Choose the missing columns below" in page
    chosen = dict(zip(("number", "email", "currency", "placed", "sku", "quantity", "price"), "0123456", strict=True))
    how = {"dates": "dmy", "decimal": ",", "timezone": "Europe/Vilnius", "encoding": "utf-8"}
    address = reverse("order-table", args=[table.pk])
    refused = client.post(address, how | chosen | {"price": ""})
    assert refused.status_code == 422
    assert "no order can be read without it" in refused.content.decode()
    assert client.post(address, how | chosen).status_code == 302
    assert "€9.50" in read(client, cleo, "order-table", table.pk)


def test_what_is_no_table_is_refused_at_its_field(client, stored, hale, cleo):
    client.force_login(cleo)
    file = SimpleUploadedFile("x.xlsx", b"PK\x03\x04\x00\x00")
    answer = client.post(reverse("order-tables"), {"brand": hale.pk, "file": file})
    assert answer.status_code == 422
    assert "This is not a text table" in answer.content.decode()


def test_agents_and_leads_elsewhere_bring_nothing_in(client, stored, hale, cleo, bea, eve):
    table = hand_in(client, cleo, hale, HEADER + line(1))
    for person in (bea, eve):
        client.force_login(person)
        assert client.get(reverse("order-tables")).status_code == 403
        assert client.post(reverse("order-table-taking", args=[table.pk])).status_code == 403
