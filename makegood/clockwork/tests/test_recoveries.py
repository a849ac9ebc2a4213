"""A recovery opens by itself on what disappoints a customer; one for each matter, however much goes wrong in it."""

import datetime as dt

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.words import Words
from makegood.channels.email import actions as email
from makegood.clockwork import following
from makegood.customers import actions as customers
from makegood.events import actions as events
from makegood.events.models import Event, Origin, Reaction
from makegood.promises import actions as promises
from makegood.promises.models import Commitment, State
from makegood.recovery import actions as recovery
from makegood.recovery.models import Hint, HintState, Outcome, Recovery, Trigger

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
Kind = Trigger.Kind


def react(at=None):
    while following.work(at=at or timezone.now()):
        pass
    assert not Reaction.objects.exclude(trouble="").exists(), Reaction.objects.exclude(trouble="").first().trouble


def wrote(case, text, at):
    words = Words(text=text, language="en", sender="ada@customer.example", sender_name="Ada Byron")
    return cases.add_words(case, customer=case.customer, words=words, channel="email", at=at)


def opens(hale, ada, subject, at, **more):
    words = Words(text="Hello?", language="en", sender="ada@customer.example", sender_name="Ada Byron")
    return cases.open_case(brand=hale, customer=ada, subject=subject, words=words, channel="email", at=at, **more)[0]


def triggers(found):
    return [one.kind for one in found.triggers.all()]


@pytest.fixture
def now():
    """The recent past, as reactions act at the present moment: contacts count within some days of it."""
    return timezone.now().replace(microsecond=0) - DAY


@pytest.fixture
def ada_waits(hale, ada, now):
    email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)
    case = opens(hale, ada, "My refund", now)
    react()
    return case


def test_nothing_went_wrong_and_nothing_opens(ada_waits):
    assert not Recovery.objects.exists()


def test_a_broken_promise_opens_one_with_an_owner_and_a_clock(ada_waits, bea):
    cases.assign(ada_waits, owner=bea, by=bea, at=timezone.now())
    promises.settle_due(at=timezone.now() + 90 * DAY)
    promises.finalise(at=timezone.now() + 91 * DAY, taken_in_until=timezone.now() + 91 * DAY)
    react(at=timezone.now() + 92 * DAY)
    found = Recovery.objects.get()
    assert (found.case, found.owner, found.customer) == (ada_waits, bea, ada_waits.customer)
    # The first reply, and that it is resolved: two broken promises are one recovery.
    assert set(triggers(found)) == {Kind.BROKEN}
    assert found.triggers.count() == Commitment.objects.filter(state=State.BROKEN, customer__isnull=False).count() > 1
    assert found.due.state == State.OPEN
    assert found.due.customer is None
    assert found.next_at == found.due.due_at > found.opened_at
    ada_waits.refresh_from_db()
    assert Event.objects.filter(name="recovery.opened", about=ada_waits.ref).count() == 1


def test_its_clock_breaks_and_is_told_like_others_but_opens_no_other(ada_waits, cleo):
    recovery.open_by_hand(ada_waits, Kind.BY_HAND, by=cleo, at=timezone.now())
    far = timezone.now() + 30 * DAY
    promises.settle_due(at=far)
    promises.finalise(at=far + HOUR, taken_in_until=far + HOUR)
    react(at=far + 2 * HOUR)
    found = Recovery.objects.get()
    assert found.due.state == State.BROKEN
    assert Event.objects.filter(name="promise.final", data__commitment=str(found.due_id)).exists()
    assert str(found.due_id) not in {one.key for one in found.triggers.all()}


def test_our_reply_acknowledges_it_in_time(ada_waits, bea):
    recovery.open_by_hand(ada_waits, Kind.COMPLAINT, by=bea, at=timezone.now())
    pressed = timezone.now()
    cases.reply(ada_waits, Answer(text="I am sorry.", undo_seconds=0), by=bea, at=pressed)
    cases.release_due(at=timezone.now() + HOUR)
    react()
    found = Recovery.objects.get()
    assert found.responded_at == pressed
    assert found.due.state == State.KEPT
    assert [step.name for step in found.steps.all()] == ["acknowledged"]


