"""A reply whose answer is awaited: the case sleeps until then, comes back with the reason, and rests once they have written."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, Draft
from makegood.cases.words import Words
from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.promises import actions as promises

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture
def quiet(refund, bea, now):
    """Nothing is owed in it any more."""
    promises.excuse_all(about=refund.ref, reason="other", by=bea.key, at=now)
    cases.refresh_clock([refund.ref])
    return refund


def reply(case, bea, at, *, days=3, undo=0, **more):
    until = at + days * DAY if days else None
    return cases.reply(case, Answer(text="Which order?", awaited_until=until, undo_seconds=undo, **more), by=bea, at=at)


def happened(case, *names):
    return list(Event.objects.about(case.ref).filter(name__in=names).order_by("id").values_list("name", flat=True))


def test_unanswered_it_comes_back_at_its_time_with_the_reason(quiet, bea, now):
    reply(quiet, bea, now)
    assert Case.objects.snoozed().get() == quiet
    assert (cases.miss_due(at=now + 3 * DAY - HOUR), cases.return_due(at=now + 3 * DAY - HOUR)) == (0, 0)
    assert cases.return_due(at=now + 3 * DAY) == 1
    assert cases.miss_due(at=now + 3 * DAY) == 0
    back = Case.objects.in_work().get()
    assert (back.awaited_since, back.returned_at) == (now, now + 3 * DAY)
    assert happened(quiet, "answer.missed", "case.returned") == ["answer.missed"]


def test_what_a_promise_brought_back_before_is_told_of_all_the_same(quiet, bea, now):
    reply(quiet, bea, now)
    cases.promise(quiet, words="I will call", due_at=now + DAY, by=bea, at=now)
    assert cases.return_due(at=now + 23 * HOUR) == 1
    assert cases.miss_due(at=now + 3 * DAY) == 1
    assert happened(quiet, "answer.missed", "case.returned") == ["case.returned", "answer.missed"]


def test_their_answer_ends_the_waiting(quiet, ada, bea, now):
    reply(quiet, bea, now)
    cases.add_words(quiet, customer=ada, words=Words(text="1815"), channel="email", at=now + DAY)
    assert cases.miss_due(at=now + 9 * DAY) == 0
    assert Case.objects.get().awaited_since is None


def test_an_automatic_answer_is_none(quiet, bea, now):
    reply(quiet, bea, now)
    cases.add_automatic(quiet, kind="filed", words=Words(text="I am away."), channel="email", at=now + DAY)
    assert cases.miss_due(at=now + 3 * DAY) == 1


def test_nothing_is_awaited_before_the_reply_has_left_and_taken_back_its_time_stands_in_the_draft(quiet, bea, now):
    held = reply(quiet, bea, now, undo=10)
    assert Case.objects.in_work().get().awaited_until is None
    assert cases.undo(held, by=bea, at=now)
    assert Draft.objects.get().fields["awaited-when"]
    assert Case.objects.get().awaited_until is None


def test_words_that_came_in_the_undo_time_need_no_waiting(quiet, ada, bea, now):
    reply(quiet, bea, now, undo=10)
    cases.add_words(quiet, customer=ada, words=Words(text="1815"), channel="email", at=now + dt.timedelta(seconds=5))
    cases.release_due(at=now + dt.timedelta(seconds=10))
    assert Case.objects.in_work().get().awaited_until is None


def test_a_reply_that_did_not_arrive_has_asked_nobody(quiet, bea, now):
    sent = reply(quiet, bea, now)
    cases.mark_failed(sent, reason="bounce", explanation="no such mailbox", at=now + HOUR)
    assert Case.objects.in_work().get().awaited_until is None


@pytest.mark.parametrize(("writes", "missed"), [(False, 1), (True, 0)])
def test_one_that_arrives_after_all_awaits_its_answer_unless_they_have_written(quiet, ada, bea, now, writes, missed):
    sent = reply(quiet, bea, now)
    cases.mark_failed(sent, reason="unsent", explanation="the server is down", at=now + HOUR)
    if writes:
        cases.add_words(quiet, customer=ada, words=Words(text="And?"), channel="email", at=now + 2 * HOUR)
    cases.mark_delivered(sent, at=now + 3 * HOUR, again=True)
    assert Case.objects.get().state == ("waiting" if writes else "pending")
    assert cases.miss_due(at=now + 3 * DAY) == missed


def test_a_further_reply_takes_the_time_along_and_ends_what_was_missed(quiet, bea, now):
    reply(quiet, bea, now)
    reply(quiet, bea, now + DAY, days=0)
    assert Case.objects.get().awaited_until == now + 3 * DAY
    cases.miss_due(at=now + 3 * DAY)
    reply(quiet, bea, now + 4 * DAY, days=0)
    assert Case.objects.get().awaited_since is None


@pytest.mark.parametrize(("days", "missed"), [(0, 3), (9, 3), (1, 1)])
def test_merged_the_earlier_time_counts(quiet, hale, ada, bea, now, days, missed):
    words = Words(text="Again", sender="ada@customer.example")
    other, _said = cases.open_case(brand=hale, customer=ada, subject="?", words=words, channel="email", at=now)
    promises.excuse_all(about=other.ref, reason="other", by=bea.key, at=now)
    reply(other, bea, now, days=days)
    reply(quiet, bea, now + HOUR)
    cases.merge(quiet, into=other, by=bea, at=now + 2 * HOUR)
    waits = Case.objects.get(pk=other.pk)
    since = now + HOUR if missed == 3 else now
    assert (waits.awaited_since, waits.awaited_until) == (since, since + missed * DAY)


def test_awaited_afterwards_and_no_longer(quiet, bea, now):
    with pytest.raises(Refusal, match="customer waits for us"):
        cases.snooze(quiet, until=now + DAY, for_answer=True, by=bea, at=now)
    reply(quiet, bea, now, days=0)
    cases.snooze(quiet, until=now + 2 * DAY, for_answer=True, by=bea, at=now + HOUR)
    assert Case.objects.get().awaited_since == now
    cases.wake(quiet, by=bea, at=now + DAY)
    assert cases.miss_due(at=now + 9 * DAY) == 0
    assert happened(quiet, "case.woken", "answer.not_awaited") == ["answer.not_awaited", "case.woken"]


def test_a_reply_that_resolves_or_comes_afterwards_awaits_nothing(quiet, bea, now):
    with pytest.raises(Refusal, match="resolves"):
        reply(quiet, bea, now, resolves=True)
    cases.resolve(quiet, by=bea, at=now)
    with pytest.raises(Refusal, match="in work"):
        reply(quiet, bea, now)
    with pytest.raises(Refusal, match="in work"):
        reply(quiet, bea, now, days=0, snooze_days=9)


def test_what_leaves_too_late_awaits_nothing(quiet, bea, now):
    answer = Answer(text="Which order?", awaited_until=now + DAY)
    with pytest.raises(Refusal, match="Wait longer"):
        cases.plan(quiet, answer, leaves_at=now + 2 * DAY, by=bea, at=now)
    planned = cases.plan(quiet, answer, leaves_at=now + HOUR, by=bea, at=now)
    with pytest.raises(Refusal, match="Wait longer"):
        cases.put_off(planned, leaves_at=now + 2 * DAY, by=bea, at=now)
    cases.leave_due(at=now + 2 * DAY)
    assert cases.miss_due(at=now + 2 * DAY) == 0
