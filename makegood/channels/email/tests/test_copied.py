"""Whom a customer copies later is part of the conversation, if the customer is who they say."""

import datetime as dt

import pytest

from makegood.channels.email.tests.conftest import mail

HOUR = dt.timedelta(hours=1)
PROVED = b"Authentication-Results: mx.hale.example; dmarc=pass header.from=customer.example\r\n"
UNPROVED = b"Authentication-Results: mx.hale.example; dmarc=none\r\n"


@pytest.fixture
def opened(deliver, settings):
    settings.TRUSTED_MTA = "mx.hale.example"
    return deliver(mail(Message_ID="<first@customer.example>")).case


def answer(result: bytes, sender: str = "Ada Byron <ada@customer.example>", cc: str = "Carl <CARL@customer.example>"):
    made = mail("With Carl, please.", sender=sender, Cc=cc, In_Reply_To="<first@customer.example>")
    return result + made.as_bytes()


def copied(case):
    return sorted(case.parties.filter(role="copied").values_list("address", flat=True))


def test_a_proved_customers_new_copy_reaches_whoever_answers_all(opened, deliver, now):
    row = deliver(answer(PROVED, cc="carl@customer.example, support@hale.example, ada@customer.example"), at=now + HOUR)
    assert (row.case, row.message.authenticated) == (opened, True)
    assert copied(opened) == ["carl@customer.example"]
    deliver(answer(PROVED, cc="dora@customer.example, Carl <CARL@customer.example>"), at=now + 2 * HOUR)
    assert copied(opened) == ["carl@customer.example", "dora@customer.example"]


def test_then_carl_belongs_and_may_write(opened, deliver, now):
    deliver(answer(PROVED), at=now + HOUR)
    row = deliver(answer(UNPROVED, sender="carl@customer.example"), at=now + 2 * HOUR)
    assert (row.case, row.message.stranger) == (opened, False)


@pytest.mark.parametrize("result", [UNPROVED, b"", PROVED.replace(b"mx.hale", b"mx.evil")])
def test_an_unproved_senders_copies_are_not(opened, deliver, now, result):
    row = deliver(answer(result, cc="eve@evil.example"), at=now + HOUR)
    assert (row.case, row.message.cc) == (opened, ["eve@evil.example"])
    assert copied(opened) == []
