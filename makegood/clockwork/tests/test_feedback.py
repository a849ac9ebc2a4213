"""After *resolved* the customer is asked how they see it, by one mail at most; what they tell has its consequences."""

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing
from makegood.clockwork import following
from makegood.events.models import Reaction
from makegood.feedback import actions as feedback
from makegood.feedback.account import Account
from makegood.feedback.models import Closing
from makegood.recovery.models import Recovery, Trigger


@pytest.fixture(autouse=True)
def box(hale, now):
    return email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)


def react():
    while following.work(at=timezone.now()):
        pass
    assert not Reaction.objects.exclude(trouble="").exists(), Reaction.objects.exclude(trouble="").first().trouble


def letters(kind):
    return list(Outgoing.objects.filter(kind=kind).order_by("made_at", "id"))


def test_the_reply_that_resolves_asks_and_no_other_mail_does(refund, bea):
    cases.reply(refund, Answer(text="It left us.", resolves=True, undo_seconds=0), by=bea, at=timezone.now())
    react()
    [reply] = letters("reply")
    assert "/account" in reply.text
    assert letters("asking") == []
    assert Closing.objects.get().asked_at is not None


def test_resolved_without_a_reply_it_is_asked_by_a_mail_of_its_own_once(refund, bea):
    for _time in range(2):
        cases.resolve(refund, by=bea, at=timezone.now())
        react()
        cases.reopen(refund, by=bea, at=timezone.now())
    [asked] = letters("asking")
    assert asked.to == ["ada@customer.example"]
    assert "/account" in asked.text


def test_a_reply_that_does_not_resolve_asks_nothing(refund, bea):
    cases.reply(refund, Answer(text="I look into it.", undo_seconds=0), by=bea, at=timezone.now())
    react()
    assert "/account" not in letters("reply")[0].text


@pytest.mark.parametrize("address", ["noreply@customer.example", "support@hale.example"])
def test_machines_and_ourselves_are_not_asked(refund, bea, address):
    refund.parties.update(address=address)
    cases.resolve(refund, by=bea, at=timezone.now())
    react()
    assert letters("asking") == []


def test_who_was_not_greeted_as_a_machine_is_not_asked_either(refund, bea):
    cases.withhold_greeting(refund, reason="bulk", at=timezone.now())
    cases.resolve(refund, by=bea, at=timezone.now())
    react()
    assert letters("asking") == []


def test_a_low_answer_opens_one_recovery_and_the_owner_reads_it(refund, bea, ada):
    at = timezone.now()
    cases.assign(refund, owner=bea, by=bea, at=at)
    cases.resolve(refund, by=bea, at=at)
    for words in ("Three weeks!", "Three weeks and a day!"):
        feedback.answer(refund, Account(words, 1, True), by=ada, at=at)
        react()
    assert Recovery.objects.filter(triggers__kind=Trigger.Kind.LOW).count() == 1
    assert Trigger.objects.filter(kind=Trigger.Kind.LOW).count() == 1
    told = [one for one in letters("notice") if "How the customer sees it" in one.subject]
    assert told and told[0].staff == bea


def test_a_good_answer_that_agrees_troubles_nobody(refund, bea, ada):
    at = timezone.now()
    cases.assign(refund, owner=bea, by=bea, at=at)
    cases.resolve(refund, by=bea, at=at)
    feedback.state(refund, Account("A refund", 5, True), by=bea, at=at)
    feedback.answer(refund, Account("My refund", 5, True), by=ada, at=at)
    react()
    assert not Recovery.objects.filter(triggers__kind=Trigger.Kind.LOW).exists()
    assert not [one for one in letters("notice") if "How the customer sees it" in one.subject]
