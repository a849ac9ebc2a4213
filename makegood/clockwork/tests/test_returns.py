"""Something is sent back: the customer is to be won back, in the case they have, or else by a recovery about the order."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.clockwork import following
from makegood.events.models import Origin, Reaction
from makegood.orders import actions as orders
from makegood.orders.sale import Piece, Sale
from makegood.recovery import actions as recovery
from makegood.recovery.golden import today
from makegood.recovery.models import Recovery, Trigger

DAY = dt.timedelta(days=1)
Kind = Trigger.Kind


def react():
    while following.work(at=timezone.now()):
        pass
    assert not Reaction.objects.exclude(trouble="").exists(), Reaction.objects.exclude(trouble="").first().trouble


@pytest.fixture
def now():
    return timezone.now() - 3 * DAY


def sends_back(hale, now, count, *, number="1815", origin=Origin.LIVE):
    sale = Sale(
        number=number, address="ada@customer.example", currency="EUR", placed_at=now,
        pieces=(Piece("LAMP", 2, Decimal("19.95"), name="Lamp"),), delivered_at=now + DAY, returned={"LAMP": count},
    )  # fmt: skip
    return orders.take(sale, source="csv", brand=hale, at=now + 2 * DAY, origin=origin)


def test_a_return_belongs_to_the_case_that_the_customer_has(hale, refund, now):
    sends_back(hale, now, 1)
    react()
    found = Recovery.objects.get()
    assert (found.case, found.about) == (refund, refund.ref)
    assert [one.kind for one in found.triggers.all()] == [Kind.RETURNED]


def test_each_piece_that_comes_back_later_is_one_more_reason_and_the_same_one_is_none(hale, refund, now):
    for count in (1, 1, 2):
        sends_back(hale, now, count)
    react()
    assert Recovery.objects.get().triggers.count() == 2


def test_without_a_case_it_is_about_the_order_and_has_a_page_of_its_own(client, hale, ada, bea, now):
    order = sends_back(hale, now, 2)
    react()
    found = Recovery.objects.get()
    assert (found.case, found.about, found.due.about) == (None, order.ref, order.ref)
    client.force_login(bea)
    page = client.get(reverse("recovery", args=[found.ref])).content.decode()
    assert "Something was returned" in page
    assert reverse("order", args=[order.ref]) in page
    url = reverse("recovery-step", args=[found.ref, "acknowledged"])
    assert client.post(url).url == reverse("recovery", args=[found.ref])
    assert "wins them back" in page


def test_without_a_case_it_is_among_the_mistakes_of_the_team_that_a_case_would_come_to(hale, ada, now):
    sends_back(hale, now, 2)
    react()
    team, found = hale.teams.get(), Recovery.objects.get()
    assert found.team == team
    assert [one.what for one in today.of_teams(Recovery.objects.all(), [team], at=timezone.now())[team.pk]] == [
        found.pk
    ]


def test_two_orders_are_two_matters_and_the_first_case_takes_one_in(hale, ada, bea, now):
    order = sends_back(hale, now, 2)
    sends_back(hale, now, 2, number="1816")
    react()
    assert Recovery.objects.count() == 2
    words = Words(text="?", language="en", sender="ada@customer.example")
    case, _ = cases.open_case(
        brand=hale, customer=ada, subject="Lamps", words=words, channel="email", at=timezone.now()
    )
    found = recovery.open_by_hand(case, Kind.COMPLAINT, by=bea, at=timezone.now())
    assert (found.about, found.case, found.team) == (order.ref, case, case.team)
    assert Recovery.objects.of_case(case).first() == found


def test_an_imported_return_opens_none(hale, refund, now):
    sends_back(hale, now, 1, origin=Origin.IMPORTED)
    react()
    assert not Recovery.objects.exists()
