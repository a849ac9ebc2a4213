"""Cases that take no more words say so, and lose none."""

import datetime as dt
from html import unescape

import pytest
from django.urls import reverse

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.cases.words import Words


def page(ref: str, name: str = "case") -> str:
    return reverse(name, args=[ref])


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


def test_a_closed_case_says_so_and_leads_to_a_follow_up_case(at_desk, refund, bea, now):
    cases.resolve(refund, by=bea, at=now)
    cases.close_due(at=now + dt.timedelta(days=8))
    shown = at_desk.get(page(refund.ref)).content.decode()
    assert 'name="resolves"' not in shown
    assert "This case is closed" in shown
    assert "What Ada Byron writes from now on opens a new case that follows this one." in unescape(shown)
    answer = at_desk.post(page(refund.ref, "case-follow-up"))
    new = Case.objects.get(follows=refund)
    assert answer["Location"] == f"{page(new.ref)}#text"
    assert 'name="text"' in at_desk.get(page(new.ref)).content.decode()
    assert f"Bea opened {new.ref}, which follows this case" in at_desk.get(page(refund.ref)).content.decode()


def test_what_was_being_written_when_a_case_was_closed_is_not_lost(at_desk, refund, bea, now):
    at_desk.post(page(refund.ref, "case-draft"), {"kind": "reply", "text": "Half a sentence"})
    cases.resolve(refund, by=bea, at=now)
    cases.close_due(at=now + dt.timedelta(days=8))
    assert "Half a sentence" in at_desk.get(page(refund.ref)).content.decode()


def test_a_reply_to_a_closed_case_waits_in_one_that_follows(at_desk, refund, bea, now):
    at_desk.post(page(refund.ref, "case-draft"), {"kind": "reply", "text": "One thing more"})
    cases.resolve(refund, by=bea, at=now)
    cases.close_due(at=now + dt.timedelta(days=8))
    answer = at_desk.post(page(refund.ref, "case-replies"), {"text": "One thing more.", "to": "ada@customer.example"})
    new = Case.objects.get(follows=refund)
    assert answer["Location"] == f"{page(new.ref)}#text"
    shown = at_desk.get(page(new.ref)).content.decode()
    assert f"Nothing was sent, as {refund.ref} is closed." in shown
    assert "One thing more." in shown
    assert not refund.messages.filter(kind="reply").exists()
    assert not refund.drafts.exists()
    at_desk.post(page(refund.ref, "case-replies"), {"text": "And another.", "to": "ada@customer.example"})
    assert new.drafts.get().text == "And another.\n\nOne thing more."


def test_a_note_is_written_in_a_closed_case_and_changes_nothing_else(at_desk, refund, bea, now):
    cases.resolve(refund, by=bea, at=now)
    cases.close_due(at=now + dt.timedelta(days=8))
    at_desk.post(page(refund.ref, "case-notes"), {"text": "She rang to thank us."})
    assert "She rang to thank us." in at_desk.get(page(refund.ref)).content.decode()
    refund.refresh_from_db()
    assert refund.state == "closed"


def test_words_moved_to_a_case_that_takes_none_stay_where_they_are(at_desk, refund, hale, ada, bea, now):
    words = Words(text="And this?", sender="ada@customer.example")
    other, message = cases.open_case(brand=hale, customer=ada, subject="", words=words, channel="email", at=now)
    cases.junk(refund, by=bea, at=now)
    answer = at_desk.post(reverse("message-move", args=[other.ref, message.pk]), {"to": refund.ref})
    assert answer.status_code == 409
    assert "takes no more words" in answer.content.decode()


def test_whoever_moves_a_message_that_a_colleague_has_moved_is_told(at_desk, refund, hale, ada, bea, now):
    words = Words(text="And this?", sender="ada@customer.example")
    other, first = cases.open_case(brand=hale, customer=ada, subject="", words=words, channel="email", at=now)
    second = cases.add_words(other, customer=ada, words=words, channel="email", at=now)
    cases.move_message(second, to=refund, by=bea, at=now)
    answer = at_desk.post(reverse("message-move", args=[other.ref, second.pk]), {"to": refund.ref})
    assert answer.status_code == 409
    assert "Somebody has moved this message meanwhile." in answer.content.decode()
    assert str(first.pk) in answer.content.decode()
