"""What people promise in their own words is clocked like any other promise, and only a person says that it is done."""

import datetime as dt

import pytest

from makegood.promises import actions as promises
from makegood.promises import clock
from makegood.promises.models import Commitment, Excuse, LedgerEntry, State, Tally

HOUR = dt.timedelta(hours=1)
SECOND = dt.timedelta(seconds=1)


@pytest.fixture
def call(refund, bea, now) -> Commitment:
    """Bea promised Ada a call within a day."""
    return promises.make(
        about=refund.ref, brand=refund.brand, team=refund.team, customer=refund.customer, promised_by=bea,
        words="I will call you tomorrow before 10.", due_at=now + 24 * HOUR, ends_on=[], at=now,
    )  # fmt: skip


def told(commitment: Commitment) -> list[tuple[str, str, str]]:
    return list(commitment.ledger.order_by("id").values_list("kind", "by", "reason"))


def test_it_is_kept_when_bea_says_that_it_is_done(call, bea, now):
    kept = promises.keep(call, by=bea, at=now + HOUR)
    assert (kept.state, kept.settled_at, kept.owed) == (State.KEPT, now + HOUR, False)
    assert told(call) == [("made", bea.key, ""), ("kept", bea.key, "")]


def test_said_twice_it_is_done_once(call, bea, now):
    promises.keep(call, by=bea, at=now + HOUR)
    promises.keep(call, by=bea, at=now + 2 * HOUR)
    assert [kind for kind, _by, _reason in told(call)] == ["made", "kept"]


def test_it_is_broken_at_its_minute_and_then_only_done_late(call, bea, now):
    assert promises.settle_due(at=call.due_at) != []
    call.refresh_from_db()
    assert (call.state, call.settled_at, call.owed) == (State.BROKEN, call.due_at, True)
    done = promises.keep(call, by=bea, at=call.due_at + HOUR)
    assert (done.state, done.owed, done.done_at) == (State.BROKEN, False, call.due_at + HOUR)
    assert told(call)[-1] == ("done late", bea.key, "")


def test_done_after_its_time_and_before_the_sweep_it_is_late_all_the_same(call, bea, now):
    done = promises.keep(call, by=bea, at=call.due_at + SECOND)
    assert (done.state, done.settled_at, done.done_at) == (State.BROKEN, call.due_at, call.due_at + SECOND)


def test_owner_and_lead_are_warned_before_and_told_after(call, now):
    call.refresh_from_db()
    assert call.warn_at == call.due_at - 2 * HOUR
    promises.warn_due(at=call.warn_at)
    assert [kind for kind, _by, _reason in told(call)] == ["made", "warned"]
    promises.settle_due(at=call.due_at)
    later = call.due_at + dt.timedelta(minutes=2)
    promises.finalise(at=later, taken_in_until=later)
    call.refresh_from_db()
    assert call.final_at == later


def test_done_can_be_taken_back_within_the_undo_time(call, bea, now):
    promises.keep(call, by=bea, at=now + HOUR)
    assert promises.take_back(call, by=bea, at=now + HOUR + 9 * SECOND)
    call.refresh_from_db()
    assert (call.state, call.owed, call.settled_at, call.due_at) == (State.OPEN, True, None, now + 24 * HOUR)
    assert call.warn_at == clock.warning(made_at=now, due_at=call.due_at)
    assert told(call)[-1] == ("reopened", bea.key, "taken-back")


def test_the_undo_time_ends(call, bea, now):
    promises.keep(call, by=bea, at=now + HOUR)
    assert not promises.take_back(call, by=bea, at=now + HOUR + 10 * SECOND)
    call.refresh_from_db()
    assert call.state == State.KEPT


def test_what_is_not_done_cannot_be_taken_back(call, bea, now):
    assert not promises.take_back(call, by=bea, at=now)


def test_done_late_and_taken_back_it_is_still_broken_and_owed(call, bea, now):
    promises.settle_due(at=call.due_at)
    promises.keep(call, by=bea, at=call.due_at + HOUR)
    assert promises.take_back(call, by=bea, at=call.due_at + HOUR + SECOND)
    call.refresh_from_db()
    assert (call.state, call.owed, call.done_at, call.warn_at) == (State.BROKEN, True, None, None)


def test_who_was_warned_once_is_not_warned_again(call, bea, now):
    promises.warn_due(at=call.warn_at)
    promises.keep(call, by=bea, at=call.warn_at + SECOND)
    promises.take_back(call, by=bea, at=call.warn_at + 2 * SECOND)
    promises.warn_due(at=call.due_at - SECOND)
    assert [kind for kind, _by, _reason in told(call)].count("warned") == 1


def test_an_excuse_has_a_reason_and_a_name_and_the_ledger_none_of_its_words(call, bea, now):
    said = "She wrote that her brother has fetched it."
    assert promises.excuse_one(call, reason=Excuse.Reason.OTHER, words=said, by=bea, at=now + HOUR)
    call.refresh_from_db()
    assert (call.state, call.owed) == (State.EXCUSED, False)
    assert told(call)[-1] == ("excused", bea.key, "other")
    excuse = call.excuses.get()
    assert (excuse.by, excuse.words) == (bea, said)
    assert not Tally.objects.filter(kept__gt=0).exists()
    assert not promises.excuse_one(call, reason=Excuse.Reason.NOT_NEEDED, words="", by=bea, at=now + 2 * HOUR)


def test_another_reason_needs_words(call, bea, now):
    with pytest.raises(ValueError, match="needs words"):
        promises.excuse_one(call, reason=Excuse.Reason.OTHER, words="  ", by=bea, at=now)


def test_nobodys_word_keeps_what_facts_keep(refund, bea, now):
    reply = Commitment.objects.about(refund.ref).get(key="first-reply")
    for verb in (promises.keep, promises.take_back):
        with pytest.raises(promises.KeptByEvents):
            verb(reply, by=bea, at=now)
    with pytest.raises(promises.KeptByEvents):
        promises.excuse_one(reply, reason=Excuse.Reason.NOT_NEEDED, words="", by=bea, at=now)
    assert not LedgerEntry.objects.filter(commitment=reply, kind="excused").exists()


def test_a_reply_does_not_keep_it_by_itself(call, refund, now):
    refund.refresh_from_db()
    assert promises.finish_all(about=refund.ref, at=now + HOUR) == 0
    call.refresh_from_db()
    assert call.state == State.OPEN
