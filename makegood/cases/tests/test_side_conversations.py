"""Side conversations: who may be written to, and what stays of them when a customer is erased."""

import pytest

from makegood.cases import actions as cases
from makegood.cases.actions import side_conversations
from makegood.cases.actions.side_conversations import erasing
from makegood.cases.models import SideFile, SideWord
from makegood.cases.words import File, Words
from makegood.events.refusals import Refusal

pytestmark = pytest.mark.any_engine
ASKED = Words(text="Has 1815 left?", files=(File("transfer.txt", "text/plain", b"1815"),))


def start(case, bea, now, address="help@bank.example"):
    return side_conversations.start(case, address=address, subject="1815", words=ASKED, by=bea, at=now)


def test_the_customer_is_no_third_party(refund, bea, now):
    with pytest.raises(Refusal):
        start(refund, bea, now, address="ADA@customer.example")


def test_nothing_is_asked_for_what_nobody_works_on(refund, bea, now):
    made = start(refund, bea, now)
    cases.junk(refund, by=bea, at=now)
    with pytest.raises(Refusal):
        start(refund, bea, now)
    with pytest.raises(Refusal):
        side_conversations.write(made, Words(text="And?"), by=bea, at=now)


def test_one_address_gets_thirty_mails_an_hour(refund, bea, now):
    for _number in range(30):
        start(refund, bea, now)
    with pytest.raises(Refusal):
        start(refund, bea, now)


def test_of_an_erased_customer_no_words_and_files_stay(refund, bea, now):
    made = start(refund, bea, now)
    erasing.erase_of(refund)
    made.refresh_from_db()
    assert (made.subject, made.is_open, made.address) == ("", False, "help@bank.example")
    assert (SideWord.objects.get().text, SideFile.objects.count()) == ("", 0)
