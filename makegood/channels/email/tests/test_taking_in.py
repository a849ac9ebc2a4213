"""What becomes of a mail: a case, more words in one, or nothing that could harm anybody."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases import tokens
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, CaseState, Party
from makegood.channels.email import actions as email
from makegood.channels.email import intake, loops
from makegood.channels.email.models import KnownMessage, Outgoing, RawMail
from makegood.channels.email.tests.conftest import bounce, mail
from makegood.customers import actions as customers
from makegood.promises.models import Commitment, LedgerEntry
from makegood.staff import actions as staff

HOUR = dt.timedelta(hours=1)


def token_address(case: Case) -> str:
    return f"support+{tokens.for_mail(case.parties.get(role=Party.Role.CUSTOMER).key)}@hale.example"


@pytest.fixture
def opened(deliver) -> Case:
    return deliver(mail(Message_ID="<first@customer.example>")).case


def test_a_mail_becomes_a_case_with_promises_and_a_greeting(opened, now):
    assert opened.customer.name == "Ada Byron"
    assert opened.messages.get().text == "Where is my refund? I have waited three weeks."
    assert Commitment.objects.about(opened.ref).count() == 3
    greeting = Outgoing.objects.get(case=opened)
    assert (greeting.kind, greeting.to, greeting.in_reply_to) == (
        "greeting",
        ["ada@customer.example"],
        "first@customer.example",
    )
    assert "we reply within 4 working hours" in greeting.text
    assert "By: Monday, 1 June 2026 14:00 BST" in greeting.text
    assert "/c/" in greeting.text
    assert "refund" not in greeting.text + greeting.subject, "an unproved sender's words are not quoted"


def test_the_same_mail_twice_is_one_case(opened, deliver):
    again = deliver(b"Received: from elsewhere\r\n" + mail(Message_ID="<first@customer.example>").as_bytes())
    assert (again.outcome, again.case) == ("duplicate", opened)
    assert Case.objects.count() == 1


def test_an_answer_to_our_address_with_token_lands_in_the_case(opened, deliver, now):
    cases.reply(opened, Answer(text="Which order?", undo_seconds=0), by=_bea(opened), at=now)
    row = deliver(mail("Number 7."), to=token_address(opened), at=now + HOUR)
    assert (row.outcome, row.reason, row.case) == ("continued", "token", opened)
    opened.refresh_from_db()
    assert opened.state == CaseState.WAITING_FOR_US


def _bea(case):
    user = staff.invite(email="bea@hale.example", name="Bea", teams=[case.team], by="", at=case.opened_at)
    return staff.accept(
        user, name="Bea", password="correct horse battery", language="en", timezone="UTC", at=case.opened_at
    )


def test_an_answer_is_found_by_what_it_answers(opened, deliver, now):
    greeting = KnownMessage.objects.get(case=opened, ours=True).identifier
    row = deliver(mail("More", In_Reply_To=f"<{greeting}>"), at=now + HOUR)
    assert (row.case, opened.messages.latest("at").matched_by) == (opened, "answer")


def test_a_reference_in_the_subject_counts_for_those_who_belong(opened, deliver, now):
    assert deliver(mail("More", subject=f"Re: [{opened.ref}]"), at=now + HOUR).case == opened


def test_eve_cannot_write_into_adas_case_by_guessing(opened, deliver, now):
    greeting = KnownMessage.objects.get(case=opened, ours=True).identifier
    guessed = f"greeting.{opened.pk.hex}.{'a' * 22}@hale.example"
    assert guessed.partition(".")[0] == greeting.partition(".")[0] and len(guessed) == len(greeting)
    forged = [
        mail("Hi", sender="eve@evil.example", subject=f"Re: [{opened.ref}]"),
        mail("Hi", sender="eve@evil.example", In_Reply_To="<first@customer.example>"),
        mail("Hi", sender="eve@evil.example", In_Reply_To=f"<{guessed}>"),
        mail("Hi", sender="eve@evil.example", References=f"<first@customer.example> <{guessed}>"),
    ]
    for made in forged:
        assert deliver(made, at=now + HOUR).case != opened
    assert opened.messages.count() == 1
    bad = token_address(opened).replace("@", "x@")
    assert deliver(mail("Hi", sender="eve@evil.example"), to=bad, at=now + HOUR).case != opened


def test_a_token_places_a_stranger_but_gives_no_rights(opened, deliver, now):
    row = deliver(mail("I am her sister", sender="sis@customer.example"), to=token_address(opened), at=now + HOUR)
    message = row.message
    assert (row.case, message.stranger, message.customer) == (opened, True, None)
    assert not opened.parties.filter(address="sis@customer.example").exists()


def test_an_answer_to_our_mail_from_another_address_is_placed_and_marked(opened, deliver, now):
    greeting = KnownMessage.objects.get(case=opened, ours=True).identifier
    row = deliver(mail("From my other address", sender="ada@elsewhere.example", In_Reply_To=f"<{greeting}>"), at=now)
    message = row.message
    assert (row.case, message.matched_by, message.stranger, message.customer) == (opened, "answer", True, None)
    assert not opened.parties.filter(address="ada@elsewhere.example").exists()


def test_a_revoked_token_places_nothing(opened, deliver, now):
    address = token_address(opened)
    greeting = KnownMessage.objects.get(case=opened, ours=True).identifier
    opened.parties.update(mail_revoked_at=now)
    answer = mail("Hi", sender="eve@evil.example", In_Reply_To=f"<{greeting}>")
    assert deliver(answer, at=now + HOUR).case != opened
    assert deliver(mail("Hi", sender="eve@evil.example"), to=address, at=now + HOUR).case != opened


def test_after_closing_a_new_case_follows(opened, deliver, now):
    bea = _bea(opened)
    cases.resolve(opened, by=bea, at=now)
    cases.close_due(at=now + dt.timedelta(days=8))
    again = mail("Again", subject=f"Re: [{opened.ref}] {opened.subject}")
    row = deliver(again, to=token_address(opened), at=now + dt.timedelta(days=9))
    assert (row.outcome, row.case.follows) == ("opened", opened)
    assert row.case.subject == opened.subject, "the old reference would name two cases"


@pytest.mark.parametrize("closed_first", [True, False])
def test_of_several_references_in_a_subject_the_last_one_counts(opened, deliver, now, closed_first):
    other = deliver(mail("Another matter", subject="Delivery"), at=now + HOUR).case
    earlier, later = (opened, other) if closed_first else (other, opened)
    cases.resolve(earlier, by=_bea(earlier), at=now + HOUR)
    cases.close_due(at=now + dt.timedelta(days=8))
    row = deliver(mail("More", subject=f"Re: [{earlier.ref}] [{later.ref}]"), at=now + dt.timedelta(days=9))
    assert (row.outcome, row.case) == ("continued", later)


@pytest.mark.parametrize(
    ("headers", "sender", "envelope", "reason"),
    [
        ({"Auto_Submitted": "auto-generated"}, "shop@customer.example", "shop@customer.example", "automatic"),
        ({"List_Id": "<news.customer.example>"}, "ada@customer.example", "x@customer.example", "bulk"),
        ({"Precedence": "bulk"}, "ada@customer.example", "x@customer.example", "bulk"),
        ({}, "ada@customer.example", "", "null-sender"),
        ({}, "no-reply@customer.example", "x@customer.example", "role-address"),
    ],
)
def test_machines_are_heard_but_not_greeted(deliver, headers, sender, envelope, reason):
    row = deliver(mail("An order came in.", sender=sender, **headers), envelope_from=envelope)
    assert row.outcome == "opened", row.reason
    assert LedgerEntry.objects.get(kind="excused").reason == reason
    assert not Outgoing.objects.filter(kind="greeting").exists()


def test_a_vacation_notice_is_filed_and_wakes_nobody(opened, deliver, now):
    bea = _bea(opened)
    cases.reply(opened, Answer(text="Which order?", undo_seconds=0), by=bea, at=now)
    away = mail("I am away until Monday.", subject="Automatic reply: Which order?", Auto_Submitted="auto-replied")
    row = deliver(away, to=token_address(opened), at=now + HOUR)
    opened.refresh_from_db()
    assert (row.outcome, opened.state) == ("auto-reply", CaseState.WAITING_FOR_CUSTOMER)
    assert row.message.kind == "automatic"


def test_our_own_mail_coming_back_is_a_loop(deliver):
    assert deliver(mail("Hi", X_Makegood_Loop=loops.mark())).outcome == "loop"
    assert deliver(mail("Hi", sender="support@hale.example")).outcome == "loop"
    assert not Case.objects.exists()


def test_a_flood_from_one_sender_into_one_case_stops(opened, deliver, now):
    for number in range(25):
        last = deliver(mail(f"Again {number}"), to=token_address(opened), at=now + number * dt.timedelta(seconds=1))
    assert last.outcome == "loop"


def test_forged_senders_make_no_flood_of_greetings(deliver, settings):
    for number in range(40):
        deliver(mail(f"Hello {number}", sender=f"v{number}@victim.example"))
    assert Case.objects.count() == 40
    assert Outgoing.objects.filter(kind="greeting").count() == settings.GREETINGS_PER_DOMAIN
    for number in range(5):
        deliver(mail(f"Hello again {number}", sender="ada@customer.example", Message_ID=f"<{number}@x.example>"))
    assert Outgoing.objects.filter(to_address="ada@customer.example").count() == settings.GREETINGS_PER_ADDRESS


def test_mail_that_fails_dmarc_is_marked_and_not_greeted(deliver, settings):
    settings.TRUSTED_MTA = "mx.hale.example"
    forged = b"Authentication-Results: mx.hale.example; dmarc=fail header.from=customer.example\r\n"
    row = deliver(forged + mail().as_bytes())
    assert not row.message.authenticated
    assert LedgerEntry.objects.get(kind="excused").reason == "forged"


def test_what_the_sender_claims_of_himself_below_our_mta_counts_nothing(deliver, settings):
    settings.TRUSTED_MTA = "mx.hale.example"
    top = b"Authentication-Results: mx.hale.example; dmarc=none\r\n"
    claimed = b"Authentication-Results: mx.hale.example; dmarc=pass header.from=customer.example\r\n"
    assert not deliver(top + claimed + mail().as_bytes()).message.authenticated


def test_a_hard_bounce_of_our_reply_makes_it_owed_again(opened, deliver, now):
    bea = _bea(opened)
    message = cases.reply(opened, Answer(text="It left us.", undo_seconds=0), by=bea, at=now)
    sent = email.queue_reply(message, at=now)
    report = bounce(sent.identifier, "ada@customer.example")
    row = deliver(report, envelope_from="", at=now + HOUR)
    assert (row.outcome, row.reason, row.case) == ("bounce", "not delivered", opened)
    message.refresh_from_db()
    assert message.delivery == "failed"
    assert Commitment.objects.get(about=opened.ref, key="first-reply").state == "open"


def test_a_forged_bounce_for_another_address_changes_nothing(opened, deliver, now):
    bea = _bea(opened)
    message = cases.reply(opened, Answer(text="It left us.", undo_seconds=0), by=bea, at=now)
    sent = email.queue_reply(message, at=now)
    deliver(bounce(sent.identifier, "someone@else.example"), envelope_from="", at=now + HOUR)
    assert Commitment.objects.get(about=opened.ref, key="first-reply").state == "kept"


def test_a_blocked_customer_is_stored_and_opens_nothing(deliver, ada, now):
    customers.block(ada, by="", at=now)
    assert deliver(mail()).outcome == "blocked"
    assert not Case.objects.exists()


def test_a_mail_for_no_mailbox_is_parked_and_can_be_tried_again(deliver, box, now):
    [row] = email.store(mail().as_bytes(), mailboxes=[None], source="command", envelope_from="", envelope_to=[], at=now)
    intake.work(at=now)
    row.refresh_from_db()
    assert row.state == RawMail.State.PARKED
    RawMail.objects.filter(pk=row.pk).update(mailbox=box)
    email.replay(row, by="", at=now)
    intake.work(at=now)
    row.refresh_from_db()
    assert row.outcome == "opened"
