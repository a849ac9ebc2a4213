"""Both tell how they see a case; the owner sees the customer's answer before it counts."""

import datetime as dt

import pytest
from django.db.models import Sum

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.models import CaseState
from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.feedback import actions as feedback
from makegood.feedback import lows
from makegood.feedback.account import Account
from makegood.feedback.models import Closing, Day
from makegood.promises.models import Commitment

DAY = dt.timedelta(days=1)
WELL, BADLY = Account("My refund", 5, True), Account("My money", 1, False)
FAIRLY = Account("A refund", 3, None)


@pytest.fixture
def resolved(refund, bea, now):
    cases.assign(refund, owner=bea, by=bea, at=now)
    return cases.resolve(refund, by=bea, at=now)


def sums():
    names = ("asked", "answered", "well", "badly", "solved", "unsolved", "compared", "differ")
    found = Day.objects.aggregate(**{name: Sum(name) for name in names})
    return {name: number for name, number in found.items() if number}


def test_asked_once_in_thirty_days_though_it_is_reopened(resolved, bea, now):
    assert feedback.ask(resolved, at=now) is not None
    assert feedback.ask(resolved, at=now) is None
    cases.reopen(resolved, by=bea, at=now + DAY)
    assert feedback.ask(resolved, at=now + DAY) is None
    cases.resolve(resolved, by=bea, at=now + 2 * DAY)
    assert feedback.ask(resolved, at=now + 2 * DAY) is None
    assert feedback.ask(resolved, at=now + 31 * DAY) is not None
    assert sums() == {"asked": 2}


def test_a_case_that_was_opened_again_is_not_asked_about(refund, now):
    assert feedback.ask(refund, at=now) is None


def test_we_say_first_and_not_any_more_once_they_have_told(resolved, bea, ada, now):
    feedback.state(resolved, Account("A refund", 4, True), by=bea, at=now)
    feedback.state(resolved, WELL, by=bea, at=now)
    feedback.answer(resolved, BADLY, by=ada, at=now)
    with pytest.raises(Refusal):
        feedback.state(resolved, Account("", 1, False), by=bea, at=now)
    closing = Closing.objects.get()
    assert (closing.ours, closing.theirs) == (WELL, BADLY)
    assert closing.differences == {"went", "solved"}


def test_not_solved_opens_it_again_and_breaks_fixed(resolved, ada, now):
    feedback.answer(resolved, BADLY, by=ada, at=now + DAY)
    resolved.refresh_from_db()
    assert resolved.state == CaseState.WAITING_FOR_US
    assert Commitment.objects.get(about=resolved.ref, key="fixed").state == "broken"


def test_solved_confirms_it_once(resolved, ada, now):
    feedback.answer(resolved, WELL, by=ada, at=now)
    feedback.answer(resolved, Account("My refund", 4, True), by=ada, at=now)
    assert Event.objects.filter(name="case.confirmed").count() == 1


def test_an_answer_counts_once_the_owner_has_looked(resolved, bea, ada, now):
    feedback.state(resolved, WELL, by=bea, at=now)
    closing = feedback.answer(resolved, BADLY, by=ada, at=now)
    assert sums() == {"asked": 1}
    assert feedback.count_ripe(at=now + DAY / 2) == 0
    assert feedback.look(closing, by=bea, at=now + DAY / 2)
    assert not feedback.look(closing, by=bea, at=now + DAY / 2)
    assert sums() == {"asked": 1, "answered": 1, "badly": 1, "unsolved": 1, "compared": 1, "differ": 1}


def test_or_a_day_after_it_was_given_and_a_changed_answer_is_counted_anew(resolved, bea, ada, now):
    feedback.state(resolved, WELL, by=bea, at=now)
    feedback.answer(resolved, BADLY, by=ada, at=now)
    assert feedback.count_ripe(at=now + DAY) == 1
    assert feedback.count_ripe(at=now + DAY) == 0
    feedback.answer(resolved, WELL, by=ada, at=now + 2 * DAY)
    assert sums() == {"asked": 1, "answered": 1, "well": 1, "solved": 1, "compared": 1}


