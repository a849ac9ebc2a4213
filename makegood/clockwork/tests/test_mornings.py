"""Each working morning a team hears once whom it can still win back."""

import datetime as dt
import threading
from decimal import Decimal

import pytest
from django.db import connection
from django.urls import reverse

from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing
from makegood.clockwork import mornings
from makegood.orders import actions as orders
from makegood.orders.sale import Piece, Sale
from makegood.recovery import actions as recovery
from makegood.recovery.models import Morning, Trigger

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
SEVEN_IN_LONDON = dt.datetime(2026, 6, 2, 6, 0, tzinfo=dt.UTC)  # a Tuesday


@pytest.fixture
def box(hale, now):
    return email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)


@pytest.fixture
def opened(box, refund, bea, now):
    sale = Sale(
        number="1", address="ada@customer.example", currency="EUR", placed_at=now - 30 * DAY,
        pieces=(Piece("LAMP", 2, Decimal("19.95"), name="Lamp"),),
    )  # fmt: skip
    orders.take(sale, source="csv", brand=refund.brand, at=now)
    return recovery.open_by_hand(refund, Trigger.Kind.COMPLAINT, by=bea, at=now)


def mails():
    return list(Outgoing.objects.filter(identifier__contains="golden.").order_by("id"))


def test_leads_hear_at_eight_in_the_teams_zone_and_once(opened, cleo, bea):
    assert mornings.work(at=SEVEN_IN_LONDON) == 0
    assert mornings.work(at=SEVEN_IN_LONDON + HOUR) == 1
    assert mornings.work(at=SEVEN_IN_LONDON + 2 * HOUR) == 0
    [mail] = mails()
    assert mail.staff == cleo
    assert mail.subject == "Support: 1 customer to win back today"
    assert "Ada Byron" in mail.text
    assert "€39.90 in a year" in mail.text
    assert reverse("recovery", args=[opened.ref]) in mail.text
    assert mornings.work(at=SEVEN_IN_LONDON + DAY + HOUR) == 1
    assert len(mails()) == 2


def test_the_whole_team_hears_where_that_is_wished_but_who_wants_no_mail(opened, cleo, bea, owner, now):
    recovery.set_rules(minutes=60, contacts=3, days=14, whole_team=True, by=owner, at=now)
    cleo.wants_mail = False
    cleo.save()
    mornings.work(at=SEVEN_IN_LONDON + HOUR)
    assert {mail.staff for mail in mails()} == {bea, owner}


def test_nobody_is_written_to_on_a_sunday_or_a_holiday(opened, cleo):
    sunday, christmas = SEVEN_IN_LONDON + 5 * DAY, dt.datetime(2026, 12, 25, 9, 0, tzinfo=dt.UTC)
    assert mornings.work(at=sunday + 2 * HOUR) == 0
    assert mornings.work(at=christmas) == 0


def test_where_all_is_well_the_morning_is_noted_and_nobody_is_written_to(opened, cleo, bea, now):
    recovery.confirm(opened, good=True, by=bea, at=now)
    assert mornings.work(at=SEVEN_IN_LONDON + HOUR) == 1
    assert Morning.objects.get().count == 0
    assert mails() == []


@pytest.mark.django_db(transaction=True)
def test_four_workers_at_once_write_once(opened, cleo):
    gate = threading.Barrier(4)

    def run():
        gate.wait()
        try:
            mornings.work(at=SEVEN_IN_LONDON + HOUR)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(mails()) == Morning.objects.count() == 1


def test_the_page_shows_each_their_own_teams(client, opened, bea, eve, dan, django_assert_max_num_queries):
    client.force_login(bea)
    page = client.get(reverse("golden")).content.decode()
    assert "€39.90 in a year" in page
    assert "They have not heard from us yet." in page
    client.force_login(eve)
    assert "Ada Byron" not in client.get(reverse("golden")).content.decode()
    client.force_login(dan)
    assert "Ada Byron" in client.get(reverse("golden")).content.decode()
