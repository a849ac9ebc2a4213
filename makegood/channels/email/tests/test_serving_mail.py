"""Over real SMTP, in and out: stored before 250, refused for strangers, threaded in the customer's program."""

import datetime as dt
import smtplib
import socket
import threading
import time

import pytest
from django.utils import timezone

from makegood.brands import actions as brands
from makegood.brands.models import Organisation
from makegood.cases import actions as cases
from makegood.cases import blobs
from makegood.cases.actions.replying import Answer
from makegood.channels.email import actions as email
from makegood.channels.email import fetching, intake, listener, sender, sessions, trying
from makegood.channels.email.models import Outgoing, RawMail
from makegood.channels.email.tests.conftest import free_port, mail
from makegood.events.models import Event
from makegood.promises.models import Commitment


@pytest.fixture
def smtp(transactional_db, box):
    """Our listener, on a port of its own."""
    stop, port = threading.Event(), free_port()
    thread = threading.Thread(target=listener.run, args=("127.0.0.1", port, stop))
    thread.start()
    for _ in range(1200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.05)
    yield port
    stop.set()
    thread.join(10)


def test_a_mail_is_stored_before_it_is_acknowledged(smtp, box):
    with smtplib.SMTP("127.0.0.1", smtp) as session:
        session.send_message(mail())
    row = RawMail.objects.get()
    assert b"Where is my refund?" in blobs.read(row.digest, shelf="mail")
    assert (row.mailbox, row.envelope_to) == (box, ["support@hale.example"])


def test_it_is_no_open_relay(smtp):
    with smtplib.SMTP("127.0.0.1", smtp) as session, pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
        session.send_message(mail(to="someone@else.example"))
    assert refused.value.recipients["someone@else.example"][0] == 550
    assert not RawMail.objects.exists()


def test_while_it_cannot_be_stored_the_sender_keeps_it(smtp, settings, tmp_path):
    wall = tmp_path / "wall"
    wall.write_text("a file where a folder should be")
    settings.DATA_DIR = wall
    with smtplib.SMTP("127.0.0.1", smtp) as session, pytest.raises(smtplib.SMTPDataError) as kept:
        session.send_message(mail())
    assert kept.value.smtp_code == 451
    assert not RawMail.objects.exists()


def test_very_long_lines_and_large_mails_are_taken(smtp):
    huge = b"From: ada@customer.example\r\nTo: support@hale.example\r\nSubject: long\r\n\r\n" + b"x" * 900_000 + b"\r\n"
    with smtplib.SMTP("127.0.0.1", smtp) as session:
        session.sendmail("ada@customer.example", ["support@hale.example"], huge)
    assert RawMail.objects.get().size > 900_000


def test_more_sessions_than_places_are_asked_to_come_again(smtp):
    early = [socket.create_connection(("127.0.0.1", smtp), 5) for _ in range(sessions.SESSIONS)]
    for one in early:
        assert one.recv(100).startswith(b"220")
    with socket.create_connection(("127.0.0.1", smtp), 5) as late:
        assert late.recv(100).startswith(b"421")
    for one in early:
        one.close()


def send_all(at):
    while sender.work(at=at):
        pass


def test_the_greeting_leaves_and_keeps_its_promise(transactional_db, outside, deliver, now):
    case = deliver(mail(Message_ID="<first@customer.example>")).case
    send_all(timezone.now())
    [greeting] = outside.to("ada@customer.example")
    assert greeting["In-Reply-To"] == "<first@customer.example>"
    assert greeting["Auto-Submitted"] == "auto-replied"
    assert greeting["Subject"] == f"We have your message [{case.ref}]"
    assert "+" in greeting["Reply-To"]
    assert Commitment.objects.get(about=case.ref, key="acknowledged").settled_at is not None


def test_a_reply_threads_and_its_answer_comes_home(transactional_db, outside, deliver, bea, now):
    case = deliver(mail(Message_ID="<first@customer.example>")).case
    message = cases.reply(case, Answer(text="It left us today.", undo_seconds=0), by=bea, at=now)
    email.queue_reply(message, at=now)
    send_all(timezone.now())
    reply = next(one for one in outside.mails if one["Subject"].startswith("Re: My refund"))
    assert "<first@customer.example>" in reply["References"]
    assert "Auto-Submitted" not in reply
    body = reply.get_body(("plain",)).get_content()
    assert body.startswith("It left us today.")
    assert "> Where is my refund?" in body
    message.refresh_from_db()
    assert message.delivery == "sent"
    answer = mail("Thank you!", to=str(reply["Reply-To"]), subject="Re: My refund", In_Reply_To=reply["Message-ID"])
    row = deliver(answer, to=str(reply["Reply-To"]), at=now + dt.timedelta(hours=1))
    assert (row.case, row.reason) == (case, "token")


