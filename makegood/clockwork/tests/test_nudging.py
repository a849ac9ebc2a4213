"""A customer who does not answer is reminded by itself, once, within opening hours, and the promises notice nothing; after a
second silence the case is resolved and they are told."""

import datetime as dt

import pytest

from makegood.calendars import actions as calendars
from makegood.cases import actions as cases
from makegood.cases.actions import tasks
from makegood.cases.actions.replying import Answer
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import CaseState, MessageKind
from makegood.cases.words import Words
from makegood.channels.email import actions as email
from makegood.channels.email.composing import compose
from makegood.channels.email.models import Outgoing
from makegood.clockwork import following, nudging
from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.promises.models import Commitment

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
ASKED = {"nudge_days": 3, "nudge_resolves": 7, "undo_seconds": 0}


@pytest.fixture
def mailbox(hale, now):
    return email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)


@pytest.fixture
def answered(refund, mailbox, bea, now):
    """Bea has answered on Monday at ten, and wants Ada reminded."""
    cases.reply(refund, Answer(text="Which account shall it go to?", **ASKED), by=bea, at=now)
    refund.refresh_from_db()
    return refund


def letters() -> list[Outgoing]:
    return list(Outgoing.objects.filter(kind=Outgoing.Kind.NUDGE).order_by("id"))


def writes(case, at, **more):
    words = Words(text="To my savings account.", sender="ada@customer.example")
    return cases.add_words(case, customer=case.customer, words=words, channel="email", at=at, **more)


def promised(case):
    kept = Commitment.objects.about(case.ref).order_by("id")
    return list(kept.values_list("key", "state", "due_at", "settled_at"))


def names(case) -> list[str]:
    return list(Event.objects.about(case.ref).order_by("id").values_list("name", flat=True))


def test_the_reminder_leaves_once_at_its_time_and_keeps_or_moves_no_promise(answered, now):
    before = promised(answered)
    assert nudging.work(at=now + 3 * DAY - HOUR) == 0
    for _sweep in range(3):
        nudging.work(at=now + 3 * DAY)
    (letter,) = letters()
    assert letter.to == ["ada@customer.example"]
    assert "have not heard from you" in letter.text
    assert "Bea is there for you" in letter.text
    assert "within 7 days" in letter.text
    assert "/c/" in letter.text
    assert promised(answered) == before
    assert names(answered).count("case.nudged") == 1
    assert not answered.messages.filter(kind=MessageKind.REPLY, text__contains="have not heard").exists()
    assert compose(letter, letter.mailbox)["Auto-Submitted"] == "auto-replied"


def test_what_falls_due_at_night_or_on_a_sunday_leaves_when_the_brand_opens(refund, mailbox, bea, now):
    cases.reply(refund, Answer(text="Which account?", nudge_days=5, undo_seconds=0), by=bea, at=now + 9 * HOUR)
    refund.refresh_from_db()
    assert refund.nudge_at == now + 7 * DAY - HOUR  # Saturday evening: Monday at nine in London
    late = refund.nudge_at + 12 * HOUR  # the worker was away until the evening
    assert nudging.work(at=late) == 0
    refund.refresh_from_db()
    assert refund.nudge_at == now + 8 * DAY - HOUR
    assert nudging.work(at=refund.nudge_at) == 1


@pytest.mark.parametrize("ending", ["their answer", "our reply", "resolved", "junk", "cancelled", "undelivered"])
def test_what_ends_the_waiting_ends_it(answered, bea, now, ending):
    if ending == "their answer":
        writes(answered, now + DAY)
    elif ending == "our reply":
        cases.reply(answered, Answer(text="Never mind.", nudge_days=0, undo_seconds=0), by=bea, at=now + DAY)
    elif ending == "resolved":
        cases.resolve(answered, by=bea, at=now + DAY)
    elif ending == "junk":
        cases.junk(answered, by=bea, at=now + DAY)
    elif ending == "cancelled":
        cases.cancel_nudge(answered, by=bea, at=now + DAY)
    else:
        cases.mark_failed(answered.messages.get(kind="reply"), reason="bounce", explanation="", at=now + DAY)
    answered.refresh_from_db()
    assert (answered.nudge_at, answered.nudge) == (None, {})
    assert nudging.work(at=now + 30 * DAY) == 0
    assert letters() == []


