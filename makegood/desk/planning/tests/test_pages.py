"""A reply is given a time in words, stands in the case until then, and can be changed there."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Delivery, Message
from makegood.cases.words import Words

AHEAD = timezone.now().replace(microsecond=0) + dt.timedelta(days=3)
TYPED = {"text": "Has it come?", "kind": "reply", "when": "in 3 days"}
SHOWN = TYPED | {"read": "in 3 days", "understood": AHEAD.isoformat()}


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def planned(refund, bea):
    return cases.plan(refund, Answer(text="Has it come?"), leaves_at=AHEAD, by=bea, at=timezone.now())


def page(client, case):
    return client.get(reverse("case", args=[case.ref])).content.decode()


def test_planned_once_the_date_was_shown_and_late_promises_are_told(at_desk, refund):
    address = reverse("case-replies", args=[refund.ref])
    first = at_desk.post(address, TYPED)
    assert first.status_code == 422
    assert 'value="in 3 days"' in first.content.decode()
    assert not Message.objects.filter(delivery=Delivery.LATER).exists()
    at_desk.post(address, SHOWN)
    assert Message.objects.get(delivery=Delivery.LATER).release_at == AHEAD
    assert "It leaves on" in page(at_desk, refund)
    assert "A promise is due before" in page(at_desk, refund)


def test_another_time_or_now(at_desk, planned, refund):
    address = reverse("reply-departure", args=[refund.ref, planned.pk])
    assert at_desk.post(address, {"when": "when pigs fly"}).status_code == 422
    assert at_desk.post(address, {"when": "yesterday 9"}).status_code == 422
    at_desk.post(address, {"when": "in 5 days"})
    planned.refresh_from_db()
    assert planned.release_at > AHEAD
    at_desk.post(address)
    planned.refresh_from_db()
    assert planned.delivery == Delivery.HELD


def test_taken_back_it_is_in_the_composer_with_its_time(at_desk, planned, refund):
    at_desk.post(reverse("reply-undo", args=[refund.ref, planned.pk]))
    shown = page(at_desk, refund)
    assert "Has it come?</textarea>" in shown
    assert f'name="when" maxlength="100" autocomplete="off" value="{AHEAD.year}-' in shown


def test_stopped_it_stands_above_every_page_of_its_author_until_they_look(at_desk, planned, refund, ada):
    words = Words(text="Never mind!", sender="ada@customer.example")
    cases.add_words(refund, customer=ada, words=words, channel="email", at=timezone.now())
    assert "Your reply did not leave: My refund" in at_desk.get("/").content.decode()
    assert "did not leave: the customer wrote" in page(at_desk, refund)
    assert "Your reply did not leave" not in at_desk.get("/").content.decode()
