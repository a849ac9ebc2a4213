"""What Bea promises Ada in her own words is owed from the moment it reaches her."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Delivery, Draft, Offer
from makegood.cases.offers import Decision, key_of
from makegood.cases.words import Words
from makegood.events.refusals import Refusal
from makegood.promises.models import Commitment, Excuse, State

HOUR = dt.timedelta(hours=1)
SOON = dt.timedelta(seconds=30)  # before all that the charter promises
SAID = "I will call you tomorrow before 10."


def in_words(case):
    return Commitment.objects.about(case.ref).filter(key="own-words")


def next_due(case):
    case.refresh_from_db()
    return case.next_due_at


def accepted(now, words=SAID):
    return Decision(key=key_of(SAID), words=words, due_at=now + 24 * HOUR)


def test_a_promise_by_hand_is_the_cases_next(refund, bea, now):
    made = cases.promise(refund, words=f"  {SAID} ", due_at=now + SOON, by=bea, at=now)
    assert (made.words, made.promised_by, made.customer) == (SAID, bea, refund.customer)
    assert (made.team, made.brand, made.about) == (refund.team, refund.brand, refund.ref)
    assert next_due(refund) == made.due_at
    cases.keep_promise(refund, made, by=bea, at=now)
    assert next_due(refund) > made.due_at
    assert cases.take_back_done(refund, made, by=bea, at=now)
    assert next_due(refund) == made.due_at


def test_it_needs_words_and_a_time_ahead(refund, bea, now):
    with pytest.raises(ValueError, match="words"):
        cases.promise(refund, words=" ", due_at=now + HOUR, by=bea, at=now)
    with pytest.raises(ValueError, match="after"):
        cases.promise(refund, words=SAID, due_at=now, by=bea, at=now)
    with pytest.raises(Refusal, match="years"):
        cases.promise(refund, words=SAID, due_at=now.replace(year=3000), by=bea, at=now)
    assert not in_words(refund).exists()


def test_nothing_is_promised_in_junk(refund, bea, now):
    cases.junk(refund, by=bea, at=now)
    with pytest.raises(cases.OnShelf):
        cases.promise(refund, words=SAID, due_at=now + HOUR, by=bea, at=now)


def test_what_was_accepted_is_promised_as_of_the_press_when_the_reply_leaves(refund, bea, now):
    cases.reply(refund, Answer(text=SAID, decisions=(accepted(now),)), by=bea, at=now + HOUR)
    assert not in_words(refund).exists()
    cases.release_due(at=now + 2 * HOUR)
    made = in_words(refund).get()
    assert (made.words, made.made_at, made.due_at) == (SAID, now + HOUR, now + 24 * HOUR)
    assert list(made.ledger.values_list("kind", "by")) == [("made", bea.key)]
    refund.refresh_from_db()
    assert refund.next_due_at <= made.due_at


def test_a_reply_that_was_undone_promised_nothing_and_its_decisions_are_back(refund, bea, now):
    declined = Decision(key=key_of("We might see."), words="We might see.")
    message = cases.reply(refund, Answer(text=SAID, decisions=(accepted(now), declined)), by=bea, at=now)
    assert cases.undo(message, by=bea, at=now + dt.timedelta(seconds=3))
    cases.release_due(at=now + HOUR)
    assert not in_words(refund).exists()
    fields = Draft.objects.get(case=refund, staff=bea).fields
    assert fields[f"promise-{key_of(SAID)}-decision"] == "accept"
    assert fields[f"promise-{key_of(SAID)}-words"] == SAID
    assert fields[f"promise-{key_of(SAID)}-due"] == "2026-06-02T10:00"  # as Bea reads it, in London
    assert fields[f"promise-{declined.key}-decision"] == "decline"


def test_a_reply_that_leaves_when_its_case_is_junk_promises_nothing(refund, bea, now):
    cases.reply(refund, Answer(text=SAID, decisions=(accepted(now),)), by=bea, at=now)
    cases.junk(refund, by=bea, at=now)
    cases.release_due(at=now + HOUR)
    assert not in_words(refund).exists()


def test_a_reply_that_leaves_at_once_promises_at_once(refund, bea, now):
    message = cases.reply(refund, Answer(text=SAID, decisions=(accepted(now),), undo_seconds=0), by=bea, at=now)
    assert message.delivery == Delivery.WAITING
    assert in_words(refund).count() == 1


def test_a_promise_without_a_time_ahead_stops_the_reply_and_nothing_is_written(refund, bea, now):
    gone_by = Decision(key="x", words=SAID, due_at=now)
    with pytest.raises(ValueError, match="after"):
        cases.reply(refund, Answer(text=SAID, decisions=(gone_by,)), by=bea, at=now)
    assert not refund.messages.filter(kind="reply").exists()


def test_a_note_of_a_call_promises_what_was_said_in_it(refund, bea, now):
    cases.note(refund, text=SAID, decisions=(accepted(now),), by=bea, at=now)
    assert in_words(refund).get().words == SAID


def test_junk_excuses_it_and_an_excuse_of_ones_own_frees_the_clock(refund, bea, now):
    made = cases.promise(refund, words=SAID, due_at=now + SOON, by=bea, at=now)
    assert cases.excuse_promise(refund, made, reason=Excuse.Reason.NOT_NEEDED, words="", by=bea, at=now)
    assert next_due(refund) > made.due_at
    other = cases.promise(refund, words=SAID, due_at=now + HOUR, by=bea, at=now)
    cases.junk(refund, by=bea, at=now)
    other.refresh_from_db()
    assert other.state == State.EXCUSED


def test_it_goes_along_when_cases_are_merged(refund, hale, ada, bea, now):
    other, _ = cases.open_case(
        brand=hale,
        customer=ada,
        subject="Again",
        words=Words(text="And my parcel?", sender="ada@customer.example"),
        channel="email",
        at=now,
    )
    made = cases.promise(refund, words=SAID, due_at=now + HOUR, by=bea, at=now)
    cases.merge(refund, into=other, by=bea, at=now)
    made.refresh_from_db()
    assert made.about == other.ref


def test_a_new_date_needs_a_time_ahead(refund, bea, now):
    with pytest.raises(ValueError, match="after"):
        cases.reply(refund, Answer(text="It takes longer.", why_due_at=now), by=bea, at=now)


def test_a_reply_that_cannot_leave_holds_no_other_up_and_shows(refund, bea, now):
    broken = cases.reply(refund, Answer(text=SAID, decisions=(accepted(now),)), by=bea, at=now)
    Offer.objects.filter(message=broken).update(due_at=now)
    whole = cases.reply(refund, Answer(text="And this."), by=bea, at=now + SOON)
    assert cases.release_due(at=now + HOUR) == 1
    whole.refresh_from_db()
    assert whole.delivery == Delivery.WAITING
    with pytest.raises(ValueError, match="after"):
        cases.release_due(at=now + HOUR)
    broken.refresh_from_db()
    assert broken.delivery == Delivery.HELD
