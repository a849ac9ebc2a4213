"""What Bea promises in passing is offered while she writes, asked about once, and owed when she says so."""

import datetime as dt
import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Draft, Message
from makegood.cases.offers import key_of
from makegood.promises.models import Commitment, State
from makegood.staff import actions as staff

SAID = "I will call you tomorrow at 10."
TEXT = f"Dear Ada,\r\n\r\nI am sorry. {SAID}\r\n\r\nBea"
KEY = key_of(SAID)
ASKS = "do you promise this?"


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def send(at_desk, refund):
    def press(text=TEXT, to="case-replies", **fields):
        return at_desk.post(reverse(to, args=[refund.ref]), {"text": text, "to": "ada@customer.example", **fields})

    return press


def due(hours=24):
    return timezone.localtime(timezone.now() + dt.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")


def accept(**fields):
    typed = {"decision": "accept", "words": SAID, "due": due(), **fields}
    return {f"promise-{KEY}-{name}": value for name, value in typed.items()}


def declined():
    return {f"promise-{KEY}-decision": "decline", f"promise-{KEY}-words": SAID}


def replies(refund):
    return Message.objects.filter(case=refund, kind="reply")


def promised(refund):
    return Commitment.objects.about(refund.ref).filter(key="own-words")


def test_a_draft_that_promises_has_its_promise_offered_with_the_time_it_is_due(at_desk, refund, send):
    send(to="case-draft", kind="reply")
    shown = at_desk.get(reverse("case-promises-offered", args=[refund.ref])).content.decode()
    assert SAID in shown
    assert f'name="promise-{KEY}-decision"' in shown
    assert re.search(r'value="\d{4}-\d\d-\d\dT10:00"', shown)
    assert 'name="asked"' not in shown
    assert SAID in at_desk.get(reverse("case", args=[refund.ref])).content.decode()


def test_a_draft_that_promises_nothing_offers_nothing(at_desk, refund, send):
    send("Thank you for your words.", to="case-draft", kind="reply")
    assert "offer__" not in at_desk.get(reverse("case-promises-offered", args=[refund.ref])).content.decode()


def test_pressed_with_an_open_promise_the_words_come_back_once_and_nothing_typed_is_lost(send, refund):
    again = send(cc="mira@customer.example")
    assert again.status_code == 422
    shown = unescape(again.content.decode())
    assert ASKS in shown
    assert "I am sorry. " + SAID in shown
    assert "mira@customer.example" in shown
    assert not replies(refund).exists()
    asked = re.findall(r'name="asked" value="(\w+)"', shown)
    assert asked == [KEY]
    assert send(asked=asked).status_code == 302
    assert replies(refund).count() == 1
    cases.release_due(at=timezone.now() + dt.timedelta(minutes=2))
    assert not promised(refund).exists()


def test_a_new_promise_is_asked_about_although_another_was(send, refund):
    assert send("We will refund you by Friday.", asked=[KEY]).status_code == 422


def test_what_is_accepted_is_owed_when_the_reply_leaves(send, refund, bea):
    by = due(30)
    assert send(**accept(due=by, words="I will call you.")).status_code == 302
    assert not promised(refund).exists()
    cases.release_due(at=timezone.now() + dt.timedelta(minutes=2))
    made = promised(refund).get()
    assert (made.words, made.promised_by) == ("I will call you.", bea)
    assert timezone.localtime(made.due_at).strftime("%Y-%m-%dT%H:%M") == by


def test_what_is_declined_is_not_asked_about(send, refund, at_desk):
    send(to="case-draft", kind="reply", **declined())
    shown = at_desk.get(reverse("case-promises-offered", args=[refund.ref])).content.decode()
    assert re.search(r'value="decline" checked', shown)
    assert "data-announce" not in shown
    assert send(**declined()).status_code == 302
    cases.release_due(at=timezone.now() + dt.timedelta(minutes=2))
    assert not promised(refund).exists()


@pytest.mark.parametrize("wrong", [{"due": "2020-01-01T10:00"}, {"due": ""}, {"words": " "}, {"due": "soon"}])
def test_a_promise_without_words_or_time_ahead_comes_back_with_its_mistake(send, refund, wrong):
    again = send(**accept(**wrong))
    assert again.status_code == 422
    assert 'data-state="wrong"' in again.content.decode()
    assert not replies(refund).exists()


def test_accepted_words_that_are_no_longer_there_promise_nothing(send, refund):
    assert send("I am sorry.", **accept()).status_code == 302
    cases.release_due(at=timezone.now() + dt.timedelta(minutes=2))
    assert not promised(refund).exists()


def test_undone_the_decision_is_back_with_the_words(send, refund, at_desk):
    send(**accept())
    at_desk.post(reverse("reply-undo", args=[refund.ref, replies(refund).get().pk]))
    shown = at_desk.get(reverse("case", args=[refund.ref])).content.decode()
    assert re.search(r'value="accept" checked', shown)


def test_a_note_of_a_call_is_asked_about_and_promises_at_once(send, refund):
    assert send(to="case-notes", kind="note").status_code == 422
    assert send(to="case-notes", kind="note", **accept()).status_code == 302
    assert promised(refund).get().words == SAID


def test_the_customers_clock_is_told_where_it_differs(send, refund, at_desk, bea, now):
    staff.edit_profile(bea, name="Bea", language="en", timezone="Asia/Tokyo", undo_seconds=10, by=bea.key, at=now)
    send(to="case-draft", kind="reply")
    shown = at_desk.get(reverse("case-promises-offered", args=[refund.ref])).content.decode()
    assert "10 a.m. where Ada Byron is" in shown
    assert re.search(r'value="\d{4}-\d\d-\d\dT1[89]:00"', shown)


def test_only_so_many_fields_of_offers_are_kept_with_a_draft(send, refund, bea):
    send(to="case-draft", kind="reply", **{f"promise-{n}-words": "x" for n in range(500)})
    kept = Draft.objects.get(case=refund, staff=bea).fields
    assert len([name for name in kept if name.startswith("promise-")]) < 60


def test_something_is_promised_by_hand(at_desk, refund, bea):
    made = at_desk.post(reverse("case-promises", args=[refund.ref]), {"words": "A new lamp", "due": due()})
    one = promised(refund).get()
    assert made["Location"].endswith(f"#p-{one.pk}")
    shown = at_desk.get(reverse("case", args=[refund.ref])).content.decode()
    assert "A new lamp" in shown
    assert "Bea promised: A new lamp" in unescape(shown)


def test_a_promise_by_hand_without_a_time_ahead_is_told(at_desk, refund):
    again = at_desk.post(
        reverse("case-promises", args=[refund.ref]), {"words": "A new lamp", "due": "2020-01-01T10:00"}
    )
    assert again.status_code == 422
    assert "has gone by" in again.content.decode()
    assert 'value="A new lamp"' in again.content.decode()


@pytest.fixture
def lamp(refund, bea):
    at = timezone.now()
    return cases.promise(refund, words="A new lamp", due_at=at + dt.timedelta(hours=1), by=bea, at=at)


def test_done_keeps_it_and_undo_takes_that_back(at_desk, refund, lamp, client, ada):
    at_desk.post(reverse("promise-keeping", args=[refund.ref, lamp.pk]))
    lamp.refresh_from_db()
    assert lamp.state == State.KEPT
    shown = at_desk.get(reverse("case-parts", args=[refund.ref]) + "?part=facts").content.decode()
    assert reverse("promise-undo", args=[refund.ref, lamp.pk]) in shown
    at_desk.post(reverse("promise-undo", args=[refund.ref, lamp.pk]))
    lamp.refresh_from_db()
    assert lamp.state == State.OPEN
    shown = at_desk.get(reverse("case", args=[refund.ref])).content.decode()
    assert "Bea took back that it was done: A new lamp" in unescape(shown)


def test_an_excuse_is_given_on_the_page_that_explains(at_desk, refund, lamp):
    page = reverse("case-promise", args=[refund.ref, lamp.pk])
    assert "Excuse it" in at_desk.get(page).content.decode()
    wrong = at_desk.post(reverse("promise-excuse", args=[refund.ref, lamp.pk]), {"reason": "other"})
    assert wrong.status_code == 422
    assert "Say the reason" in wrong.content.decode()
    at_desk.post(reverse("promise-excuse", args=[refund.ref, lamp.pk]), {"reason": "other", "words": "It was found."})
    lamp.refresh_from_db()
    assert lamp.state == State.EXCUSED
    shown = at_desk.get(page).content.decode()
    assert "It was found." in shown
    assert "Excused by Bea" in shown


def test_a_broken_promise_is_excused_by_a_lead_alone(at_desk, refund, lamp, cleo):
    Commitment.objects.filter(pk=lamp.pk).update(state=State.BROKEN, settled_at=lamp.due_at)
    address = reverse("promise-excuse", args=[refund.ref, lamp.pk])
    assert at_desk.post(address, {"reason": "not-needed"}).status_code == 403
    at_desk.force_login(cleo)
    assert at_desk.post(address, {"reason": "not-needed"}).status_code == 302
    lamp.refresh_from_db()
    assert lamp.state == State.EXCUSED


def test_what_facts_keep_has_no_button(at_desk, refund):
    reply = Commitment.objects.about(refund.ref).get(key="first-reply")
    assert at_desk.post(reverse("promise-keeping", args=[refund.ref, reply.pk])).status_code == 404
    assert "Excuse it" not in at_desk.get(reverse("case-promise", args=[refund.ref, reply.pk])).content.decode()


def test_words_of_many_promises_cost_no_more_questions(at_desk, refund, bea, django_assert_max_num_queries):
    at = timezone.now()
    for n in range(20):
        cases.promise(refund, words=f"Lamp {n}", due_at=at + dt.timedelta(hours=1 + n), by=bea, at=at)
    address = reverse("case", args=[refund.ref])
    at_desk.get(address)  # that she looked is noted once
    with django_assert_max_num_queries(29):
        assert "Lamp 19" in at_desk.get(address).content.decode()
