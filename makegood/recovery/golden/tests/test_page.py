"""However many can still be won back, a page shows the first of them and leads to the others."""

import datetime as dt
import random
import re
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.orders import actions as orders
from makegood.orders.sale import Piece, Sale
from makegood.recovery import actions as recovery
from makegood.recovery.golden import views
from makegood.recovery.models import Trigger

DAY = dt.timedelta(days=1)


@pytest.fixture
def disappointed(hale, bea):
    """Nine customers, each with purchases of their own, of which some are older than a year or came to nothing."""
    chosen, now = random.Random(5), timezone.now()
    spent = {}
    for number in range(9):
        address = f"c{number}@customer.example"
        who = customers.find_or_create(address=address, language="en", name=f"Customer {number}", at=now)
        words = Words(text="It broke", language="en", sender=address)
        case = cases.open_case(brand=hale, customer=who, subject="", words=words, channel="email", at=now)[0]
        recovery.open_by_hand(case, Trigger.Kind.COMPLAINT, by=bea, at=now)
        spent[who.name] = Decimal(0)
        for purchase in range(chosen.randrange(4)):
            price, ago = Decimal(chosen.randrange(10, 99)), chosen.choice((30, 300, 400))
            cancelled = chosen.choice((None, None, now))
            sale = Sale(
                number=f"{number}-{purchase}", address=address, currency="EUR", placed_at=now - ago * DAY,
                cancelled_at=cancelled,
                pieces=(Piece("LAMP", 1, price, name="Lamp"),),
            )  # fmt: skip
            orders.take(sale, source="csv", brand=hale, at=now)
            if ago < 365 and cancelled is None:
                spent[who.name] += price
    return spent


def test_pages_lead_on_and_keep_the_order_of_what_is_at_stake(client, disappointed, cleo, monkeypatch):
    monkeypatch.setattr(views, "PAGE", 4)
    client.force_login(cleo)
    named, address = [], reverse("golden")
    while address:
        page = client.get(address).content.decode()
        names = re.findall(r">(Customer \d)</a>", page)
        assert 0 < len(names) <= 4
        named += names
        more = re.search(r'rel="next" href="([^"]+)"', page)
        address = f"{reverse('golden')}{more[1]}" if more else ""
    assert sorted(named) == sorted(disappointed)
    assert [disappointed[name] for name in named] == sorted(disappointed.values(), reverse=True)


def test_a_page_that_is_not_there_is_the_last(client, disappointed, cleo, monkeypatch):
    monkeypatch.setattr(views, "PAGE", 4)
    client.force_login(cleo)
    assert client.get(reverse("golden"), {"page": "99"}).content.decode().count(">Customer ") == 1
    assert client.get(reverse("golden"), {"page": "x"}).content.decode().count(">Customer ") == 4
