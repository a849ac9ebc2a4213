"""The composer shows which signature will stand under a reply, and the other one can be chosen for it."""

import re

import pytest
from django.urls import reverse

from makegood.cases.models import Draft
from makegood.customers import actions as customers


@pytest.fixture
def at_desk(client, bea, hale):
    hale.signature = {"en": "Yours faithfully, {name}\n{brand}"}
    hale.friendly_signature = {"en": "Cheers, {name}"}
    hale.save()
    client.force_login(bea)
    return client


def page(client, case) -> str:
    return client.get(reverse("case", args=[case.ref])).content.decode()


def chosen(shown: str) -> list[str]:
    return re.findall(r'name="tone" value="(\w+)" checked', shown)


def send(client, case, **fields):
    return client.post(reverse("case-replies", args=[case.ref]), {"text": "It is on its way.", **fields})


def test_both_are_shown_as_they_would_be_sent_the_usual_one_chosen(at_desk, refund):
    shown = page(at_desk, refund)
    assert "Yours faithfully, Bea\nHale" in shown
    assert "Cheers, Bea" in shown
    assert chosen(shown) == ["formal"]


def test_the_form_of_address_of_the_customer_comes_first(at_desk, refund, ada, bea, now):
    customers.choose_tone(ada, tone="friendly", by=bea.key, at=now)
    assert chosen(page(at_desk, refund)) == ["friendly"]


def test_where_there_is_one_signature_it_is_shown_and_nothing_is_asked(at_desk, refund, hale):
    hale.friendly_signature = {}
    hale.save()
    shown = page(at_desk, refund)
    assert "Yours faithfully, Bea\nHale" in shown
    assert 'name="tone"' not in shown


def test_the_chosen_one_stays_with_the_draft_the_message_and_after_undo(at_desk, refund):
    at_desk.post(reverse("case-draft", args=[refund.ref]), {"text": "It is", "kind": "reply", "tone": "friendly"})
    assert chosen(page(at_desk, refund)) == ["friendly"]
    send(at_desk, refund, tone="friendly")
    held = refund.messages.get(kind="reply")
    assert held.tone == "friendly"
    at_desk.post(reverse("reply-undo", args=[refund.ref, held.pk]))
    assert Draft.objects.get().fields["tone"] == "friendly"
    assert chosen(page(at_desk, refund)) == ["friendly"]


def test_a_forged_tone_is_the_usual_one(at_desk, refund):
    send(at_desk, refund, tone="rude")
    assert refund.messages.get(kind="reply").tone == "formal"
