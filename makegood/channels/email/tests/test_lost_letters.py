"""A letter of ours that carries no reply comes back: whoever owns the case hears it, and the case says so."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.channels.email.models import Outgoing
from makegood.channels.email.tests.conftest import bounce, mail
from makegood.clockwork import following
from makegood.events.models import Event
from makegood.recovery import actions as recovery
from makegood.recovery.gift import Gift
from makegood.recovery.models import Remedy, Voucher
from makegood.staff.notices.models import Notice

MINUTE = dt.timedelta(minutes=1)
ADA = "ada@customer.example"


def follow():
    while following.work(at=timezone.now() + MINUTE):
        pass


@pytest.fixture
def case(deliver):
    return deliver(mail(Message_ID="<first@customer.example>")).case


@pytest.fixture
def letter(case, owner, now) -> Outgoing:
    """Ada gets a voucher, and a letter with its code."""
    recovery.grant(case, Gift(kind="voucher", amount=Decimal(20), currency="EUR"), by=owner, at=now)
    follow()
    return Outgoing.objects.get(kind="remedy")


def back(deliver, letter, now) -> None:
    """The other server says that there is nobody of that name."""
    Outgoing.objects.filter(pk=letter.pk).update(state="sent", sent_at=now)
    row = deliver(bounce(letter.identifier, letter.to[0]), envelope_from="", at=now + MINUTE)
    assert (row.outcome, row.reason) == ("bounce", "not delivered")
    follow()


def told(user) -> list[str]:
    return [one.said for one in Notice.objects.filter(user=user, kind="failed")]


def test_the_owner_is_told_that_a_remedy_did_not_arrive(case, letter, deliver, bea, cleo, now):
    cases.assign(case, owner=bea, by=bea, at=now)
    back(deliver, letter, now)
    assert told(bea) == [f"[{case.ref}] The letter of what they get was not delivered"]
    assert told(cleo) == []
    back_again = deliver(bounce(letter.identifier, ADA) + b" ", envelope_from="", at=now + 2 * MINUTE)
    assert back_again.reason == "not delivered, as was known"
    follow()
    assert len(told(bea)) == 1


def test_where_nobody_owns_the_case_its_lead_is_told(case, letter, deliver, bea, cleo, now):
    back(deliver, letter, now)
    assert (len(told(cleo)), told(bea)) == (1, [])


def test_the_case_says_so_at_the_remedy_and_sends_it_to_another_address(client, case, letter, deliver, bea, now):
    back(deliver, letter, now)
    client.force_login(bea)
    where = reverse("remedy-letter", args=[case.ref, Remedy.objects.get().pk])
    page = client.get(reverse("case", args=[case.ref])).content.decode()
    assert where in page and "No such user" in page
    wrong = client.post(where, {"address": "ada at home"})
    assert (wrong.status_code, "ada at home" in wrong.content.decode()) == (422, True)
    for _pressed_twice in range(2):
        client.post(where, {"address": "ada@home.example"})
    follow()
    again = Outgoing.objects.filter(kind="remedy").exclude(pk=letter.pk).get()
    assert again.to == ["ada@home.example"]
    assert Voucher.objects.get().code in again.text
    assert where not in client.get(reverse("case", args=[case.ref])).content.decode()
    back(deliver, again, now + 5 * MINUTE)
    assert where in client.get(reverse("case", args=[case.ref])).content.decode()


def test_a_greeting_that_comes_back_is_told_too(client, case, deliver, cleo, now):
    back(deliver, Outgoing.objects.get(kind="greeting"), now)
    assert told(cleo) == [f"[{case.ref}] A letter was not delivered"]
    client.force_login(cleo)
    assert "A letter of ours to the customer did not arrive" in client.get(
        reverse("case", args=[case.ref])
    ).content.decode()  # fmt: skip


def test_what_was_said_of_an_erased_customers_letter_goes(case, letter, deliver, owner, now):
    back(deliver, letter, now)
    recovery.erase_words([case.customer_id], by=owner, at=now)
    assert Remedy.objects.get().undelivered == ""
    assert Event.objects.filter(name="remedy.undelivered").count() == 1
