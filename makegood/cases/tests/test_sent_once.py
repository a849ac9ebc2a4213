"""What is sent twice is written once; what was written without having read a colleague's answer waits."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases import search
from makegood.cases.actions.replying import Answer, StaleReply
from makegood.cases.models import Case, Delivery, Message

MINUTE = dt.timedelta(minutes=1)


def replies(case):
    return Message.objects.filter(case=case, kind="reply").exclude(delivery=Delivery.UNDONE)


def test_a_form_that_comes_twice_writes_one_reply(refund, bea, now):
    answer = Answer(text="It left us today.", begun_at=now, seen_until=now)
    first = cases.reply(refund, answer, by=bea, at=now + MINUTE)
    assert cases.reply(refund, answer, by=bea, at=now + 2 * MINUTE) == first
    assert replies(refund).count() == 1


def test_the_same_words_from_another_page_are_another_reply(refund, bea, cleo, now):
    cases.reply(refund, Answer(text="Thanks.", begun_at=now), by=bea, at=now + MINUTE)
    cases.reply(refund, Answer(text="Thanks.", begun_at=now + 2 * MINUTE), by=bea, at=now + 3 * MINUTE)
    cases.reply(refund, Answer(text="Thanks.", begun_at=now), by=cleo, at=now + 3 * MINUTE)
    assert replies(refund).count() == 3


def test_what_was_taken_back_is_sent_again(refund, bea, now):
    answer = Answer(text="It left us today.", begun_at=now)
    cases.undo(cases.reply(refund, answer, by=bea, at=now + MINUTE), by=bea, at=now + MINUTE)
    cases.reply(refund, answer, by=bea, at=now + 2 * MINUTE)
    assert replies(refund).count() == 1


def test_a_plan_and_a_note_come_once_too(refund, bea, now):
    answer = Answer(text="Has it come?", begun_at=now)
    for _time in range(2):
        cases.plan(refund, answer, leaves_at=now + 60 * MINUTE, by=bea, at=now + MINUTE)
        cases.note(refund, text="Ask the bank.", begun_at=now, by=bea, at=now + MINUTE)
    assert Message.objects.filter(case=refund, staff=bea).count() == 2


def test_whoever_has_not_read_a_colleague_s_answer_reads_it_first(refund, bea, cleo, now):
    cases.reply(refund, Answer(text="Yes, we refund it."), by=bea, at=now + MINUTE)
    with pytest.raises(StaleReply) as stopped:
        cases.reply(refund, Answer(text="No, we do not.", seen_until=now), by=cleo, at=now + 2 * MINUTE)
    assert [one.text for one in stopped.value.newer] == ["Yes, we refund it."]
    cases.reply(refund, Answer(text="More of it.", seen_until=now), by=bea, at=now + 2 * MINUTE)
    cases.reply(refund, Answer(text="I agree.", seen_until=now + 2 * MINUTE), by=cleo, at=now + 3 * MINUTE)


def test_what_a_colleague_took_back_or_sends_later_stops_nobody(refund, bea, cleo, now):
    cases.undo(cases.reply(refund, Answer(text="Oops"), by=bea, at=now + MINUTE), by=bea, at=now + MINUTE)
    cases.plan(refund, Answer(text="Later"), leaves_at=now + 60 * MINUTE, by=bea, at=now + MINUTE)
    cases.reply(refund, Answer(text="Here it is.", seen_until=now), by=cleo, at=now + 2 * MINUTE)


def test_words_that_were_taken_back_are_not_found(refund, bea, now):
    for text in ("xylophone", "zither"):
        assert not search.find(Case.objects.all(), text).cases
    cases.undo(cases.reply(refund, Answer(text="A xylophone."), by=bea, at=now), by=bea, at=now)
    planned = cases.plan(refund, Answer(text="A zither."), leaves_at=now + 60 * MINUTE, by=bea, at=now)
    assert search.find(Case.objects.all(), "zither").cases
    cases.withdraw(planned, by=bea, at=now)
    for text in ("xylophone", "zither"):
        assert not search.find(Case.objects.all(), text).cases
    assert search.find(Case.objects.all(), "refund").cases
