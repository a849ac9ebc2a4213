"""A broken promise is made good by itself: owed once, told to the customer, and withdrawn when it was kept after all."""

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.words import Words
from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing
from makegood.clockwork import following, promising
from makegood.events import actions as events
from makegood.events.models import Event, Origin, Reaction
from makegood.promises import actions as promises
from makegood.promises import charter
from makegood.promises.models import Cause, Commitment, LedgerEntry, State
from makegood.promises.remedies import RemedyTerms
from makegood.recovery import actions as recovery
from makegood.recovery.gift import Gift
from makegood.recovery.models import Remedy, RemedyState, Voucher

HOUR, MINUTE = dt.timedelta(hours=1), dt.timedelta(minutes=1)
VOUCHER = RemedyTerms(kind="voucher", days=2, amount=Decimal("10.00"), currency="EUR")
CALL = RemedyTerms(kind="call", days=1)


@pytest.fixture
def box(hale, now):
    return email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)


def promise(brand, terms, *, at):
    """From now on a late first reply costs the brand this."""
    lines = [dataclasses.replace(line, remedy=terms if line.key == "first-reply" else None) for line in charter.DEFAULT]
    promises.publish(brand=brand, lines=lines, by="", at=at)


def _words():
    return Words(text="Hello?", language="en", sender="ada@customer.example", sender_name="Ada Byron")


def break_(at):
    """The first reply did not come in its four hours, and that is final."""
    promising.settle(at=at + 5 * HOUR)
    promises.finalise(at=at + 6 * HOUR, taken_in_until=at + 6 * HOUR)


def react():
    while following.work(at=timezone.now()):
        pass
    assert not Reaction.objects.exclude(trouble="").exists(), Reaction.objects.exclude(trouble="").first().trouble


def letters():
    return list(Outgoing.objects.filter(kind="remedy").order_by("id"))


def broken(case) -> Commitment:
    return Commitment.objects.get(about=case.ref, key="first-reply")


@pytest.fixture
def due_a_voucher(box, hale, now):
    promise(hale, VOUCHER, at=now - HOUR)


def test_the_customer_is_told_what_happened_and_has_what_they_get(due_a_voucher, refund, now):
    break_(now)
    react()
    remedy = Remedy.objects.get()
    assert (remedy.kind, remedy.amount, remedy.currency, remedy.state) == (
        "voucher", Decimal("10.00"), "EUR", RemedyState.GIVEN,
    )  # fmt: skip
    [letter] = letters()
    assert letter.to == ["ada@customer.example"]
    assert letter.subject == f"We did not keep our word, and make it good [{refund.ref}]"
    assert "Hello Ada Byron," in letter.text
    assert "When you first write to us, we reply within 4 working hours." in letter.text
    assert "It was due on" in letter.text
    assert "You get a voucher of €10.00." in letter.text
    assert f"Your code: {Voucher.objects.get(remedy=remedy).code}" in letter.text


def test_by_when_is_a_promise_of_its_own_that_giving_keeps(box, hale, refund, ada, bea, now):
    promise(hale, CALL, at=now - 2 * HOUR)
    case = cases.open_case(
        brand=hale, customer=ada, subject="Again", words=_words(), channel="email", at=now
    )[0]  # fmt: skip
    break_(now)
    react()
    remedy = Remedy.objects.get(case=case)
    assert remedy.state == RemedyState.OWED
    assert remedy.due.state == State.OPEN
    assert remedy.due.words == "A lead of our team calls you."
    case.refresh_from_db()
    assert case.has_due
    letter = next(one for one in letters() if one.case == case)
    assert "By:" in letter.text
    assert recovery.give(remedy, by=bea, at=timezone.now())
    assert not recovery.give(remedy, by=bea, at=timezone.now())
    remedy.due.refresh_from_db()
    assert (remedy.due.state, remedy.due.owed) == (State.KEPT, False)
    assert list(LedgerEntry.objects.filter(commitment=remedy.due).order_by("at").values_list("kind", "by")) == [
        ("made", ""), ("kept", bea.key),
    ]  # fmt: skip


