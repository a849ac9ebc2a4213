"""A third party is asked by mail about a case and answers by mail: beside the conversation with the customer, never in it."""

import datetime as dt

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases import forwarding, tokens
from makegood.cases.actions import side_conversations
from makegood.cases.models import Case, Message, SideConversation, SideFile
from makegood.cases.words import File, Words
from makegood.channels.email import actions as email
from makegood.channels.email import sender
from makegood.channels.email.models import Outgoing
from makegood.channels.email.tests.conftest import bounce, mail
from makegood.channels.email.tests.test_tasks_by_mail import notices, react
from makegood.customers.models import Customer
from makegood.promises.models import Commitment

HOUR = dt.timedelta(hours=1)
BANK = "Help <help@bank.example>"


@pytest.fixture
def asked(refund, box, bea, now) -> SideConversation:
    """Bea, whose case it is, asks the bank."""
    cases.assign(refund, owner=bea, by=bea, at=now)
    words = Words(text="Has 1815 left?", files=(File("transfer.txt", "text/plain", b"1815"),))
    made = side_conversations.start(
        refund, address="Help@Bank.example", subject="Transfer 1815", words=words, by=bea, at=now
    )
    react()
    return made


@pytest.fixture
def letter(asked) -> Outgoing:
    return Outgoing.objects.get(kind="side")


def said(conversation: SideConversation) -> list[tuple[str, str]]:
    return list(conversation.words.order_by("at", "id").values_list("kind", "text"))[1:]


def standing(case: Case) -> list[object]:
    """How the case and its promises stand, and what was said in it."""
    promised = Commitment.objects.about(case.ref).order_by("id").values("state", "due_at", "settled_at")
    return [
        Case.objects.filter(pk=case.pk).values("state", "owner", "last_at", "next_due_at").get(),
        list(promised),
        list(Message.objects.filter(case=case).order_by("id").values_list("id", flat=True)),
    ]


def test_they_get_our_words_and_files_and_nothing_else_of_the_case(asked, letter, outside, refund):
    sender.work(at=timezone.now())
    [sent] = outside.to("help@bank.example")
    assert (sent["Subject"], "Has 1815 left?" in sent.get_body(("plain",)).get_content()) == ("Transfer 1815", True)
    assert [part.get_filename() for part in sent.iter_attachments()] == ["transfer.txt"]
    assert sent["Reply-To"] == f"support+{tokens.for_side_mail(asked.key)}@hale.example"
    for kept in ("Ada", "ada@customer.example", "My refund", refund.ref):
        assert kept not in str(sent), kept


def test_an_answer_lands_there_is_told_and_changes_nothing_of_the_case(asked, letter, deliver, refund, bea, now):
    before = standing(refund)
    row = deliver(mail("It left on Monday.", sender=BANK), to=letter.reply_to, at=now + HOUR)
    assert (row.outcome, row.reason, row.case) == ("continued", "side", refund)
    react()
    assert standing(refund) == before
    assert said(asked) == [("theirs", "It left on Monday.")]
    asked.refresh_from_db()
    assert asked.is_unread
    assert f"[{refund.ref}] Help answered in a side conversation" in notices(bea)
    assert not Customer.objects.filter(contact_points__value="help@bank.example").exists()


def test_what_it_answers_places_it_and_another_address_is_marked(asked, letter, deliver, now):
    deliver(mail("Jo here.", sender="Jo <jo@home.example>", In_Reply_To=f"<{letter.identifier}>"), at=now + HOUR)
    assert asked.words.get(kind="theirs").stranger


def test_a_forged_sender_without_our_token_does_not_land_there(asked, letter, refund, deliver, now):
    party = refund.parties.get()
    for to in (
        "support@hale.example",
        f"support+{asked.key}aaaaaaaaaa@hale.example",
        f"support+{tokens.for_mail(asked.key)}@hale.example",
        f"support+{tokens.for_side_mail(party.key)}@hale.example",
    ):
        deliver(mail("It left.", sender=BANK, subject=f"Re: Transfer 1815 [{refund.ref}]"), to=to, at=now + HOUR)
    assert (said(asked), refund.messages.count()) == ([], 1)


def test_a_machine_that_answers_has_not_answered(asked, letter, deliver, now):
    deliver(mail("On holiday.", sender=BANK, Auto_Submitted="auto-replied"), to=letter.reply_to, at=now + HOUR)
    asked.refresh_from_db()
    assert (said(asked), asked.is_unread) == ([("filed", "On holiday.")], False)


def test_closed_it_is_opened_by_an_answer_and_ours_threads_on_once(asked, letter, deliver, bea, now):
    side_conversations.close(asked, by=bea, at=now)
    deliver(mail("It left.", sender=BANK), to=letter.reply_to, at=now + HOUR)
    asked.refresh_from_db()
    assert asked.is_open
    word = side_conversations.write(asked, Words(text="Thanks."), by=bea, at=now + HOUR)
    react()
    email.queue_side_letter(word, at=now)
    _first, more = Outgoing.objects.filter(kind="side").order_by("made_at", "id")
    assert more.in_reply_to == letter.identifier
    asked.refresh_from_db()
    assert not asked.is_unread


def test_a_bounce_stands_there_and_is_told_to_the_owner(asked, letter, deliver, refund, bea, now):
    row = deliver(bounce(letter.identifier, "help@bank.example"), envelope_from="", at=now + HOUR)
    assert row.reason == "not delivered"
    asked.refresh_from_db()
    assert "no such user" in asked.trouble.lower()
    assert refund.messages.count() == 1
    react()
    assert f"[{refund.ref}] A mail to help@bank.example did not arrive" in notices(bea)


def test_a_file_that_the_scanner_refused_does_not_leave(asked, letter, outside, settings):
    settings.SCANNER = "tcp://127.0.0.1:1"
    cases.note_scan(SideFile.objects.get().digest, refused="Eicar", at=timezone.now())
    sender.work(at=timezone.now())
    asked.refresh_from_db()
    assert (outside.to("help@bank.example"), "transfer.txt" in asked.trouble) == ([], True)


def test_a_forwarded_message_stands_below_and_its_answer_never_before_the_customer(
    refund, box, bea, outside, deliver, now
):
    words = Words(text="Is this yours?", quoted=forwarding.quoted(refund.messages.get()))
    given = {"address": "help@bank.example", "subject": "Fwd: My refund"}
    made = side_conversations.forward(refund.messages.get(), **given, words=words, by=bea, at=now)
    react()
    sender.work(at=timezone.now())
    text = outside.to("help@bank.example")[0].get_body(("plain",)).get_content()
    assert text.index("Is this yours?") < text.index("From: Ada Byron") < text.index("Where is my refund?")
    before = standing(refund)
    deliver(mail("Yes, ours.", sender=BANK), to=Outgoing.objects.get(kind="side").reply_to, at=now + HOUR)
    assert (standing(refund), said(made)) == (before, [("theirs", "Yes, ours.")])
