"""Whoever gets a blind copy gets the mail, and nobody who reads it can tell."""

from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.channels.email import actions as email
from makegood.channels.email import sender
from makegood.channels.email.tests.conftest import mail

PARTNER = "partner@else.example"


def test_a_blind_copy_is_in_the_envelope_and_in_no_header(transactional_db, outside, deliver, bea):
    case = deliver(mail()).case
    answer = Answer(text="It is on its way.", cc=("carl@customer.example",), bcc=(PARTNER,), undo_seconds=0)
    email.queue_reply(cases.reply(case, answer, by=bea, at=timezone.now()), at=timezone.now())
    sender.work(at=timezone.now())
    [left] = [one for one in outside.mails if str(one["Subject"]).startswith("Re:")]
    assert PARTNER in outside.receivers
    assert left["Cc"] == "carl@customer.example"
    assert PARTNER not in left.as_string()