def test_a_reply_that_did_not_arrive_acknowledges_nothing_until_one_does(ada_waits, bea):
    opened = recovery.open_by_hand(ada_waits, Kind.COMPLAINT, by=bea, at=timezone.now())
    answer = Answer(text="I am sorry.", undo_seconds=0)
    lost = cases.reply(ada_waits, answer, by=bea, at=timezone.now())
    react()
    cases.mark_failed(lost, reason="bounced", explanation="No such mailbox.", at=timezone.now())
    react()
    found = Recovery.objects.get()
    assert (found.responded_at, found.due.state, found.steps.count()) == (None, State.OPEN, 0)
    assert found.next_at == found.due.due_at == opened.due.due_at
    cases.reply(ada_waits, answer, by=bea, at=timezone.now())
    react()
    found = Recovery.objects.get()
    assert (found.due.state, found.steps.count()) == (State.KEPT, 1)
    assert found.responded_at is not None


def test_a_reply_that_failed_before_we_looked_acknowledges_nothing(ada_waits, bea):
    recovery.open_by_hand(ada_waits, Kind.COMPLAINT, by=bea, at=timezone.now())
    lost = cases.reply(ada_waits, Answer(text="I am sorry.", undo_seconds=0), by=bea, at=timezone.now())
    cases.mark_failed(lost, reason="file-refused", explanation="A virus.", at=timezone.now())
    react()
    assert Recovery.objects.get().due.state == State.OPEN


def test_a_recovery_that_has_ended_owes_nothing_though_the_reply_comes_back(ada_waits, bea):
    opened = recovery.open_by_hand(ada_waits, Kind.COMPLAINT, by=bea, at=timezone.now())
    answer = Answer(text="I am sorry.", undo_seconds=0)
    lost = cases.reply(ada_waits, answer, by=bea, at=timezone.now())
    react()
    recovery.end(opened, Outcome.WON, by=bea, at=timezone.now())
    cases.mark_failed(lost, reason="bounced", explanation="No such mailbox.", at=timezone.now())
    react()
    found = Recovery.objects.get()
    assert (found.outcome, found.due.state, found.due.owed) == (Outcome.WON, State.EXCUSED, False)


def test_a_reply_from_before_it_opened_acknowledges_nothing(ada_waits, bea):
    opened = recovery.open_by_hand(ada_waits, Kind.COMPLAINT, by=bea, at=timezone.now())
    recovery.acknowledge(opened, by=bea, at=opened.opened_at - HOUR)
    opened.refresh_from_db()
    assert opened.responded_at is None


def test_the_third_contact_opens_one_and_an_afterthought_is_no_contact(ada_waits, now):
    wrote(ada_waits, "And my name is Ada.", now + HOUR / 2)
    wrote(ada_waits, "Where is it?", now + 5 * HOUR)
    react()
    assert not Recovery.objects.exists()
    third = wrote(ada_waits, "Where is it now?", now + 10 * HOUR)
    react()
    found = Recovery.objects.get()
    assert [(one.kind, one.key) for one in found.triggers.all()] == [(Kind.AGAIN, str(third.pk))]
    wrote(ada_waits, "Where on earth is it?", now + 15 * HOUR)
    react()
    assert Recovery.objects.get().triggers.count() == 1


def test_after_it_has_ended_contacts_count_anew(ada_waits, now, bea):
    for hours in (5, 10):
        wrote(ada_waits, "Where is it?", now + hours * HOUR)
    react()
    recovery.end(Recovery.objects.get(), Outcome.NEEDLESS, by=bea, at=now + 11 * HOUR)
    wrote(ada_waits, "Where is it?", now + 13 * HOUR)
    react()
    assert Recovery.objects.running().count() == 0


def test_the_third_case_about_the_same_opens_one_where_they_wrote_last(hale, ada, ada_waits, now):
    opens(hale, ada, "Re: My refund", now + 2 * HOUR)
    opens(hale, ada, "Opening hours", now + 3 * HOUR)
    react()
    assert not Recovery.objects.exists()
    third = opens(hale, ada, "Fwd: RE: my  refund", now + 4 * HOUR)
    react()
    assert Recovery.objects.get().case == third
    # And what goes wrong in the first of them is the same matter.
    recovery.open_by_hand(ada_waits, Kind.BY_HAND, by=None, at=timezone.now())
    assert triggers(Recovery.objects.get()) == [Kind.AGAIN, Kind.BY_HAND]