def test_long_message_ids_are_answered_as_they_are(transactional_db, outside, deliver, now):
    outlook = f"<{'AM0PR04MB12345F6789ABCDEF' * 3}@AM0PR04MB1234.eurprd04.prod.outlook.com>"
    deliver(mail(Message_ID=outlook))
    send_all(timezone.now())
    raw = outside.raw[-1]
    assert f"In-Reply-To: {outlook}\r\n".encode() in raw
    assert f"References: {outlook}\r\n".encode() in raw


def test_sent_twice_it_has_one_message_id(transactional_db, outside, deliver, now):
    deliver(mail())
    sender.work(at=timezone.now())
    # As if the sender had been killed after sending and before it was written down.
    Outgoing.objects.update(state="waiting", run_at=timezone.now())
    sender.work(at=timezone.now())
    assert len(outside.mails) == 2
    assert len({one["Message-ID"] for one in outside.mails}) == 1


def test_a_refusal_for_good_is_told_and_the_reply_is_owed_again(transactional_db, outside, deliver, bea, now):
    case = deliver(mail()).case
    message = cases.reply(case, Answer(text="It left us.", undo_seconds=0), by=bea, at=now)
    email.queue_reply(message, at=now)
    outside.refuse["ada@customer.example"] = "550 5.1.1 No such user"
    send_all(timezone.now())
    message.refresh_from_db()
    assert message.delivery == "failed"
    assert "550" in message.trouble
    assert Commitment.objects.get(about=case.ref, key="first-reply").state == "open"


def test_a_refusal_for_now_is_tried_again(transactional_db, outside, deliver, now):
    deliver(mail())
    outside.refuse["ada@customer.example"] = "451 4.7.1 Greylisted"
    sender.work(at=timezone.now())
    waiting = Outgoing.objects.get()
    assert (waiting.state, waiting.attempts) == ("waiting", 1)
    outside.refuse.clear()
    sender.work(at=waiting.run_at)
    assert Outgoing.objects.get().state == "sent"


def test_without_a_server_replies_wait_and_an_hour_unsent_reopens(transactional_db, settings, deliver, bea, now):
    settings.SMTP_URL = ""
    case = deliver(mail()).case
    message = cases.reply(case, Answer(text="It left us.", undo_seconds=0), by=bea, at=timezone.now())
    outgoing = email.queue_reply(message, at=timezone.now())
    sender.work(at=timezone.now())
    assert Outgoing.objects.get(pk=outgoing.pk).state == "waiting"
    hour_ago = timezone.now() - dt.timedelta(minutes=61)
    Outgoing.objects.filter(pk=outgoing.pk).update(made_at=hour_ago, run_at=hour_ago)
    sender.work(at=timezone.now())
    assert Outgoing.objects.get(pk=outgoing.pk).state == "waiting"
    message.refresh_from_db()
    assert message.delivery == "failed"


def test_the_demo_company_never_mails(transactional_db, outside, deliver, now):
    deliver(mail())
    Organisation.objects.all().delete()
    brands.found_organisation(name="Demo", country="GB", is_demo=True, at=now)
    assert sender.work(at=timezone.now()) == 1
    assert not outside.mails
    assert Outgoing.objects.get().state == "nowhere"
    assert Event.objects.filter(name="case.acknowledged").exists()


def test_the_demo_company_neither_tries_a_server_nor_fetches(transactional_db, box, outside, now):
    Organisation.objects.all().delete()
    brands.found_organisation(name="Demo", country="GB", is_demo=True, at=now)
    email.edit_mailbox(box, imap_host="127.0.0.1", imap_port=9, by="", at=now)
    assert [step.went_well for step in trying.try_all(box, recipient="bea@hale.example")] == [False, False]
    assert not outside.mails
    threads = {}
    fetching._look(threads, threading.Event(), "worker")
    assert not threads


def test_the_worker_takes_in_what_the_listener_stored(smtp, outside):
    with smtplib.SMTP("127.0.0.1", smtp) as session:
        session.send_message(mail())
    assert intake.work(at=timezone.now()) == 1
    send_all(timezone.now())
    assert len(outside.to("ada@customer.example")) == 1