def test_each_of_two_remedies_of_a_case_is_given_by_itself(box, hale, ada, bea, now):
    lines = [dataclasses.replace(line, remedy=CALL) for line in charter.DEFAULT if line.key != "fixed"]
    promises.publish(brand=hale, lines=lines, by="", at=now - HOUR)
    cases.open_case(brand=hale, customer=ada, subject="", words=_words(), channel="email", at=now)
    break_(now)
    react()
    first, second = Remedy.objects.order_by("id")
    recovery.give(first, by=bea, at=timezone.now())
    second.due.refresh_from_db()
    assert second.due.state == State.OPEN


def test_a_customer_who_does_not_want_it_is_owed_nothing_more(box, hale, ada, bea, now):
    promise(hale, CALL, at=now - HOUR)
    cases.open_case(brand=hale, customer=ada, subject="", words=_words(), channel="email", at=now)
    break_(now)
    react()
    remedy = Remedy.objects.get()
    assert recovery.refuse(remedy, by=bea, at=timezone.now())
    remedy.due.refresh_from_db()
    assert (remedy.due.state, remedy.due.owed) == (State.EXCUSED, False)
    assert not recovery.give(remedy, by=bea, at=timezone.now())


def test_told_twice_it_is_owed_once_and_told_once(due_a_voucher, refund, now):
    break_(now)
    final = Event.objects.get(name="promise.final", about=refund.ref, data__key="first-reply")
    react()
    for name in ("remedies.owe", "remedies.tell"):
        about = final if name == "remedies.owe" else Event.objects.get(name="remedy.owed")
        Reaction.objects.create(event=about, name=name, run_at=timezone.now())
    react()
    assert Remedy.objects.count() == Voucher.objects.count() == len(letters()) == 1
    assert recovery.owe(broken(refund).pk, at=timezone.now()) is None


def test_the_database_itself_refuses_a_second(due_a_voucher, refund, now):
    break_(now)
    react()
    remedy = Remedy.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Remedy.objects.bulk_create([_copy(remedy)])


def _copy(remedy):
    known = {field.attname: getattr(remedy, field.attname) for field in Remedy._meta.concrete_fields}
    return Remedy(**{name: value for name, value in known.items() if name != "id"})


def test_a_break_that_waits_for_a_lead_gives_nothing_before_they_confirm_it(due_a_voucher, refund, cleo, now):
    fault = promises.note_fault(Cause.OUTAGE, since=now, until=now + 5 * HOUR, at=now)
    break_(now)
    react()
    assert not Remedy.objects.exists()
    promises.release(fault, by=cleo, at=now + 7 * HOUR)
    promises.finalise(at=now + 8 * HOUR, taken_in_until=now + 8 * HOUR)
    react()
    assert Remedy.objects.get().state == RemedyState.GIVEN


def test_a_break_that_a_lead_excuses_gives_nothing(due_a_voucher, refund, cleo, now):
    fault = promises.note_fault(Cause.OUTAGE, since=now, until=now + 5 * HOUR, at=now)
    break_(now)
    promises.excuse(fault, reason="our-fault", words="", by=cleo, at=now + 7 * HOUR)
    promises.finalise(at=now + 8 * HOUR, taken_in_until=now + 8 * HOUR)
    react()
    assert not Remedy.objects.exists()


@pytest.mark.parametrize("origin", [Origin.IMPORTED, Origin.DEMO])
def test_what_an_import_or_the_demo_tells_broken_gives_nothing(due_a_voucher, hale, ada, bea, now, origin):
    with events.told_as(origin):
        case = cases.open_case(brand=hale, customer=ada, subject="", words=_words(), channel="email", at=now)[0]
        cases.reply(case, Answer(text="Late.", undo_seconds=0), by=bea, at=now + 6 * HOUR)
    assert broken(case).final_at is not None
    promises.finalise(at=now + 8 * HOUR, taken_in_until=now + 8 * HOUR)
    react()
    assert not Remedy.objects.exists()


def test_a_fact_that_came_in_time_after_all_withdraws_what_nobody_was_told(due_a_voucher, refund, bea, now):
    break_(now)
    remedy = recovery.owe(broken(refund).pk, at=now + 6 * HOUR)
    cases.reply(refund, Answer(text="In time.", undo_seconds=0), by=bea, at=now + HOUR)
    assert broken(refund).state == State.KEPT
    react()
    remedy.refresh_from_db()
    assert (remedy.state, remedy.told_at) == (RemedyState.WITHDRAWN, None)
    assert remedy.due.owed is False
    assert not letters()
    assert not Voucher.objects.exists()


