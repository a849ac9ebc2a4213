"""What follows from what happened, with the present state looked at first."""

import datetime as dt

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.words import File, Words
from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing
from makegood.clockwork import following, promising
from makegood.events.models import Reaction
from makegood.promises import actions as promises
from makegood.promises.models import Commitment
from makegood.staff import actions as staff

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def box(hale, now):
    return email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)


def react():
    while following.work(at=timezone.now()):
        pass
    assert not Reaction.objects.exclude(trouble="").exists(), Reaction.objects.exclude(trouble="").first().trouble


def notices(user) -> list[str]:
    return [one.subject for one in Outgoing.objects.filter(staff=user).order_by("made_at", "id")]


def test_a_released_reply_goes_into_the_queue_once(box, refund, bea, now):
    cases.reply(refund, Answer(text="It left us.", undo_seconds=0), by=bea, at=now)
    react()
    outgoing = Outgoing.objects.get(kind="reply")
    assert outgoing.to == ["ada@customer.example"]
    assert outgoing.text.startswith("It left us.")


def test_without_an_address_the_page_is_where_it_is_delivered(box, hale, ada, bea, now):
    case, _ = cases.open_case(brand=hale, customer=ada, subject="", words=Words(text="x"), channel="portal", at=now)
    message = cases.reply(case, Answer(text="Here.", undo_seconds=0), by=bea, at=now)
    react()
    message.refresh_from_db()
    assert message.delivery == "sent"
    assert not Outgoing.objects.filter(kind="reply").exists()


def test_a_reply_that_no_mailbox_can_carry_is_owed_again_and_its_writer_reads_why(box, refund, bea, now):
    email.close_mailbox(box, by="", at=now)
    message = cases.reply(refund, Answer(text="Here.", undo_seconds=0), by=bea, at=now)
    react()
    message.refresh_from_db()
    assert message.delivery == "failed"
    assert "no mailbox in use" in message.trouble
    assert Commitment.objects.get(about=refund.ref, key="first-reply").owed


def test_a_reply_with_a_refused_file_is_shown_nowhere_and_writer_and_owner_hear_of_it(box, hale, ada, bea, cleo, now):
    case, _ = cases.open_case(brand=hale, customer=ada, subject="", words=Words(text="x"), channel="portal", at=now)
    cases.assign(case, owner=cleo, by=cleo, at=now)
    answer = Answer(text="Here.", files=(File("tool.exe", "application/x-msdownload", b"tool"),), undo_seconds=0)
    message = cases.reply(case, answer, by=bea, at=now)
    cases.note_scan(message.attachments.get().digest, refused="Win.Trojan", at=now)
    react()
    message.refresh_from_db()
    assert message.delivery == "failed"
    assert "“tool.exe” (Win.Trojan)" in message.trouble
    assert not case.messages.for_customer().filter(kind="reply").exists()
    assert notices(bea) == [f"[{case.ref}] A reply was not delivered"]
    assert notices(cleo) == notices(bea)  # the case was nobody's when Ada wrote


def test_a_case_from_the_form_with_an_address_is_greeted_by_mail(box, hale, ada, now):
    words = Words(text="x", sender="ada@customer.example")
    cases.open_case(brand=hale, customer=ada, subject="", words=words, channel="portal", at=now)
    react()
    assert Outgoing.objects.get(kind="greeting").to == ["ada@customer.example"]


def test_owner_and_lead_hear_before_and_after_a_promise_breaks(box, refund, bea, cleo, now):
    cases.assign(refund, owner=bea, by=bea, at=now)
    promises.warn_due(at=now + 3 * HOUR + dt.timedelta(minutes=1))
    promising.settle(at=now + 5 * HOUR)
    react()
    assert not [subject for subject in notices(cleo) if "Promise broken" in subject]
    promising.finalise(at=now + 5 * HOUR + dt.timedelta(minutes=1))
    react()
    for person in (bea, cleo):
        told = " ".join(notices(person))
        assert "Promise broken: First reply" in told


def test_owner_and_lead_hear_of_what_bea_promised_in_her_own_words(box, refund, bea, cleo, now):
    cases.assign(refund, owner=bea, by=bea, at=now)
    cases.promise(refund, words="I will bring the lamp myself.", due_at=now + 2 * HOUR, by=bea, at=now)
    promises.warn_due(at=now + 2 * HOUR - dt.timedelta(minutes=10))
    react()
    letters = Outgoing.objects.filter(kind="notice", text__contains="I will bring the lamp myself.")
    assert {letter.staff for letter in letters} == {bea, cleo}
    promising.settle(at=now + 2 * HOUR)
    promising.finalise(at=now + 2 * HOUR + dt.timedelta(minutes=2))
    react()
    assert letters.filter(subject__contains="Promise broken").count() == 2


def test_a_warning_that_has_been_overtaken_is_not_sent(box, refund, bea, cleo, now):
    promises.warn_due(at=now + 3 * HOUR + dt.timedelta(minutes=1))
    cases.reply(refund, Answer(text="It left us.", undo_seconds=0), by=bea, at=now + 3 * HOUR)
    react()
    assert not [subject for subject in notices(cleo) if "Due soon: First reply" in subject]


def test_the_owner_hears_of_new_words_and_the_writer_of_none(box, refund, bea, cleo, now):
    cases.assign(refund, owner=cleo, by=bea, at=now)
    cases.add_words(refund, customer=refund.customer, words=Words(text="Hello?"), channel="email", at=now)
    react()
    assert notices(bea) == []
    assert any("is yours now" in subject for subject in notices(cleo))


def test_the_owner_hears_of_words_that_the_customer_does_not_see_and_of_no_colleague_s_note(
    box, refund, bea, cleo, now
):
    react()
    cases.assign(refund, owner=cleo, by=cleo, at=now)
    cases.note(refund, text="I asked the bank.", by=bea, at=now)
    react()
    assert notices(cleo) == []
    words = Words(text="Between us:", sender="boss@else.example", sender_name="The Boss")
    cases.add_aside(refund, words=words, channel="email", at=now)
    react()
    assert [subject for subject in notices(cleo) if "The Boss wrote" in subject]


def test_words_after_resolved_are_answered_with_a_question(box, refund, bea, now):
    cases.resolve(refund, by=bea, at=now)
    cases.add_words(refund, customer=refund.customer, words=Words(text="Thanks"), channel="email", at=now + HOUR)
    react()
    assert "Is it solved?" in Outgoing.objects.get(kind="question").subject


def test_an_invitation_and_a_reset_reach_the_colleague(box, owner, bea, now):
    guest = staff.invite(email="new@hale.example", name="New", by=owner.key, at=now)
    staff.ask_reset(bea, at=now)
    react()
    assert "/" in Outgoing.objects.get(staff=guest).text
    assert Outgoing.objects.get(staff=bea).kind == "account"


def test_cases_of_a_colleague_who_leaves_go_back_to_the_rota(box, refund, bea, owner, now):
    cases.assign(refund, owner=bea, by=owner, at=now)
    staff.deactivate(bea, by=owner.key, at=now)
    react()
    refund.refresh_from_db()
    assert refund.owner is None


def test_a_customer_who_opens_a_case_again_without_a_word_troubles_no_reaction(box, refund, bea, ada, now):
    cases.assign(refund, owner=bea, by=bea, at=now)
    cases.resolve(refund, by=bea, at=now)
    cases.reopen(refund, by=ada, at=now)
    react()