def test_imported_words_open_nothing(hale, ada, now):
    case = opens(hale, ada, "Old", now, origin=Origin.IMPORTED)
    with events.told_as(Origin.IMPORTED):
        for hours in (5, 10, 15):
            wrote(case, "Where is it?", now + hours * HOUR)
    react()
    assert not Recovery.objects.exists()
    assert not Hint.objects.exists()


def test_a_complaint_is_heard_as_a_hint_that_opens_nothing_until_a_person_confirms_it(ada_waits, now, bea):
    angry = "This is outrageous! You lost my parcel and nobody answers. I want my money back, this is a scandal!"
    wrote(ada_waits, angry, now + HOUR / 2)
    react()
    hint = Hint.objects.get()
    assert hint.complaint > 0.5
    assert not Recovery.objects.exists()
    recovery.judge(hint, confirmed=True, by=bea, at=timezone.now())
    recovery.judge(hint, confirmed=False, by=bea, at=timezone.now())
    hint.refresh_from_db()
    assert (hint.state, hint.judged_by) == (HintState.CONFIRMED, bea)
    assert triggers(Recovery.objects.get()) == [Kind.COMPLAINT]


def test_a_declined_hint_opens_nothing(ada_waits, now, bea):
    message = wrote(ada_waits, "This is outrageous, a scandal, I want my money back!", now + HOUR / 2)
    react()
    recovery.judge(Hint.objects.get(message=message), confirmed=False, by=bea, at=timezone.now())
    assert not Recovery.objects.exists()


def test_of_two_merged_cases_one_recovery_goes_on_with_the_triggers_of_both(hale, ada, ada_waits, now, bea):
    jonas = customers.find_or_create(address="jonas@customer.example", name="Jonas", at=now)
    kettle = opens(hale, jonas, "Kettle", now)
    elder = recovery.open_by_hand(kettle, Kind.COMPLAINT, by=bea, at=now + HOUR)
    younger = recovery.open_by_hand(ada_waits, Kind.BY_HAND, by=bea, at=now + 2 * HOUR)
    cases.merge(kettle, into=ada_waits, by=bea, at=timezone.now())
    react()
    elder.refresh_from_db()
    younger.refresh_from_db()
    assert (younger.outcome, elder.ended_at) == (Outcome.JOINED, None)
    assert set(triggers(elder)) == {Kind.COMPLAINT, Kind.BY_HAND}
    assert (elder.about, elder.case) == (ada_waits.ref, ada_waits)
    assert Recovery.objects.of_case(ada_waits).first() == elder


def test_junk_is_nobody_to_win_back(ada_waits, bea):
    recovery.open_by_hand(ada_waits, Kind.BY_HAND, by=bea, at=timezone.now())
    cases.junk(ada_waits, by=bea, at=timezone.now())
    react()
    assert Recovery.objects.get().outcome == Outcome.NEEDLESS


def test_what_junk_ended_goes_on_when_the_case_is_restored(ada_waits, bea):
    opened = recovery.open_by_hand(ada_waits, Kind.BY_HAND, by=bea, at=timezone.now())
    cases.junk(ada_waits, by=bea, at=timezone.now())
    react()
    cases.restore(ada_waits, by=bea, at=timezone.now())
    react()
    opened.refresh_from_db()
    assert (opened.ended_at, opened.outcome, opened.due.owed) == (None, "", True)


def test_what_a_person_ended_stays_ended_when_the_case_is_restored(ada_waits, bea):
    opened = recovery.open_by_hand(ada_waits, Kind.BY_HAND, by=bea, at=timezone.now())
    recovery.end(opened, Outcome.NEEDLESS, by=bea, at=timezone.now())
    cases.junk(ada_waits, by=bea, at=timezone.now())
    cases.restore(ada_waits, by=bea, at=timezone.now())
    react()
    opened.refresh_from_db()
    assert opened.outcome == Outcome.NEEDLESS
