"""The SMTP door and those who try it: no relay, no second mail inside the first, no mail lost by strange letters."""

import smtplib

import pytest
from django.utils import timezone

from makegood.cases import blobs
from makegood.channels.email import intake, sessions
from makegood.channels.email.models import Outgoing, RawMail
from makegood.promises.models import LedgerEntry
from tests.faults.conftest import Caller
from tests.serving import eventually

pytestmark = pytest.mark.any_engine

MAIL = b"From: ada@customer.example\r\nSubject: x\r\n\r\nx"
NOT_OURS = [
    b"<someone@else.example>", b"<@hale.example:someone@else.example>", b"<@hale.example,@else.example:a@else.example>",
    b"<someone%else.example@hale.example>", b"<someone@else.example@hale.example>", b'<"someone@else.example"@hale.example>',
    b"<else.example!someone@hale.example>", b"<support@hale.example@else.example>", b"<support@hale.example.else.example>",
    b"<support@sub.hale.example>", b"<support@[127.0.0.1]>", b"<support@localhost>", b"<support>", b"<>", b"<support@hale.example\x00@else.example>",
    b"<support@hale.example>,<a@else.example>", b"<support@hale.example> <a@else.example>", b"<\xff@hale.example>", b"support@else.example",
]  # fmt: skip
# What other servers have taken for the end of a mail; ours is CRLF, dot, CRLF, and nothing else.
NO_ENDS = [
    b"\n.\n", b"\n.\r\n", b"\r.\r\n", b"\r.\r", b"\r\n.\n", b"\r\n.\r", b"\r\n\x00.\r\n", b"\r\n.\x00\r\n", b"\r\n..\r\n", b"\n\n.\r\n", b"\r\n. \r\n",
]  # fmt: skip
STRANGE = [
    b"<a\x00b@c.example>", b"<\xff\xfe@c.example>", b"<\xed\xa0\x80@c.example> SMTPUTF8", b"<" + b"a" * 400 + b"@c.example>", "<ž@ž.lt>".encode(),
]  # fmt: skip
SMUGGLED = b"MAIL FROM:<ceo@hale.example>\r\nRCPT TO:<support@hale.example>\r\nDATA\r\nSubject: smuggled\r\n\r\nx"


def test_it_is_no_relay(smtp):
    for recipient in NOT_OURS:
        caller = Caller(smtp)
        *_, refused, data = caller.begin(to=recipient)
        caller.leave()
        assert refused[:1] == b"5", recipient
        assert data.startswith(b"503"), recipient
    assert not RawMail.objects.exists()


def test_it_tells_nobody_who_lives_here(smtp):
    caller = Caller(smtp)
    caller.say(b"EHLO x")
    assert caller.say(b"VRFY support@hale.example") == caller.say(b"VRFY nobody@hale.example")
    for command in (b"EXPN all", b"ETRN hale.example", b"TURN", b"BDAT 5 LAST"):
        assert caller.say(command)[:1] == b"5", command


def test_no_second_mail_hides_in_the_first(smtp):
    for number, end in enumerate(NO_ENDS, 1):
        caller = Caller(smtp)
        caller.begin()
        caller.line.sendall(MAIL + end + SMUGGLED + b"\r\n.\r\nNOOP\r\n")
        assert caller.answer() == b"250 2.0.0 Stored\r\n", end
        assert caller.answer() == b"250 OK\r\n", end
        caller.leave()
        assert RawMail.objects.count() == number, end
        assert b"smuggled" in blobs.read(RawMail.objects.latest("stored_at").digest, shelf="mail")


def test_what_is_sent_in_one_go_is_answered_in_order(smtp):
    caller = Caller(smtp)
    caller.line.sendall(
        b"EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<someone@else.example>\r\nRCPT TO:<support@hale.example>\r\nDATA\r\n"
        + MAIL + b"\r\n.\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<support@hale.example>\r\nDATA\r\n.\r\nQUIT\r\n"
    )  # fmt: skip
    codes = [caller.answer()[:3] for _ in range(10)]
    assert codes == [b"250", b"250", b"550", b"250", b"354", b"250", b"250", b"250", b"354", b"250"]
    assert sorted(RawMail.objects.values_list("size", flat=True)) == [0, len(MAIL) + 2]


def test_a_sender_in_strange_letters_costs_no_mail(smtp):
    for number, sender in enumerate(STRANGE):
        caller = Caller(smtp)
        caller.begin(sender=sender, to=b"<support+\xff@hale.example>")
        assert caller.say(b"X: %d\r\n%s\r\n." % (number, MAIL)) == b"250 2.0.0 Stored\r\n", sender
        caller.leave()
    intake.work(at=timezone.now())
    assert list(RawMail.objects.values_list("outcome", flat=True)) == ["opened"] * len(STRANGE)


def test_the_null_sender_is_known_and_not_greeted(smtp):
    caller = Caller(smtp)
    caller.begin(sender=b"<>")
    assert caller.say(MAIL + b"\r\n.") == b"250 2.0.0 Stored\r\n"
    intake.work(at=timezone.now())
    assert RawMail.objects.get().envelope_from == ""
    assert LedgerEntry.objects.get(kind="excused").reason == "null-sender"
    assert not Outgoing.objects.exists()


def test_the_bytes_are_kept_as_they_were_sent(smtp):
    body = b".\r\n..\r\n.x\r\n\r\n" + b"\r\n" * 500_000 + b"y" * 3_000_000 + b"\r\n\x00\xff.\r\nlone\nlines\rhere\r\n"
    mail = MAIL + b"\r\n" + body
    with smtplib.SMTP("127.0.0.1", smtp) as session:
        session.ehlo()
        session.mail("ada@customer.example")
        session.rcpt("support@hale.example")
        session.putcmd("data")
        session.getreply()
        session.send(mail.replace(b"\r\n.", b"\r\n..") + b".\r\n")
        assert session.getreply()[0] == 250
    assert blobs.read(RawMail.objects.get().digest, shelf="mail") == mail


def test_a_mail_larger_than_we_take_is_refused_and_the_session_goes_on(smtp):
    caller = Caller(smtp)
    caller.begin()
    for _ in range(sessions.LARGEST // 1_000_000 + 1):
        caller.line.sendall(b"x" * 999_998 + b"\r\n")
    assert caller.say(b".").startswith(b"552")
    assert not RawMail.objects.exists()
    caller.begin()
    assert caller.say(MAIL + b"\r\n.") == b"250 2.0.0 Stored\r\n"


def test_slow_clients_hold_no_place_that_another_needs(smtp):
    """One says nothing, one never ends its command, one its mail: whoever comes next is heard all the same."""
    slow = [Caller(smtp) for _ in range(sessions.SESSIONS)]
    for number, caller in enumerate(slow):
        if number % 3 == 0:
            caller.begin()
        elif number % 3 == 1:
            caller.line.sendall(b"EHLO ")

    def goes_through() -> bool:
        caller = Caller(smtp)
        if not caller.greeting.startswith(b"220"):
            return False
        caller.begin()
        return caller.say(MAIL + b"\r\n.") == b"250 2.0.0 Stored\r\n"

    eventually(goes_through)
    assert RawMail.objects.count() == 1
    assert any(b"421" in caller.rest() for caller in slow), "whose place it was is asked to come again"
