"""The customer says on their page whether we understood them, and whether all is well again."""

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases import tokens
from makegood.cases.models import Party
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.events.models import Event
from makegood.recovery import actions as recovery
from makegood.recovery.models import StepName, Trigger


@pytest.fixture
def link(refund):
    return f"/c/{tokens.for_link(refund.parties.get(role=Party.Role.CUSTOMER).key)}"


@pytest.fixture
def opened(refund, bea):
    return recovery.open_by_hand(refund, Trigger.Kind.COMPLAINT, by=bea, at=timezone.now())


def page_of(client, link):
    return client.get(link).content.decode()


def test_our_own_clock_is_no_promise_that_the_customer_reads(client, link, opened):
    page = page_of(client, link)
    assert "Word to a disappointed customer" not in page
    assert "Is all well again?" not in page
    assert "Did we understand you?" not in page


def test_they_say_whether_it_is_what_went_wrong(client, link, opened, bea, ada):
    recovery.understand(opened, words="Three weeks without a word.", by=bea, at=timezone.now())
    page = page_of(client, link)
    assert "Did we understand you?" in page
    assert "Three weeks without a word." in page
    answer = client.post(f"{link}/understood", {"answer": "no"}, follow=True)
    assert "tell us below what we got wrong" in answer.content.decode()
    opened.refresh_from_db()
    assert opened.is_understood is False
    assert Event.objects.get(name="recovery.answered").by == ada.key
    assert "Did we understand you?" not in page_of(client, link)
    recovery.understand(opened, words="Three weeks, and two mails.", by=bea, at=timezone.now())
    assert "two mails" in page_of(client, link)
    client.post(f"{link}/understood", {"answer": "yes"})
    opened.refresh_from_db()
    assert opened.is_understood is True


def test_they_confirm_by_one_press_that_all_is_well(client, link, opened, bea):
    recovery.take(opened, StepName.PUT_RIGHT, by=bea, at=timezone.now())
    assert "Is all well again?" in page_of(client, link)
    client.post(f"{link}/well-again", {"answer": "no"})
    opened.refresh_from_db()
    assert opened.is_good is False
    for _press in range(2):
        client.post(f"{link}/well-again", {"answer": "yes"})
    opened.refresh_from_db()
    assert opened.is_good is True
    assert Event.objects.filter(name="recovery.confirmed").count() == 2
    assert [step.staff for step in opened.steps.filter(name="confirmed")] == [None]
    assert "Is all well again?" not in page_of(client, link)


def test_looking_confirms_nothing_and_nonsense_is_none(client, link, opened):
    assert client.get(f"{link}/well-again").status_code == 405
    for said in ({}, {"answer": "maybe"}):
        client.post(f"{link}/well-again", said)
    opened.refresh_from_db()
    assert opened.is_good is None


def test_somebody_copied_in_is_not_asked(client, refund, opened, bea):
    recovery.understand(opened, words="Three weeks without a word.", by=bea, at=timezone.now())
    key = Party.objects.create(case=refund, address="jonas@customer.example", role=Party.Role.COPIED, key="k" * 16).key
    link = f"/c/{tokens.for_link(key)}"
    assert "Three weeks without a word." not in page_of(client, link)
    assert client.post(f"{link}/understood", {"answer": "yes"}).status_code == 404


def test_another_customer_whose_case_became_part_of_this_one_is_not_asked(client, refund, opened, hale, bea, now):
    jonas = customers.find_or_create(address="jonas@customer.example", name="Jonas", at=now)
    words = Words(text="Mine too.", language="en", sender="jonas@customer.example")
    his, _message = cases.open_case(brand=hale, customer=jonas, subject="Lamp", words=words, channel="email", at=now)
    link = f"/c/{tokens.for_link(his.parties.get().key)}"
    recovery.understand(opened, words="Three weeks without a word.", by=bea, at=timezone.now())
    cases.merge(his, into=refund, by=bea, at=timezone.now())
    assert "Three weeks without a word." not in page_of(client, link)
    assert client.post(f"{link}/understood", {"answer": "yes"}).status_code == 404
    assert client.post(f"{link}/well-again", {"answer": "yes"}).status_code == 404
    opened.refresh_from_db()
    assert (opened.is_understood, opened.is_good) == (None, None)