def test_an_answer_by_a_machine_is_none(answered, now):
    words = Words(text="I am away.", sender="ada@customer.example")
    cases.add_automatic(answered, kind=MessageKind.AUTOMATIC, words=words, channel="email", at=now + DAY)
    assert nudging.work(at=now + 3 * DAY) == 1


def test_a_reply_about_to_leave_holds_it(answered, bea, now):
    at = now + 3 * DAY
    cases.reply(answered, Answer(text="One more thing.", undo_seconds=30), by=bea, at=at)
    assert nudging.work(at=at) == 0
    cases.release_due(at=at + HOUR)
    answered.refresh_from_db()
    assert answered.nudge_at is None


def test_after_a_second_silence_it_is_resolved_and_they_are_told_and_may_say_no(answered, now):
    nudging.work(at=now + 3 * DAY)
    assert nudging.work(at=now + 9 * DAY) == 0
    for _sweep in range(2):
        nudging.work(at=now + 10 * DAY)
    following.work(at=now + 10 * DAY)
    answered.refresh_from_db()
    assert answered.state == CaseState.RESOLVED
    told = letters()[1]
    assert "take your matter as solved" in told.text
    assert "/c/" in told.text
    assert "Bea is there for you" in told.text
    assert not Outgoing.objects.filter(kind=Outgoing.Kind.ASKING).exists()  # one letter is enough
    cases.reopen(answered, by=answered.customer, at=now + 11 * DAY)
    answered.refresh_from_db()
    assert (answered.state, answered.nudge_at) == (CaseState.WAITING_FOR_US, None)


def test_where_something_is_still_to_be_done_it_stays_open_and_says_so(answered, bea, now):
    tasks.give(answered, Errand("Fetch it", Receiver(address="x@van.example"), text="Today."), by=bea, at=now)
    nudging.work(at=now + 3 * DAY)
    assert nudging.work(at=now + 10 * DAY) == 0
    answered.refresh_from_db()
    assert answered.state == CaseState.WAITING_FOR_CUSTOMER
    assert Event.objects.about(answered.ref).get(name="case.silent_open").data["reason"] == "still-owed"


def test_whom_no_mail_reaches_is_not_reminded_and_the_case_says_why(answered, now):
    answered.customer.contact_points.update(failing_since=now)
    assert nudging.work(at=now + 3 * DAY) == 0
    assert Event.objects.about(answered.ref).get(name="case.not_nudged").data["reason"] == "no-address"


def test_whom_we_owe_what_was_promised_in_person_is_not_reminded(answered, bea, now):
    cases.promise(answered, words="I will ring you.", due_at=now + 9 * DAY, by=bea, at=now)
    assert nudging.work(at=now + 3 * DAY) == 0
    assert Event.objects.about(answered.ref).get(name="case.not_nudged").data["reason"] == "still-owed"


def test_what_is_told_to_many_asks_for_no_answer(refund, mailbox, hale, bea, now):
    hale.nudge_days = 2
    hale.save()
    cases.reply(refund, Answer(text="We know of it.", to_many=True, undo_seconds=0), by=bea, at=now)
    refund.refresh_from_db()
    assert refund.nudge_at is None


def test_a_brand_that_does_so_reminds_without_being_asked_unless_the_writer_says_no(refund, mailbox, hale, bea, now):
    hale.nudge_days = 2
    hale.save()
    cases.reply(refund, Answer(text="Not this time.", nudge_days=0, undo_seconds=0), by=bea, at=now)
    refund.refresh_from_db()
    assert refund.nudge_at is None
    cases.reply(refund, Answer(text="Which account?", undo_seconds=0), by=bea, at=now)
    refund.refresh_from_db()
    assert (refund.nudge_at, refund.nudge["by"]) == (now + 2 * DAY, "")


