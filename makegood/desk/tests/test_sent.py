"""What is sent from a case page that is older than the case: once, after what others wrote, and from no case put away."""

import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.words import Words


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


def page(ref, name="case"):
    return reverse(name, args=[ref])


def test_a_reply_to_a_case_that_was_put_away_meanwhile_waits_with_its_words(at_desk, refund, cleo, now):
    cases.junk(refund, by=cleo, at=now)
    response = at_desk.post(page(refund.ref, "case-replies"), {"text": "Words I typed"})
    assert response.status_code == 422
    assert "takes no more words" in response.content.decode()
    assert not refund.messages.filter(kind="reply").exists()


def test_a_form_sent_twice_writes_once(at_desk, refund):
    shown = at_desk.get(page(refund.ref)).content.decode()
    begun = re.search(r'name="seen_until" value="([^"]+)"', shown)[1]
    for address, kind in (("case-replies", "reply"), ("case-notes", "note")):
        for _time in range(2):
            sent = at_desk.post(page(refund.ref, address), {"text": "It left us.", "seen_until": unescape(begun)})
            assert sent.status_code == 302
        assert refund.messages.filter(kind=kind).count() == 1


def test_a_colleague_s_answer_is_read_before_another_leaves(at_desk, refund, cleo, now):
    cases.reply(refund, Answer(text="No refund, sorry."), by=cleo, at=timezone.now())
    response = at_desk.post(page(refund.ref, "case-replies"), {"text": "Here it is.", "seen_until": now.isoformat()})
    shown = response.content.decode()
    assert response.status_code == 409
    assert "Cleo answered while you were writing." in shown
    assert "They wrote again" not in shown
    assert "Here it is." in shown


def test_a_stale_reply_is_stopped_and_every_word_kept(at_desk, refund, now):
    later = timezone.now()
    cases.add_words(refund, customer=refund.customer, words=Words(text="Found it!"), channel="email", at=later)
    typed = {"text": "Where did you look?", "seen_until": now.isoformat(), "cc": "jonas@customer.example"}
    response = at_desk.post(page(refund.ref, "case-replies"), typed)
    shown = response.content.decode()
    assert response.status_code == 409
    for words in ("Found it!", "Where did you look?", "jonas@customer.example", "Send it all the same"):
        assert words in shown
    assert not refund.messages.filter(kind="reply").exists()
    at_desk.post(page(refund.ref, "case-replies"), typed | {"anyway": "1"})
    assert refund.messages.filter(kind="reply").exists()
