"""Whoever snoozed a case because they wait for somebody else has it back when they have answered."""

import datetime as dt

from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions import side_conversations, tasks
from makegood.cases.actions.replying import Answer
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import Case
from makegood.cases.words import Words
from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing
from makegood.clockwork import following
from makegood.events.models import Event
from makegood.promises import actions as promises


def follow():
    while following.work(at=timezone.now()):
        pass


def test_an_answered_task_brings_the_case_back(refund, hale, bea, now):
    email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)
    promises.excuse_all(about=refund.ref, reason="other", by=bea.key, at=now)
    plumber = Receiver(address="office@plumber.example", name="Plumber", language="en")
    task = tasks.give(refund, Errand(what="Look at it", receiver=plumber), by=bea, at=now)
    cases.snooze(refund, until=now + dt.timedelta(days=9), by=bea, at=now)
    follow()
    assert Case.objects.snoozed().get() == refund
    tasks.answer(task, Words(text="Done on Friday."), at=now)
    follow()
    assert Case.objects.in_work().get() == refund
    assert Event.objects.get(name="case.returned").data == {"reason": "snooze-answered"}


def test_an_answered_side_conversation_brings_the_case_back(refund, hale, bea, now):
    email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)
    promises.excuse_all(about=refund.ref, reason="other", by=bea.key, at=now)
    asked = side_conversations.start(
        refund, address="help@bank.example", subject="1815", words=Words(text="Has it left?"), by=bea, at=now
    )
    cases.snooze(refund, until=now + dt.timedelta(days=9), by=bea, at=now)
    side_conversations.file_automatic(asked, Words(text="We are closed today."), at=now)
    follow()
    assert Case.objects.snoozed().get() == refund
    side_conversations.answer(asked, Words(text="It left on Monday."), at=now)
    follow()
    assert Case.objects.in_work().get() == refund
    assert Event.objects.get(name="case.returned").data == {"reason": "snooze-side"}


def test_whoever_owns_a_case_without_an_answer_is_told_since_when(refund, hale, bea, now):
    email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)
    asked = Answer(text="Which order?", awaited_until=now + dt.timedelta(days=3), undo_seconds=0)
    cases.reply(refund, asked, by=bea, at=now)
    assert cases.miss_due(at=now + dt.timedelta(days=3)) == 1
    follow()
    told = Outgoing.objects.get(subject__contains="No answer since")
    assert (told.to, told.subject.startswith(f"[{refund.ref}]")) == ([bea.email], True)
