"""A break is final when nothing can show any more that it was kept; where a fault of ours may be why, it waits."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.events import ReplySent
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.events.actions import moment, record, told_as
from makegood.events.models import Event, Origin
from makegood.promises import actions as promises
from makegood.promises.models import Cause, Commitment, Fault, LedgerEntry, Ruling, State, Tally

SECOND, MINUTE, HOUR = dt.timedelta(seconds=1), dt.timedelta(minutes=1), dt.timedelta(hours=1)


def first_reply(case) -> Commitment:
    return Commitment.objects.about(case.ref).get(key="first-reply")


def settle_all(at):
    while promises.settle_due(at=at):
        pass


def finalise(at, taken_in_until=None):
    while promises.finalise(at=at, taken_in_until=taken_in_until or at):
        pass


def finals() -> int:
    return Event.objects.filter(name="promise.final").count()


@pytest.fixture
def crowd(hale, now):
    """A function that opens n cases at a moment and greets them at once: their first replies are due four hours on."""

    def open_all(n: int, at=now):
        opened = []
        for number in range(n):
            customer = customers.find_or_create(address=f"c{number}@customer.example", name="", language="en", at=at)
            words = Words(text="Hello", sender=f"c{number}@customer.example")
            case, _ = cases.open_case(brand=hale, customer=customer, subject="", words=words, channel="email", at=at)
            cases.acknowledge(case, channel="email", at=at)
            opened.append(case)
        return opened

    return open_all


def test_a_break_is_final_a_minute_after_it_was_noticed(refund, now):
    cases.acknowledge(refund, channel="email", at=now)
    due = now + 4 * HOUR
    settle_all(due + SECOND)
    finalise(due + MINUTE)
    assert first_reply(refund).final_at is None
    finalise(due + MINUTE + SECOND)
    assert first_reply(refund).final_at == due + MINUTE + SECOND
    assert finals() == 1


def test_mail_stored_before_the_due_time_holds_it_up_and_mail_stored_later_does_not(refund, now):
    cases.acknowledge(refund, channel="email", at=now)
    due = now + 4 * HOUR
    settle_all(due)
    finalise(due + HOUR, taken_in_until=due - SECOND)
    assert first_reply(refund).final_at is None
    finalise(due + HOUR, taken_in_until=due + SECOND)
    assert first_reply(refund).final_at == due + HOUR


def test_a_press_before_the_due_time_corrects_a_break_and_nothing_follows(refund, bea, now):
    cases.acknowledge(refund, channel="email", at=now)
    due = now + 4 * HOUR
    cases.reply(refund, Answer(text="It left us.", undo_seconds=10), by=bea, at=due - SECOND)
    settle_all(due + 20 * SECOND)
    assert first_reply(refund).state == State.BROKEN
    cases.release_due(at=due + 30 * SECOND)
    kept = first_reply(refund)
    assert (kept.state, kept.settled_at, kept.noticed_at) == (State.KEPT, due - SECOND, None)
    finalise(due + HOUR)
    assert finals() == 0


def test_never_within_is_final_too_though_its_time_runs_on(refund, bea, now):
    cases.acknowledge(refund, channel="email", at=now)
    cases.reply(refund, Answer(text="Done.", undo_seconds=0), by=bea, at=now + MINUTE)
    cases.resolve(refund, by=bea, at=now + HOUR)
    cases.reopen(refund, by=bea, at=now + 2 * HOUR)
    finalise(now + 3 * HOUR)
    fixed = Commitment.objects.about(refund.ref).get(key="fixed")
    assert (fixed.state, fixed.settled_at, fixed.final_at) == (State.BROKEN, now + 2 * HOUR, now + 3 * HOUR)


def test_what_broke_while_we_stood_still_waits_for_a_lead(refund, cleo, now):
    cases.acknowledge(refund, channel="email", at=now)
    due = now + 4 * HOUR
    back = due + 2 * HOUR
    promises.note_fault(Cause.OUTAGE, since=due - HOUR, until=back, at=back)
    settle_all(back)
    finalise(back + HOUR)
    waiting = first_reply(refund)
    assert (waiting.state, waiting.final_at, waiting.waits_for.cause) == (State.BROKEN, None, "outage")
    assert waiting.ledger.get(kind="held").reason == "outage"
    assert finals() == 0
    assert promises.release(waiting.waits_for, by=cleo, at=back + 2 * HOUR) == 1
    finalise(back + 3 * HOUR)
    stands = first_reply(refund)
    assert (stands.state, stands.final_at, stands.waits_for) == (State.BROKEN, back + 3 * HOUR, None)
    assert finals() == 1


def test_what_broke_before_or_after_the_outage_does_not_wait(crowd, now):
    early, late = crowd(1, now)[0], crowd(1, now + 3 * HOUR)[0]
    promises.note_fault(Cause.OUTAGE, since=now + 5 * HOUR, until=now + 6 * HOUR, at=now + 6 * HOUR)
    settle_all(now + 8 * HOUR)
    finalise(now + 9 * HOUR)
    assert first_reply(early).final_at == first_reply(late).final_at == now + 9 * HOUR


def test_excused_for_a_fault_of_ours_is_counted_apart_and_still_owed(refund, cleo, bea, now, hale):
    cases.acknowledge(refund, channel="email", at=now)
    due = now + 4 * HOUR
    fault = promises.note_fault(Cause.CLOCK, since=due, until=due, at=due)
    settle_all(due)
    finalise(due + HOUR)
    reason = Ruling.Reason.OUR_FAULT
    assert promises.excuse(fault, reason=reason, words="", by=cleo, at=due + 2 * HOUR) == 1
    one = first_reply(refund)
    assert (one.state, one.owed, one.waits_for) == (State.EXCUSED, True, None)
    entry = one.ledger.get(kind="excused")
    assert (entry.by, entry.reason, entry.at) == (cleo.key, "our-fault", due + 2 * HOUR)
    tally = Tally.objects.get(brand=hale, key="first-reply")
    assert (tally.kept, tally.broken, tally.excused) == (0, 0, 1)
    finalise(due + 3 * HOUR)
    assert finals() == 0
    cases.reply(refund, Answer(text="At last.", undo_seconds=0), by=bea, at=due + 3 * HOUR)
    done = first_reply(refund)
    assert (done.state, done.owed, done.done_at) == (State.EXCUSED, False, due + 3 * HOUR)


def test_another_reason_needs_words(refund, cleo, now):
    fault = promises.note_fault(Cause.CLOCK, since=now, until=now, at=now)
    with pytest.raises(ValueError):
        promises.excuse(fault, reason=Ruling.Reason.OTHER, words=" ", by=cleo, at=now)


def test_a_fault_told_twice_is_one_and_as_long_as_the_longer(db, now):
    for hours in (2, 3, 1):
        promises.note_fault(Cause.OUTAGE, since=now, until=now + hours * HOUR, at=now)
    assert Fault.objects.get().until == now + 3 * HOUR


def test_fifty_breaks_a_minute_are_final_fifty_one_wait(crowd, now):
    crowd(50)
    settle_all(now + 4 * HOUR)
    finalise(now + 5 * HOUR)
    assert finals() == 50
    crowd(51, now + 5 * HOUR)  # due the next morning
    settle_all(now + 30 * HOUR)
    finalise(now + 31 * HOUR)
    assert finals() == 50
    assert Commitment.objects.held().count() == 51
    assert Fault.objects.get().cause == Cause.FLOOD


def test_a_flood_of_many_batches_is_one_and_is_released_whole(crowd, cleo, now):
    crowd(250)
    settle_all(now + 4 * HOUR)
    finalise(now + 5 * HOUR)
    fault = Fault.objects.get()
    assert Commitment.objects.held().filter(waits_for=fault).count() == 250
    assert promises.release(fault, by=cleo, at=now + 6 * HOUR) == 250
    finalise(now + 7 * HOUR)
    assert finals() == 250
    assert LedgerEntry.objects.filter(kind="released", by=cleo.key).count() == 250


def test_a_lead_of_another_team_moves_nothing(refund, eve, now):
    cases.acknowledge(refund, channel="email", at=now)
    due = now + 4 * HOUR
    fault = promises.note_fault(Cause.OUTAGE, since=due, until=due, at=due)
    settle_all(due)
    finalise(due + HOUR)
    assert promises.release(fault, by=eve, at=due + HOUR) == 0
    assert Commitment.objects.held().count() == 1


def test_what_an_import_tells_broken_is_followed_by_nothing(refund, now):
    late = now + 5 * HOUR
    with moment():
        sent = ReplySent(message="")
        record(sent, about=refund.ref, at=late, facets=refund.facets, origin=Origin.IMPORTED)
    broken = first_reply(refund)
    assert (broken.state, broken.final_at, broken.done_at) == (State.BROKEN, late, late)
    finalise(late + HOUR)
    assert not Event.objects.filter(name="promise.final").exists()


def test_what_the_demo_sweeps_broken_is_followed_by_nothing(refund, now):
    with told_as(Origin.DEMO):
        settle_all(now + 5 * HOUR)
    assert first_reply(refund).final_at == now + 5 * HOUR
    finalise(now + 6 * HOUR)
    assert finals() == 0
