"""Whoever gets a blind copy gets the mail, and nobody who reads it can tell; nor when they answer it."""

import datetime as dt

from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases import tokens
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, Delivery
from makegood.channels.email import actions as email
from makegood.channels.email import sender
from makegood.channels.email.models import Outgoing
from makegood.channels.email.tests.conftest import mail
from makegood.channels.email.tests.test_tasks_by_mail import bounce
from makegood.promises.models import Commitment

PARTNER = "partner@else.example"
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


def test_a_blind_copy_is_in_the_envelope_and_in_no_header(transactional_db, outside, deliver, bea):
    case = deliver(mail()).case
    answer = Answer(text="It is on its way.", cc=("carl@customer.example",), bcc=(PARTNER,), undo_seconds=0)
    email.queue_reply(cases.reply(case, answer, by=bea, at=timezone.now()), at=timezone.now())
    sender.work(at=timezone.now())
    left, copied = [one for one in outside.mails if str(one["Subject"]).startswith("Re:")]
    assert PARTNER in outside.receivers
    for one in (left, copied):
        assert (one["To"], one["Cc"]) == ("ada@customer.example", "carl@customer.example")
        assert "It is on its way." in one.as_string() and PARTNER not in one.as_string()
    assert left["Message-ID"] != copied["Message-ID"] and left["Reply-To"] != copied["Reply-To"]
    # Only the customer's own leads to the customer's page.
    assert "/c/" not in copied.as_string()


def standing(case: Case) -> list[object]:
    fields = ("state", "awaited_until", "snoozed_until", "last_from_customer_at", "asked_at")
    return [Case.objects.filter(pk=case.pk).values(*fields).get(), list(case.messages.for_customer())]


def test_what_they_answer_is_for_colleagues_alone_and_no_word_of_the_customer(client, deliver, bea, now):
    case = deliver(mail()).case
    asks = Answer(text="Which order?", bcc=(PARTNER,), awaited_until=now + 2 * DAY, undo_seconds=0)
    sent = email.queue_reply(cases.reply(case, asks, by=bea, at=now + HOUR), at=now + HOUR)
    later = cases.plan(case, Answer(text="Still there?"), leaves_at=now + DAY, by=bea, at=now + HOUR)
    before = standing(case)
    answer = mail("She must not hear it.", sender=f"The Boss <{PARTNER.title()}>", Message_ID="<boss@else.example>")
    answer["In-Reply-To"] = f"<{sent.identifier}>"
    row = deliver(answer, to=sent.reply_to, envelope_from=PARTNER, at=now + 2 * HOUR)
    assert (row.outcome, row.case, row.message.kind) == ("continued", case, "note")
    assert standing(case) == before
    later.refresh_from_db()
    assert later.delivery == Delivery.LATER
    # Nor does the next mail to the customer name it among those that it follows.
    again = cases.reply(case, Answer(text="We look.", undo_seconds=0), by=bea, at=now + 3 * HOUR)
    assert "boss@else.example" not in email.queue_reply(again, at=now + 3 * HOUR).references
    theirs = client.get(reverse("customer-case", args=[tokens.for_link(case.parties.get().key)]), follow=True)
    assert b"We look." in theirs.content
    assert b"The Boss" not in theirs.content and b"must not hear" not in theirs.content
    client.force_login(bea)
    ours = client.get(reverse("case", args=[case.ref])).content.decode()
    assert "The Boss" in ours and "She must not hear it." in ours and "The customer never sees it." in ours


def test_whatever_comes_back_to_the_copy_is_for_colleagues_alone_from_whatever_address(deliver, bea, now):
    case = deliver(mail()).case
    answer = Answer(text="It left us.", bcc=(PARTNER,), undo_seconds=0)
    email.queue_reply(cases.reply(case, answer, by=bea, at=now), at=now)
    copy = Outgoing.objects.get(kind="copy")
    for number, to in enumerate((copy.reply_to, "support@hale.example")):
        answer = mail("From my other address.", sender="private@elsewhere.example", Message_ID=f"<{number}@elsewhere>")
        answer["In-Reply-To"] = f"<{copy.identifier}>"
        row = deliver(answer, to=to, envelope_from="private@elsewhere.example", at=now + HOUR)
        assert (row.case, row.message.kind) == (case, "note")
    assert case.messages.for_customer().count() == 2
    # Ada, to whom it was forwarded, is Ada.
    mine = mail("I know of it.", Message_ID="<mine@customer.example>")
    row = deliver(mine, to=copy.reply_to, at=now + 2 * HOUR)
    assert (row.case, row.message.kind) == (case, "customer")


def test_a_party_of_the_case_is_heard_though_they_once_got_a_blind_copy(deliver, settings, bea, now):
    """Even where their server breaks the proof of who they are."""
    settings.TRUSTED_MTA = "mx.hale.example"
    copied = mail()
    copied["Cc"] = "carl@customer.example"
    case = deliver(copied).case
    blind = Answer(text="We look.", bcc=("carl@customer.example",), undo_seconds=0)
    sent = email.queue_reply(cases.reply(case, blind, by=bea, at=now), at=now)
    broken = b"Authentication-Results: mx.hale.example; dmarc=fail header.from=customer.example\r\n"
    thanks = broken + mail("Thanks", sender="carl@customer.example").as_bytes()
    row = deliver(thanks, to=sent.reply_to, at=now + HOUR)
    assert (row.case, row.message.kind, row.message.stranger) == (case, "customer", True)


def test_a_copy_that_comes_back_says_nothing_of_the_mail_itself(deliver, bea, now):
    case = deliver(mail()).case
    message = cases.reply(case, Answer(text="It left us.", bcc=(PARTNER,), undo_seconds=0), by=bea, at=now)
    sent = email.queue_reply(message, at=now)
    email.mark_sent(sent, at=now)
    deliver(bounce(sent.identifier, PARTNER), envelope_from="", at=now + HOUR)
    copy = Outgoing.objects.get(kind="copy")
    deliver(bounce(copy.identifier, PARTNER), envelope_from="", at=now + HOUR)
    sent.refresh_from_db()
    copy.refresh_from_db()
    assert (sent.state, copy.state) == (Outgoing.State.SENT, Outgoing.State.BOUNCED)
    row = deliver(bounce(sent.identifier, "ada@customer.example"), envelope_from="", at=now + 2 * HOUR)
    sent.refresh_from_db()
    message.refresh_from_db()
    assert (row.reason, sent.state, message.delivery) == ("not delivered", Outgoing.State.BOUNCED, Delivery.FAILED)
    assert Commitment.objects.get(about=case.ref, key="first-reply").state == "open"
