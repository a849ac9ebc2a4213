"""Where the cases of two customers became one, what one of them gets is told to that one alone."""

from decimal import Decimal

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing
from makegood.clockwork import following
from makegood.customers import actions as customers
from makegood.recovery import actions as recovery
from makegood.recovery.gift import Gift
from makegood.recovery.models import Voucher

TEN = Gift("voucher", Decimal(10), "EUR")


@pytest.fixture
def kettle(hale, now):
    """Jonas's case, with a mailbox to write to him from."""
    email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)
    jonas = customers.find_or_create(address="jonas@customer.example", name="Jonas", at=now)
    words = Words(text="It leaks.", language="en", sender="jonas@customer.example", sender_name="Jonas")
    return cases.open_case(brand=hale, customer=jonas, subject="Kettle", words=words, channel="email", at=now)[0]


def react():
    while following.work(at=timezone.now()):
        pass


def told() -> dict[str, str]:
    """The letters of remedies, by who gets them."""
    return {letter.to[0]: letter.text for letter in Outgoing.objects.filter(kind="remedy")}


def test_a_voucher_goes_to_the_customer_it_was_granted_to(refund, kettle, owner, now):
    hers = recovery.grant(refund, TEN, by=owner, at=now)
    cases.merge(refund, into=kettle, by=owner, at=now)
    his = recovery.grant(kettle, TEN, by=owner, at=now)
    react()
    letters = told()
    assert set(letters) == {"ada@customer.example", "jonas@customer.example"}
    assert Voucher.objects.get(remedy=hers).code in letters["ada@customer.example"]
    assert Voucher.objects.get(remedy=his).code in letters["jonas@customer.example"]


def test_whoever_has_no_address_is_not_written_to_at_anothers(refund, kettle, hale, owner, now):
    nameless = customers.meet(language="en", at=now)
    words = Words(text="No address of mine.", language="en")
    case, _message = cases.open_case(brand=hale, customer=nameless, subject="", words=words, channel="portal", at=now)
    cases.merge(kettle, into=case, by=owner, at=now)
    recovery.grant(case, TEN, by=owner, at=now)
    react()
    assert told() == {}
    assert not Voucher.objects.exists()
