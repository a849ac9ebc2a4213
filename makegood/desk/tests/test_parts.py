"""The parts of a case page are written by hand: whatever people are called and write, it is shown and never acts."""

import datetime as dt

import pytest
from django.urls import reverse

from makegood.cases.models import Attachment, Delivery, Message, MessageKind
from makegood.promises.models import OWN_WORDS, Commitment
from makegood.ui import linking
from makegood.ui.addresses import address

HOSTILE = """</textarea><script>alert("1")</script>' onload='alert(2) "><img src=x onerror=alert(3)>"""
LETTERS = HOSTILE.replace("'", "&#x27;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


def shown(at_desk, ref):
    return at_desk.get(reverse("case", args=[ref])).content.decode()


def message(case, now, **said):
    return Message.objects.create(case=case, at=now, channel="email", **said)


@pytest.mark.parametrize("kind", MessageKind.values)
@pytest.mark.parametrize("delivery", [Delivery.NONE, Delivery.HELD, Delivery.WAITING, Delivery.FAILED])
def test_nothing_in_a_message_acts(at_desk, refund, now, kind, delivery):
    hostile = dict.fromkeys(("sender", "sender_name", "text", "quoted", "trouble"), HOSTILE)
    said = message(
        refund, now, kind=kind, delivery=delivery, to=[HOSTILE], cc=[HOSTILE], html="<p>Hello</p>",
        authenticated=False, stranger=True, matched_by="token", release_at=now + dt.timedelta(days=9999),
        why_due_at=now, language='"><b>', invitation={"summary": HOSTILE, "location": HOSTILE}, **hostile,
    )  # fmt: skip
    for name in (HOSTILE, HOSTILE + ".png"):
        Attachment.objects.create(message=said, name=name, digest="0" * 64, size=9, refused=HOSTILE)
    page = shown(at_desk, refund.ref)
    assert page.count(LETTERS) >= 6
    for acting in ("<script>alert", "<img src=x", "onload='", '"><b>'):
        assert acting not in page, acting


def test_nothing_in_a_case_acts(at_desk, refund, bea, now):
    refund.subject = refund.customer.name = bea.name = HOSTILE
    refund.save()
    refund.customer.save()
    bea.save()
    page = shown(at_desk, refund.ref)
    assert LETTERS in page
    for acting in ("<script>alert", "<img src=x", "onload='"):
        assert acting not in page, acting


def test_nothing_in_the_ledger_acts(at_desk, refund, now):
    of_ours, *_others = Commitment.objects.about(refund.ref)
    Commitment.objects.filter(pk=of_ours.pk).update(key=HOSTILE[:40])
    by_hand = {"key": OWN_WORDS, "ends_on": [], "words": HOSTILE, "brand": refund.brand}
    Commitment.objects.create(about=refund.ref, made_at=now, running_since=now, due_at=now, **by_hand)
    page = shown(at_desk, refund.ref)
    assert page.count(LETTERS) >= 3  # the words, and what the two acts on them are called
    for acting in ("<script>alert", "<img src=x", "onload='"):
        assert acting not in page, acting


def test_long_words_are_folded_and_led_to(at_desk, refund, now):
    said = message(refund, now, kind=MessageKind.CUSTOMER, text="\n".join(f"line {number}" for number in range(500)))
    page = shown(at_desk, refund.ref)
    assert "line 119" in page
    assert "line 120" not in page
    assert "Show it whole: 380 more lines" in page
    assert f'href="{reverse("message-words", args=[refund.ref, said.pk])}"' in page


def test_addresses_are_those_that_the_house_answers(refund, now):
    said = message(refund, now, kind=MessageKind.NOTE, text="x")
    for name in ("case", "case-parts", "case-owner", "case-replies"):
        assert address(name, refund.ref) == reverse(name, args=[refund.ref])
    for name in ("message-html", "message-words", "case-file", "case-promise"):
        assert address(name, refund.ref, said.pk) == reverse(name, args=[refund.ref, said.pk])


def test_a_mail_address_begins_where_its_letters_do_and_is_looked_for_nowhere_within_them():
    """Else a stranger's run of a hundred thousand letters would be read a hundred thousand times."""
    said = "first.last+tag@customer.example"
    assert linking.linked(f"({said})").count(f'href="mailto:{said}"') == 1
    assert not any(linking.LINK.match(said, place) for place in range(1, said.index("@")))
