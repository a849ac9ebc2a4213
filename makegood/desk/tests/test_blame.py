"""A reply that shifts the blame is pointed out once, with why and what to say instead, and then sent as it is."""

import re
from html import unescape

import pytest
from django.urls import reverse

from makegood.cases.models import Message

BLAMES = "That is the contractor's fault."
PROMISES = "I will call you tomorrow at 10."


@pytest.fixture
def send(client, bea, refund):
    client.force_login(bea)

    def press(text=BLAMES, to="case-replies", **fields):
        return client.post(reverse(to, args=[refund.ref]), {"text": text, "to": "ada@customer.example", **fields})

    return press


@pytest.fixture
def offered(client, refund):
    return lambda: client.get(reverse("case-promises-offered", args=[refund.ref])).content.decode()


def asked(page):
    return re.search(r'name="asked" value="([\w ]+)"', page)[1]


def replies(refund):
    return Message.objects.filter(case=refund, kind="reply")


def test_it_comes_back_once_with_why_and_what_to_say_instead(send, refund):
    again = send()
    assert again.status_code == 422
    shown = unescape(again.content.decode())
    for words in ("this shifts the blame", "The customer bought from us", "it is ours to put right", BLAMES):
        assert words in shown, words
    assert not replies(refund).exists()
    assert send(asked=asked(shown)).status_code == 302
    assert replies(refund).get().text == BLAMES


def test_pointed_out_while_writing_it_does_not_stop_the_reply(send, refund, offered):
    send(to="case-draft", kind="reply")
    shown = offered()
    assert "This shifts the blame" in shown
    assert send(asked=asked(shown)).status_code == 302


def test_other_words_are_pointed_out_anew(send, refund):
    first = asked(send().content.decode())
    assert send("It was your own fault.", asked=first).status_code == 422


def test_a_promise_and_blame_come_back_together_and_only_once(send, refund):
    again = send(f"{BLAMES} {PROMISES}").content.decode()
    assert "do you promise this?" in again
    assert "this shifts the blame" in again
    assert send(f"{BLAMES} {PROMISES}", asked=asked(again)).status_code == 302


def test_what_was_asked_is_remembered_with_the_draft(send, offered):
    again = asked(send(f"{BLAMES} {PROMISES}").content.decode())
    send(f"{BLAMES} {PROMISES} Bea", to="case-draft", kind="reply", asked=again)
    assert set(again.split()) <= set(asked(offered()).split())


def test_our_own_fault_and_notes_are_left_alone(send, refund, offered):
    assert send("It is our fault, and I am sorry.").status_code == 302
    assert send(to="case-notes", kind="note").status_code == 302
    send(to="case-draft", kind="note")
    assert "shifts the blame" not in offered()
