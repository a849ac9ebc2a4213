"""A customer writes, is promised an answer, and gets it: the verbs, without any channel."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, CaseState, Delivery
from makegood.cases.words import Words
from makegood.promises import actions as promises
from makegood.promises.models import Commitment, LedgerEntry, Tally
from makegood.promises.pauses import pauses_of

HOUR, MINUTE, SECOND = dt.timedelta(hours=1), dt.timedelta(minutes=1), dt.timedelta(seconds=1)


def states(case: Case) -> dict[str, str]:
    return {one.key: one.state for one in Commitment.objects.about(case.ref)}


def due(case: Case, key: str) -> dt.datetime | None:
    return Commitment.objects.get(about=case.ref, key=key).due_at


def write(case: Case, text: str, at: dt.datetime):
    return cases.add_words(case, customer=case.customer, words=Words(text=text), channel="email", at=at)


def test_first_words_start_the_charters_promises(refund, now):
    assert states(refund) == {"acknowledged": "open", "first-reply": "open", "resolved": "open"}
    assert due(refund, "acknowledged") == now + 60 * SECOND
    assert due(refund, "first-reply") == now + 4 * HOUR
    assert due(refund, "resolved") == now + dt.timedelta(days=3)
    assert refund.next_due_at == now + 60 * SECOND


def test_a_greeting_keeps_the_first_promise_and_the_clock_shows_the_next(refund, now):
    cases.acknowledge(refund, channel="email", at=now + 2 * SECOND)
    refund.refresh_from_db()
    assert states(refund)["acknowledged"] == "kept"
    assert refund.next_due_at == now + 4 * HOUR


def test_no_greeting_to_a_robot_is_excused_and_says_why(refund, now):
    cases.withhold_greeting(refund, reason="automatic", at=now + SECOND)
    assert LedgerEntry.objects.get(kind="excused").reason == "automatic"
    assert Tally.objects.get(key="acknowledged").excused == 1


def test_a_reply_is_held_can_be_undone_and_counts_from_the_press(refund, bea, now):
    pressed = now + 4 * HOUR - 2 * SECOND
    message = cases.reply(refund, Answer(text="It left us today."), by=bea, at=pressed)
    assert message.delivery == Delivery.HELD
    assert promises.settle_due(at=pressed + 5 * SECOND) == [refund.ref], "only the acknowledgement may break meanwhile"
    assert states(refund)["first-reply"] == "open"
    assert cases.release_due(at=pressed + 10 * SECOND) == 1
    assert states(refund)["first-reply"] == "kept"
    assert Commitment.objects.get(about=refund.ref, key="first-reply").settled_at == pressed
    refund.refresh_from_db()
    assert refund.state == CaseState.WAITING_FOR_CUSTOMER
    assert refund.owner == bea


def test_an_undone_reply_returns_to_the_draft_and_holds_nothing(refund, bea, now):
    message = cases.reply(refund, Answer(text="Wrong case!"), by=bea, at=now)
    assert cases.undo(message, by=bea, at=now + SECOND)
    assert refund.drafts.get().text == "Wrong case!"
    assert cases.release_due(at=now + HOUR) == 0
    assert refund.ref in promises.settle_due(at=now + 5 * HOUR)
    assert states(refund)["first-reply"] == "broken"


def test_two_held_replies_are_taken_back_one_by_one_and_the_case_is_as_it_was(refund, bea, now):
    first, second = (
        cases.reply(refund, Answer(text=text, resolves=True, undo_seconds=seconds), by=bea, at=now + HOUR)
        for text, seconds in (("It left.", 10), ("It left us today.", 20))
    )
    assert cases.undo(first, by=bea, at=now + HOUR)
    refund.refresh_from_db()
    assert refund.owner == bea, "the second still stands"
    owed = Commitment.objects.get(about=refund.ref, key="first-reply")
    assert owed.held_until == second.release_at
    assert cases.undo(second, by=bea, at=now + HOUR)
    refund.refresh_from_db()
    owed.refresh_from_db()
    assert (refund.state, refund.owner, refund.last_at, refund.message_count) == (CaseState.NEW, None, now, 1)
    assert (owed.held_until, refund.drafts.get().text) == (None, "It left us today.\n\nIt left.")


def test_whoever_was_given_the_case_meanwhile_keeps_it(refund, bea, now):
    message = cases.reply(refund, Answer(text="It left."), by=bea, at=now)
    cases.assign(refund, owner=bea, by=bea, at=now)
    cases.undo(message, by=bea, at=now)
    refund.refresh_from_db()
    assert refund.owner == bea


def test_once_it_has_left_it_cannot_be_undone(refund, bea, now):
    message = cases.reply(refund, Answer(text="Gone."), by=bea, at=now)
    cases.release_due(at=now + MINUTE)
    assert not cases.undo(message, by=bea, at=now + MINUTE)


def test_our_reply_pauses_resolved_and_their_words_let_it_run_on(refund, bea, now):
    cases.reply(refund, Answer(text="Which order?", undo_seconds=0), by=bea, at=now + HOUR)
    assert states(refund)["resolved"] == "paused"
    write(refund, "Number 7.", now + 3 * HOUR)
    assert states(refund) == {
        "acknowledged": "broken", "first-reply": "kept", "next-reply": "open", "resolved": "open"
    }  # fmt: skip
    resolved = Commitment.objects.get(about=refund.ref, key="resolved")
    assert resolved.due_at == now + dt.timedelta(days=3) + 2 * HOUR
    assert pauses_of(resolved) == [(now + HOUR, now + 3 * HOUR)]


def test_their_second_words_start_no_second_promise_while_the_first_runs(refund, now):
    write(refund, "Hello?", now + HOUR)
    assert "next-reply" not in states(refund)


def test_nobody_answers_and_the_promise_breaks_at_its_minute_yet_stays_on_top(refund, now):
    promises.settle_due(at=now + 4 * HOUR - SECOND)
    assert states(refund)["first-reply"] == "open"
    touched = promises.settle_due(at=now + 4 * HOUR)
    cases.refresh_clock(touched)
    broken = Commitment.objects.get(about=refund.ref, key="first-reply")
    assert (broken.state, broken.settled_at, broken.owed) == ("broken", now + 4 * HOUR, True)
    refund.refresh_from_db()
    assert refund.next_due_at == now + 60 * SECOND  # the greeting never left either


def test_a_late_reply_is_done_but_does_not_mend_the_promise(refund, bea, now):
    promises.settle_due(at=now + 5 * HOUR)
    cases.reply(refund, Answer(text="Sorry.", undo_seconds=0), by=bea, at=now + 5 * HOUR)
    first = Commitment.objects.get(about=refund.ref, key="first-reply")
    assert (first.state, first.owed, first.done_at) == ("broken", False, now + 5 * HOUR)


def test_words_during_the_undo_time_start_a_promise_of_their_own(refund, bea, now):
    cases.reply(refund, Answer(text="It left us."), by=bea, at=now)
    write(refund, "Wait, one more thing", now + 5 * SECOND)
    cases.release_due(at=now + 10 * SECOND)
    refund.refresh_from_db()
    assert refund.state == CaseState.WAITING_FOR_US
    assert states(refund)["next-reply"] == "open"
    assert due(refund, "next-reply") == now + 5 * SECOND + dt.timedelta(days=1)


def test_a_newer_message_stops_a_stale_reply(refund, bea, now):
    write(refund, "Forget it, I found it.", now + MINUTE)
    with pytest.raises(cases.StaleReply) as stopped:
        cases.reply(refund, Answer(text="Where did you look?", seen_until=now), by=bea, at=now + HOUR)
    assert [message.text for message in stopped.value.newer] == ["Forget it, I found it."]


def test_thanks_after_resolved_asks_and_breaks_nothing(refund, bea, now):
    cases.resolve(refund, by=bea, at=now + HOUR)
    write(refund, "Thanks!", now + 2 * HOUR)
    refund.refresh_from_db()
    assert refund.state == CaseState.RESOLVED
    assert refund.asked_at == now + 2 * HOUR
    assert states(refund)["fixed"] == "open"
    cases.confirm(refund, by=refund.customer, at=now + 3 * HOUR)
    promises.settle_due(at=now + dt.timedelta(days=8))
    assert states(refund)["fixed"] == "kept"


def test_only_reopening_breaks_fixed(refund, bea, now):
    cases.resolve(refund, by=bea, at=now + HOUR)
    cases.reopen(refund, by=refund.customer, at=now + 2 * HOUR)
    assert states(refund)["fixed"] == "broken"
    running = Commitment.objects.about(refund.ref).running()
    assert sorted(running.values_list("key", flat=True)) == ["acknowledged", "first-reply", "resolved"]


def test_a_resolved_case_closes_after_seven_days_and_then_takes_no_words(refund, bea, now):
    cases.resolve(refund, by=bea, at=now)
    assert cases.close_due(at=now + dt.timedelta(days=7) - SECOND) == 0
    assert cases.close_due(at=now + dt.timedelta(days=7)) == 1
    with pytest.raises(ValueError, match="closed"):
        write(refund, "Again!", now + dt.timedelta(days=8))


def test_told_why_keeps_resolved_once_and_makes_a_dated_promise(refund, bea, now):
    later = now + dt.timedelta(days=10)
    cases.reply(
        refund, Answer(text="The part comes on Thursday.", why_due_at=later, undo_seconds=0), by=bea, at=now + HOUR
    )
    assert states(refund)["resolved"] == "kept"
    assert due(refund, "new-date") == later
    with pytest.raises(cases.AlreadyToldWhy):
        cases.reply(refund, Answer(text="Even later.", why_due_at=later), by=bea, at=now + 2 * HOUR)


def test_a_hard_bounce_makes_the_reply_owed_again(refund, bea, now):
    message = cases.reply(refund, Answer(text="It left us.", undo_seconds=0), by=bea, at=now + HOUR)
    cases.mark_failed(message, reason="bounce", explanation="550 no such user", at=now + 2 * HOUR)
    assert states(refund)["first-reply"] == "open"
    refund.refresh_from_db()
    assert refund.state == CaseState.WAITING_FOR_US
    assert Tally.objects.get(key="first-reply").kept == 0


def test_junk_excuses_what_ran_with_name_and_reason(refund, bea, now):
    cases.junk(refund, by=bea, at=now + SECOND)
    assert set(states(refund).values()) == {"excused"}
    assert {entry.by for entry in LedgerEntry.objects.filter(kind="excused")} == {bea.key}
    assert not Case.objects.in_work().exists()


def test_a_split_never_makes_a_promise_that_is_already_broken(refund, ada, bea, now):
    message = write(refund, "By the way, my invoice is wrong.", now + MINUTE)
    split = cases.split(message.case, [message], customer=ada, by=bea, at=now + 3 * HOUR)
    assert due(split, "acknowledged") == now + 3 * HOUR + 60 * SECOND
    assert due(split, "first-reply") == now + MINUTE + 4 * HOUR
    assert split.messages.get() == message


def test_eve_sees_nothing_and_dan_sees_all(refund, bea, eve, dan, sol):
    assert refund in Case.objects.visible_to(bea)
    assert refund in Case.objects.visible_to(dan)
    assert refund not in Case.objects.visible_to(eve)
    assert refund not in Case.objects.visible_to(sol)


def test_handing_over_needs_a_reason_that_the_receiver_reads_and_accepts(refund, bea, cleo, support, now):
    with pytest.raises(ValueError, match="reason"):
        cases.hand_over(refund, owner=cleo, team=support, reason=" ", by=bea, at=now)
    offered = cases.hand_over(refund, owner=cleo, team=support, reason="She knows the carrier.", by=bea, at=now)
    refund.refresh_from_db()
    assert refund.owner == bea
    cases.accept(offered, by=cleo, at=now)
    refund.refresh_from_db()
    assert refund.owner == cleo
    assert refund.messages.filter(kind="note").get().text == "She knows the carrier."
