"""What the listener takes, and what it refuses, over real sockets."""

import smtplib
import socket
import threading
import time

import pytest
from django.utils import timezone

from makegood.channels.email import actions as email
from makegood.channels.email import intake, listener, sessions
from makegood.channels.email.addressing import directory
from makegood.channels.email.models import RawMail
from makegood.channels.email.tests.conftest import free_port, mail

HEAD = b"From: ada@customer.example\r\nTo: support@hale.example\r\nSubject: long\r\n\r\n"


@pytest.fixture
def door(transactional_db, box):
    """The port of our listener."""
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


@pytest.fixture
def session(door):
    with smtplib.SMTP("127.0.0.1", door) as one:
        one.ehlo()
        yield one


def test_only_our_addresses_however_they_are_written(session):
    session.mail("ada@customer.example")
    for ours in ("support@hale.example", "Support@HALE.example", "support+abc@hale.example", "postmaster@hale.example"):
        assert session.rcpt(ours)[0] == 250, ours
    for other in ("bea@hale.example", "support@hale.example.evil.example", "support%evil.example@hale.example", "root"):
        assert session.rcpt(other)[0] >= 500, other


def test_it_says_how_much_it_takes_and_refuses_more_before_it_is_sent(session):
    assert int(session.esmtp_features["size"]) == sessions.LARGEST == 100 * 1024 * 1024
    assert session.mail("ada@customer.example", [f"size={sessions.LARGEST + 1}"])[0] == 552


def test_more_than_was_announced_is_refused_at_its_end_and_the_session_goes_on(session, monkeypatch):
    monkeypatch.setattr(sessions, "LARGEST", 1_000_000)
    huge = HEAD + b"x" * 70 + b"\r\n" + (b"y" * 70 + b"\r\n") * 20_000
    with pytest.raises(smtplib.SMTPDataError) as refused:
        session.sendmail("ada@customer.example", ["support@hale.example"], huge)
    assert refused.value.smtp_code == 552
    session.sendmail("ada@customer.example", ["support@hale.example"], HEAD + b"small\r\n")
    assert RawMail.objects.count() == 1


def test_a_line_of_a_megabyte_is_taken(session):
    session.sendmail("ada@customer.example", ["support@hale.example"], HEAD + b"x" * 1024 * 1024 + b"\r\n")
    assert RawMail.objects.get().size > 1024 * 1024


def test_a_mailbox_closed_in_the_middle_of_a_mail_loses_nothing(session, box, now):
    session.mail("ada@customer.example")
    assert session.rcpt("support@hale.example")[0] == 250
    email.close_mailbox(box, by="", at=now)
    directory.forget()
    assert session.data(mail().as_bytes())[0] == 250
    intake.work(at=timezone.now())
    assert (RawMail.objects.get().state, RawMail.objects.get().mailbox) == ("parked", None)
