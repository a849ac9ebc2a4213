"""A snoozed case is on nobody's list, comes back by itself, and sleeps through no promise and no customer's word."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case
from makegood.cases.words import Words
from makegood.conftest import person
from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.promises import actions as promises
from makegood.promises import standing
from makegood.promises.models import Commitment
from makegood.staff.models import Role

MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture
def quiet(refund, bea, now):
    """Nothing is owed in it any more."""
    promises.excuse_all(about=refund.ref, reason="other", by=bea.key, at=now)
    cases.refresh_clock([refund.ref])
    refund.refresh_from_db()
    return refund


def in_work(case):
    return Case.objects.in_work().filter(pk=case.pk).exists()


def returned(case):
    told = Event.objects.about(case.ref).filter(name="case.returned")
    return [event.data["reason"] for event in told.order_by("id")]


def promise(case, bea, now, due_at):
    return cases.promise(case, words="I will call you", due_at=due_at, by=bea, at=now)


def test_it_leaves_the_lists_and_comes_back_at_its_time(quiet, bea, now):
    cases.snooze(quiet, until=now + DAY, by=bea, at=now)
    assert not in_work(quiet)
    assert Case.objects.snoozed().get() == quiet
    assert Case.objects.unfinished().get() == quiet
    assert cases.return_due(at=now + DAY - MINUTE) == 0
    assert cases.return_due(at=now + DAY) == 1
    assert in_work(quiet)
    assert returned(quiet) == ["snooze-over"]
    quiet.refresh_from_db()
    assert (quiet.snoozed_until, quiet.returns_at, quiet.returned_at) == (None, None, now + DAY)
    assert cases.return_due(at=now + 2 * DAY) == 0


def test_it_is_back_an_hour_before_a_promise_that_is_due_earlier(quiet, bea, now):
    promise(quiet, bea, now, now + 5 * HOUR)
    cases.snooze(quiet, until=now + DAY, by=bea, at=now)
    quiet.refresh_from_db()
    assert (quiet.returns_at, quiet.snoozed_until) == (now + 4 * HOUR, now + DAY)
    assert cases.return_due(at=now + 4 * HOUR) == 1
    assert returned(quiet) == ["snooze-promise"]
    assert Commitment.objects.about(quiet.ref).get(key="own-words").state == "open"


def test_what_is_promised_while_it_sleeps_brings_it_back_too(quiet, bea, now):
    cases.snooze(quiet, until=now + 9 * DAY, by=bea, at=now)
    promise(quiet, bea, now, now + DAY)
    quiet.refresh_from_db()
    assert quiet.returns_at == now + DAY - HOUR


def test_what_is_done_lets_it_sleep_on(quiet, bea, now):
    promised = promise(quiet, bea, now, now + DAY)
    cases.snooze(quiet, until=now + 9 * DAY, by=bea, at=now)
    cases.keep_promise(quiet, promised, by=bea, at=now)
    quiet.refresh_from_db()
    assert quiet.returns_at == now + 9 * DAY


def test_a_promise_that_is_broken_already_hinders_nobody(quiet, bea, now):
    promise(quiet, bea, now, now + HOUR)
    promises.settle_due(at=now + 2 * HOUR)
    cases.snooze(quiet, until=now + DAY, by=bea, at=now + 2 * HOUR)
    quiet.refresh_from_db()
    assert quiet.returns_at == now + DAY


def test_a_promise_due_within_the_hour_is_kept_first(quiet, bea, now):
    promise(quiet, bea, now, now + HOUR - MINUTE)
    with pytest.raises(Refusal, match="within the hour"):
        cases.snooze(quiet, until=now + DAY, by=bea, at=now)
    cases.snooze(quiet, until=now + 20 * MINUTE, by=bea, at=now)
    assert not in_work(quiet)


def test_the_customers_word_brings_it_back_at_once(quiet, ada, bea, now):
    cases.snooze(quiet, until=now + DAY, by=bea, at=now)
    cases.add_words(quiet, customer=ada, words=Words(text="And?"), channel="email", at=now + HOUR)
    assert in_work(quiet)
    assert returned(quiet) == ["snooze-words"]


def test_whoever_is_given_it_sees_it(quiet, bea, cleo, hale, support, now):
    cases.snooze(quiet, until=now + DAY, by=bea, at=now)
    cases.assign(quiet, owner=bea, by=bea, at=now)
    assert not in_work(quiet)
    cases.assign(quiet, owner=cleo, by=bea, at=now)
    assert in_work(quiet)


def test_somebody_brings_it_back_now(quiet, bea, now):
    cases.snooze(quiet, until=now + DAY, by=bea, at=now)
    cases.wake(quiet, by=bea, at=now + HOUR)
    cases.wake(quiet, by=bea, at=now + HOUR)
    assert in_work(quiet)
    assert Event.objects.about(quiet.ref).filter(name="case.woken").count() == 1


@pytest.mark.parametrize("verb", [cases.resolve, cases.junk, cases.delete])
def test_what_nobody_works_on_does_not_come_back(quiet, bea, now, verb):
    cases.snooze(quiet, until=now + DAY, by=bea, at=now)
    verb(quiet, by=bea, at=now)
    assert cases.return_due(at=now + 2 * DAY) == 0
    with pytest.raises(Refusal):
        cases.snooze(quiet, until=now + 3 * DAY, by=bea, at=now)


def test_a_reply_snoozes_when_it_leaves_and_keeps_the_promise_first(refund, bea, now):
    at = standing.first_open(refund.ref) - MINUTE
    resting = Answer(text="Wait and see.", snooze_days=9, undo_seconds=10)
    held = cases.reply(refund, resting, by=bea, at=at)
    assert cases.undo(held, by=bea, at=at)
    assert in_work(refund)
    cases.plan(refund, resting, leaves_at=at + MINUTE / 2, by=bea, at=at)
    assert in_work(refund)
    cases.leave_due(at=at + MINUTE / 2)
    assert Case.objects.snoozed().get().snoozed_until == at + MINUTE / 2 + 9 * DAY


def test_a_reply_leaves_though_a_promise_lets_its_case_not_rest(quiet, bea, now):
    promise(quiet, bea, now, now + HOUR - MINUTE)
    sent = cases.reply(quiet, Answer(text="Soon.", snooze_days=9, undo_seconds=0), by=bea, at=now)
    assert quiet.messages.for_customer().filter(pk=sent.pk).exists()
    assert in_work(quiet)


def test_a_time_gone_by_is_refused(quiet, bea, now):
    with pytest.raises(Refusal, match="gone by"):
        cases.snooze(quiet, until=now, by=bea, at=now)


@pytest.fixture
def second(hale, ada, bea, now):
    found, _message = cases.open_case(
        brand=hale, customer=ada, subject="Again", words=Words(text="x"), channel="email", at=now
    )
    promises.excuse_all(about=found.ref, reason="other", by=bea.key, at=now)
    cases.refresh_clock([found.ref])
    return found


def test_merged_with_one_in_work_it_is_in_work(quiet, second, bea, now):
    cases.snooze(quiet, until=now + DAY, by=bea, at=now)
    cases.merge(second, into=quiet, by=bea, at=now)
    assert in_work(quiet)
    assert returned(quiet) == ["snooze-merged"]


def test_merged_while_both_sleep_the_earlier_time_counts(quiet, second, bea, now):
    cases.snooze(quiet, until=now + 2 * DAY, by=bea, at=now)
    cases.snooze(second, until=now + DAY, by=bea, at=now)
    cases.merge(second, into=quiet, by=bea, at=now)
    assert Case.objects.snoozed().get().returns_at == now + DAY


def test_what_is_split_off_is_in_work_and_the_rest_sleeps_on(quiet, ada, bea, now):
    first = quiet.messages.get()
    cases.note(quiet, text="Two things.", by=bea, at=now)
    cases.snooze(quiet, until=now + DAY, by=bea, at=now)
    new = cases.split(first.case, [first], customer=ada, by=bea, at=now)
    assert in_work(new)
    assert not in_work(quiet)


def test_an_offered_case_is_seen_by_whoever_may_accept_it(quiet, bea, hale, support, now):
    tom = person("Tom", Role.AGENT, [support], now)
    cases.snooze(quiet, until=now + DAY, by=bea, at=now)
    cases.hand_over(quiet, owner=tom, team=support, reason="You know it.", by=bea, at=now)
    assert in_work(quiet)