def test_a_closed_case_takes_no_answer(resolved, ada, now):
    cases.close_due(at=now + 8 * DAY)
    with pytest.raises(Refusal):
        feedback.answer(resolved, WELL, by=ada, at=now + 8 * DAY)


def test_that_an_answer_was_low_is_still_known_when_its_words_are_erased(resolved, ada, now):
    assert not lows.is_any_low([resolved.ref])
    feedback.answer(resolved, Account("Nothing came", None, False), by=ada, at=now)
    feedback.erase_words([ada.pk])
    assert lows.is_any_low([resolved.ref])
    assert not lows.is_any_low(["C-222222"])


@pytest.fixture
def says_with(resolved, bea, now):
    """How we see the case, said with a reply that may still be taken back."""

    def say(account, *, at=now):
        reply = cases.reply(resolved, Answer(text="It left us.", resolves=True), by=bea, at=at)
        feedback.state(resolved, account, reply=reply, by=bea, at=at)
        return reply

    return say


def test_what_was_said_with_a_reply_is_taken_back_with_it(resolved, says_with, bea, now):
    reply = says_with(WELL)
    assert feedback.take_back(reply, by=bea, at=now) == WELL
    assert not Closing.objects.exists()
    assert feedback.take_back(reply, by=bea, at=now) is None
    assert Event.objects.filter(name="feedback.taken_back").count() == 1


def test_what_we_had_said_before_stands_again(resolved, says_with, bea, cleo, now):
    feedback.state(resolved, BADLY, by=cleo, at=now)
    feedback.ask(resolved, at=now)
    reply = says_with(WELL, at=now + DAY)
    feedback.take_back(reply, by=bea, at=now + DAY)
    closing = Closing.objects.get()
    assert (closing.ours, closing.stated_by) == (BADLY, cleo)
    assert sums() == {"asked": 1}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_held_replies_each_takes_its_own_account_with_it(resolved, says_with, bea, cleo, now, order):
    feedback.state(resolved, FAIRLY, by=cleo, at=now)
    said = (BADLY, WELL)
    replies = [says_with(account) for account in said]
    for number in order:
        assert feedback.take_back(replies[number], by=bea, at=now) == said[number]
    closing = Closing.objects.get()
    assert (closing.ours, closing.stated_by, closing.before) == (FAIRLY, cleo, {})


def test_a_case_that_was_asked_about_is_so_without_what_we_said(resolved, says_with, bea, now):
    feedback.ask(resolved, at=now)
    feedback.take_back(says_with(WELL), by=bea, at=now)
    assert Closing.objects.get().ours.is_empty
    assert sums() == {"asked": 1}


def test_what_we_said_anew_since_and_what_the_customer_has_seen_beside_theirs_stays(resolved, says_with, bea, ada, now):
    reply = says_with(BADLY)
    feedback.state(resolved, WELL, by=bea, at=now)
    assert feedback.take_back(reply, by=bea, at=now) is None
    reply = says_with(BADLY)
    feedback.answer(resolved, WELL, by=ada, at=now)
    assert feedback.take_back(reply, by=bea, at=now) is None
    assert Closing.objects.get().ours == BADLY


def test_what_stood_before_a_reply_is_erased_too(resolved, says_with, bea, ada, now):
    feedback.state(resolved, BADLY, by=bea, at=now)
    reply = says_with(WELL)
    feedback.erase_words([ada.pk])
    assert feedback.take_back(reply, by=bea, at=now) is None
    assert Closing.objects.get().our_need == ""


def test_events_hold_no_words(resolved, bea, ada, now):
    feedback.state(resolved, WELL, by=bea, at=now)
    feedback.answer(resolved, BADLY, by=ada, at=now)
    told = str(list(Event.objects.filter(name__startswith="feedback.").values_list("data", flat=True)))
    assert "refund" not in told
    assert "money" not in told
    feedback.erase_words([ada.pk])
    closing = Closing.objects.get()
    assert (closing.our_need, closing.their_need, closing.their_went) == ("", "", 1)
