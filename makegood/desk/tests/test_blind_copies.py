"""Blind copies of a reply: typed, kept with the draft, come back with *undo*, read by staff and never by the customer."""

import pytest
from django.urls import reverse

from makegood.cases import tokens
from makegood.cases.models import Draft, MessageKind

PARTNER = "partner@else.example"


@pytest.fixture
def sent(client, bea, refund):
    """Bea has sent a reply with a blind copy, and it can be undone."""
    client.force_login(bea)
    reply = {"text": "Your money is on its way.", "bcc": f"{PARTNER}, {PARTNER.upper()}"}
    assert client.post(reverse("case-replies", args=[refund.ref]), reply).status_code == 302
    return refund.messages.get(kind=MessageKind.REPLY)


def test_a_blind_copy_is_for_colleagues_eyes(client, sent, refund):
    assert sent.bcc == [PARTNER]
    assert f"bcc {PARTNER}" in client.get(reverse("case", args=[refund.ref])).content.decode()
    sent.delivery = "sent"
    sent.save()
    token = tokens.for_link(refund.parties.get(role="customer").key)
    theirs = client.get(f"/c/{token}").content.decode()
    assert "Your money is on its way." in theirs
    assert PARTNER not in theirs


def test_undo_brings_it_back_and_a_fault_keeps_it(client, sent, refund):
    client.post(reverse("reply-undo", args=[refund.ref, sent.pk]))
    assert Draft.objects.get().fields["bcc"] == PARTNER
    shown = client.get(reverse("case", args=[refund.ref])).content.decode()
    assert f'name="bcc" value="{PARTNER}"' in shown
    stopped = client.post(reverse("case-replies", args=[refund.ref]), {"text": " ", "bcc": PARTNER})
    assert f'name="bcc" value="{PARTNER}"' in stopped.content.decode()