def test_what_the_customer_was_told_they_keep(due_a_voucher, refund, bea, now):
    break_(now)
    react()
    cases.reply(refund, Answer(text="In time.", undo_seconds=0), by=bea, at=now + HOUR)
    react()
    assert Remedy.objects.get().state == RemedyState.GIVEN


def test_a_promise_whose_charter_names_nothing_owes_nothing(box, refund, now):
    break_(now)
    react()
    assert not Remedy.objects.exists()
    assert not letters()


def test_junk_is_owed_nothing(due_a_voucher, refund, bea, now):
    break_(now)
    cases.junk(refund, by=bea, at=now + 7 * HOUR)
    react()
    assert not Remedy.objects.exists()


@pytest.mark.parametrize("language", ["lt", "ru", "nl", "ja"])
def test_the_letter_speaks_the_customers_language(due_a_voucher, hale, ada, now, language):
    words = dataclasses.replace(_words(), language=language)
    cases.open_case(brand=hale, customer=ada, subject="", words=words, channel="email", at=now)
    break_(now)
    react()
    [letter] = letters()
    assert letter.language == language
    assert Remedy.objects.get().language == language


def test_whom_no_letter_reaches_is_not_told_and_somebody_gives_them_the_code(due_a_voucher, hale, ada, bea, now):
    words = Words(text="Hello?", language="en")
    case = cases.open_case(brand=hale, customer=ada, subject="", words=words, channel="portal", at=now)[0]
    break_(now)
    react()
    remedy = Remedy.objects.get(case=case)
    assert (remedy.state, remedy.told_at) == (RemedyState.OWED, None)
    assert not letters()
    assert not Voucher.objects.exists()
    assert recovery.give(remedy, by=bea, at=timezone.now())
    assert Voucher.objects.get().remedy == remedy
    assert not recovery.give(remedy, by=bea, at=timezone.now())


def test_what_somebody_granted_comes_with_a_letter_of_its_own(box, refund, owner, now):
    recovery.grant(refund, Gift("credit", Decimal("5"), "EUR"), by=owner, at=timezone.now())
    react()
    [letter] = letters()
    assert letter.subject == f"For your trouble [{refund.ref}]"
    assert "You get a credit of €5.00." in letter.text
    assert "We promised you" not in letter.text


def told(user) -> list[str]:
    letters_about_it = Outgoing.objects.filter(staff=user, kind="notice", subject__contains="voucher")
    return list(letters_about_it.order_by("id").values_list("subject", flat=True))


def test_leads_hear_of_an_ask_at_once_and_after_its_time_and_the_asker_the_answer(box, refund, bea, cleo, owner, now):
    at = timezone.now() - dt.timedelta(days=7)
    asked = recovery.ask(refund, Gift("voucher", Decimal("120"), "EUR"), why="A cake.", by=bea, at=at)
    react()
    assert told(cleo) == [f"[{refund.ref}] Bea asks you to grant: A voucher: €120.00"]
    assert "A cake." in Outgoing.objects.get(staff=cleo, subject__contains="voucher").text
    assert not told(owner)
    late = asked.due.due_at + MINUTE
    promising.settle(at=late)
    promises.finalise(at=late + HOUR, taken_in_until=late + HOUR)
    react()
    assert len(told(cleo)) == 2
    assert len(told(owner)) == 1
    recovery.answer(asked, granted=False, words="Repair it first.", by=cleo, at=timezone.now())
    react()
    assert told(bea) == [f"[{refund.ref}] Declined: A voucher: €120.00"]
    assert "Repair it first." in Outgoing.objects.get(staff=bea, subject__contains="voucher").text


def test_a_lead_who_asks_is_answered_by_an_administrator(box, refund, cleo, owner, now):
    recovery.ask(refund, Gift("voucher", Decimal("120"), "EUR"), why="", by=cleo, at=timezone.now())
    react()
    assert not told(cleo)
    assert len(told(owner)) == 1
