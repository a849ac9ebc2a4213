"""A reply that leaves later keeps its promise when it leaves, and does not leave when the customer was faster."""

import datetime as dt

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer, StaleReply
from makegood.cases.models import Delivery, Draft, Message, MessageKind, PlannedReply, Shelf
from makegood.cases.offers import Decision
from makegood.cases.words import Words
from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing
from makegood.clockwork import following
from makegood.events.refusals import Refusal
from makegood.promises.models import Commitment

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def planned(refund, bea, now):
    return cases.plan(refund, Answer(text="Has it come?"), leaves_at=now + HOUR, by=bea, at=now)


def first_reply(case):
    return Commitment.objects.about(case.ref).get(key="first-reply")


def left(case):
    return case.messages.for_customer().filter(kind=MessageKind.REPLY)


def test_it_leaves_once_at_its_time_and_keeps_the_promise_then(planned, refund, now):
    assert cases.leave_due(at=now + HOUR - dt.timedelta(seconds=1)) == 0
    assert not left(refund).exists()
    assert first_reply(refund).state == "open"
    assert cases.leave_due(at=now + HOUR) == 1
    assert cases.leave_due(at=now + HOUR) == 0
    assert left(refund).get().at == now + HOUR
    assert (first_reply(refund).state, first_reply(refund).settled_at) == ("kept", now + HOUR)
    refund.refresh_from_db()
    assert refund.state == "pending"


def test_it_is_one_mail(planned, refund, hale, now):
    email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)
    cases.leave_due(at=now + HOUR)
    while following.work(at=timezone.now()):
        pass
    assert Outgoing.objects.filter(message=planned).count() == 1


def test_newer_words_stop_it_and_its_author_is_told(planned, refund, ada, hale, bea, now):
    email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)
    words = Words(text="Never mind!", sender="ada@customer.example")
    cases.add_words(refund, customer=ada, words=words, channel="email", at=now + HOUR / 2)
    assert cases.leave_due(at=now + HOUR) == 0
    assert not left(refund).exists()
    assert Draft.objects.get(case=refund, staff=bea).text == "Has it come?"
    assert PlannedReply.objects.returned().get().staff == bea
    while following.work(at=timezone.now()):
        pass
    assert "the customer wrote" in Outgoing.objects.get(identifier__contains="returned").text
    cases.mark_seen(refund, by=bea, at=now + HOUR)
    assert not PlannedReply.objects.returned().exists()


def test_words_that_came_another_way_stop_it_at_the_latest_when_it_would_leave(planned, refund, ada, hale, now):
    words = Words(text="By the way", sender="ada@customer.example")
    other, _said = cases.open_case(
        brand=hale, customer=ada, subject="?", words=words, channel="email", at=now + HOUR / 2
    )
    cases.merge(other, into=refund, by=planned.staff, at=now + HOUR / 2)
    cases.leave_due(at=now + HOUR)
    assert not left(refund).exists()


@pytest.mark.parametrize("shelve", [cases.junk, cases.delete])
def test_nothing_leaves_from_a_case_nobody_works_on(planned, refund, bea, now, shelve):
    shelve(refund, by=bea, at=now)
    cases.leave_due(at=now + HOUR)
    refund.refresh_from_db()
    assert refund.shelf != Shelf.NONE
    assert not left(refund).exists()


def test_taken_back_its_words_and_time_are_a_draft_and_it_never_leaves(planned, refund, bea, now):
    assert cases.withdraw(planned, by=bea, at=now)
    assert not cases.withdraw(planned, by=bea, at=now)
    draft = Draft.objects.get(case=refund, staff=bea)
    assert draft.text == "Has it come?"
    assert draft.fields["when"] == "2026-06-01 11:00"
    cases.leave_due(at=now + HOUR)
    assert Message.objects.get(pk=planned.pk).delivery == Delivery.UNDONE


def test_put_off_it_leaves_at_the_new_time_alone(planned, refund, bea, now):
    assert cases.put_off(planned, leaves_at=now + 2 * HOUR, by=bea, at=now)
    assert cases.leave_due(at=now + HOUR) == 0
    assert cases.leave_due(at=now + 2 * HOUR) == 1
    assert not cases.put_off(planned, leaves_at=now + 5 * HOUR, by=bea, at=now + 3 * HOUR)


def test_sent_now_it_can_be_undone_as_any_other(planned, refund, bea, now):
    assert cases.send_now(planned, by=bea, at=now)
    planned.refresh_from_db()
    assert planned.delivery == Delivery.HELD
    cases.release_due(at=now + HOUR)
    assert left(refund).count() == 1


def test_what_it_promises_must_lie_behind_its_time(refund, bea, now):
    friday = Decision(key="k", words="I will call on Friday.", due_at=now + HOUR)
    with pytest.raises(Refusal, match="due before it leaves"):
        cases.plan(refund, Answer(text="x", decisions=(friday,)), leaves_at=now + 2 * HOUR, by=bea, at=now)
    with pytest.raises(Refusal, match="gone by"):
        cases.plan(refund, Answer(text="x"), leaves_at=now, by=bea, at=now)


def test_a_stale_reply_is_not_planned(refund, ada, bea, now):
    words = Words(text="And?", sender="ada@customer.example")
    cases.add_words(refund, customer=ada, words=words, channel="email", at=now + HOUR)
    with pytest.raises(StaleReply):
        cases.plan(refund, Answer(text="x", seen_until=now), leaves_at=now + 3 * HOUR, by=bea, at=now + HOUR)


@pytest.mark.parametrize("put_away", [cases.junk, cases.delete])
def test_from_a_case_that_was_put_away_nothing_is_sent_now(planned, refund, cleo, now, put_away):
    put_away(refund, by=cleo, at=now)
    with pytest.raises(Refusal, match="takes no more words"):
        cases.send_now(planned, by=cleo, at=now + HOUR / 2)
    planned.refresh_from_db()
    assert planned.delivery == Delivery.LATER


def test_what_promises_a_time_that_has_gone_by_is_not_sent_now(refund, bea, now):
    answer = Answer(text="By ten.", why_due_at=now + 2 * HOUR)
    planned = cases.plan(refund, answer, leaves_at=now + HOUR, by=bea, at=now)
    with pytest.raises(Refusal, match="gone by"):
        cases.send_now(planned, by=bea, at=now + 3 * HOUR)