def test_it_can_be_asked_for_while_we_wait_for_them_alone(refund, mailbox, bea, now):
    with pytest.raises(Refusal, match="Reply first"):
        cases.ask_nudge(refund, until=now + 2 * DAY, by=bea, at=now)
    cases.reply(refund, Answer(text="Which account?", undo_seconds=0), by=bea, at=now)
    for until, told in ((now, "gone by"), (now + 366 * DAY, "within the next 365 days")):
        with pytest.raises(Refusal, match=told):
            cases.ask_nudge(refund, until=until, by=bea, at=now)
    cases.ask_nudge(refund, until=now + 2 * DAY, by=bea, at=now)
    assert nudging.work(at=now + 2 * DAY) == 1
    refund.refresh_from_db()
    assert (refund.nudge_at, refund.state) == (None, CaseState.WAITING_FOR_CUSTOMER)


def test_it_leaves_at_a_time_of_the_same_day(refund, mailbox, bea, now):
    until = now + 3 * HOUR
    cases.reply(refund, Answer(text="Which account?", nudge_at=until, undo_seconds=0), by=bea, at=now)
    assert nudging.work(at=until - HOUR) == 0
    assert nudging.work(at=until) == 1
    assert len(letters()) == 1


def test_a_time_at_which_the_brand_is_closed_is_when_it_opens_next(refund, mailbox, bea, now):
    cases.reply(refund, Answer(text="Which account?", nudge_at=now + 12 * HOUR, undo_seconds=0), by=bea, at=now)
    refund.refresh_from_db()
    assert refund.nudge_at == now + DAY - HOUR


@pytest.mark.parametrize(
    ("until", "told"), [(-HOUR, "gone by"), (0 * HOUR, "gone by"), (366 * DAY, "within the next 365 days")]
)
def test_a_time_that_does_not_fit_stops_the_reply(refund, mailbox, bea, now, until, told):
    with pytest.raises(Refusal, match=told) as refused:
        cases.reply(refund, Answer(text="Which account?", nudge_at=now + until, undo_seconds=0), by=bea, at=now)
    assert refused.value.field == "nudge"
    assert not refund.messages.filter(kind=MessageKind.REPLY).exists()


def test_nobody_is_reminded_of_a_reply_before_it_leaves(refund, mailbox, bea, now):
    answer = Answer(text="Which account?", nudge_at=now + 2 * HOUR)
    with pytest.raises(Refusal, match="before your reply leaves"):
        cases.plan(refund, answer, leaves_at=now + 2 * HOUR, by=bea, at=now)
    planned = cases.plan(refund, answer, leaves_at=now + HOUR, by=bea, at=now)
    with pytest.raises(Refusal, match="before your reply leaves"):
        cases.put_off(planned, leaves_at=now + 3 * HOUR, by=bea, at=now)
    cases.leave_due(at=now + HOUR)
    refund.refresh_from_db()
    assert refund.nudge_at == now + 2 * HOUR


def test_of_a_reply_that_left_after_that_time_they_are_reminded_when_the_brand_opens_next(refund, mailbox, bea, now):
    answer = Answer(text="Which account?", nudge_at=now + 2 * HOUR)
    cases.plan(refund, answer, leaves_at=now + HOUR, by=bea, at=now)
    cases.leave_due(at=now + 3 * HOUR)  # the worker was away
    refund.refresh_from_db()
    assert refund.nudge_at == now + DAY - HOUR


def test_where_the_brand_never_closes_that_is_a_day_later(refund, mailbox, hale, bea, now):
    weekly = {str(day): [["00:00", "00:00"]] for day in range(7)}
    calendars.revise(hale.calendar, timezone="UTC", weekly=weekly, valid_from=now, by="", at=now)
    answer = Answer(text="Which account?", nudge_at=now + 2 * HOUR)
    cases.plan(refund, answer, leaves_at=now + HOUR, by=bea, at=now)
    cases.leave_due(at=now + 3 * HOUR)
    refund.refresh_from_db()
    assert refund.nudge_at == now + DAY + 3 * HOUR
