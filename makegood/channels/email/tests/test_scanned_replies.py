"""A reply leaves when the virus scanner has looked at its files; one with a refused file never does, and says why."""

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases import scanning
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Message
from makegood.cases.tests.scanner import EICAR, clamd_in
from makegood.cases.words import File
from makegood.channels.email import actions as email
from makegood.channels.email import sender
from makegood.channels.email.models import Outgoing
from makegood.channels.email.tests.conftest import mail
from makegood.promises.models import Commitment


@pytest.fixture(scope="module")
def clam(tmp_path_factory):
    with clamd_in(tmp_path_factory.mktemp("clamd")) as addresses:
        yield addresses


@pytest.fixture
def reply(transactional_db, outside, deliver, bea, settings, clam, now):
    """Bea answers Ada with files, where a scanner is set."""
    settings.SCANNER = clam[0]

    def write(**files: bytes) -> Message:
        case = deliver(mail()).case
        given = tuple(File(f"{name}.pdf", "application/pdf", content) for name, content in files.items())
        answer = Answer(text="Here it is.", files=given, undo_seconds=0)
        message = cases.reply(case, answer, by=bea, at=timezone.now())
        email.queue_reply(message, at=timezone.now())
        return message

    return write


def send() -> None:
    """The sender's turn, whatever waits for its time."""
    Outgoing.objects.filter(state="waiting").update(run_at=timezone.now())
    sender.work(at=timezone.now())


def replies(outside) -> list:
    return [one for one in outside.mails if str(one["Subject"]).startswith("Re:")]


def test_a_reply_waits_until_its_files_have_been_looked_at(reply, outside):
    message = reply(receipt=b"a receipt")
    send()
    assert not replies(outside)
    message.refresh_from_db()
    assert message.delivery == "waiting"
    scanning.work(at=timezone.now())
    send()
    [left] = replies(outside)
    assert [part.get_filename() for part in left.iter_attachments()] == ["receipt.pdf"]


def test_a_refused_file_stops_it_and_its_writer_reads_which(reply, outside):
    message = reply(receipt=b"a receipt", invoice=EICAR)
    scanning.work(at=timezone.now())
    send()
    send()
    assert not replies(outside)
    message.refresh_from_db()
    assert (message.delivery, message.text) == ("failed", "Here it is.")
    assert "“invoice.pdf”" in message.trouble
    assert "has not left" in message.trouble
    assert "receipt.pdf" not in message.trouble
    assert Commitment.objects.get(about=message.case.ref, key="first-reply").owed
    assert message not in message.case.messages.for_customer(), "the customer's page does not show it either"


def test_a_reply_without_files_and_a_greeting_wait_for_no_scanner(reply, outside, settings):
    settings.SCANNER = "tcp://127.0.0.1:1"
    reply()
    send()
    assert len(replies(outside)) == 1
    assert len(outside.mails) == 2


def test_without_a_scanner_files_leave_at_once(reply, outside, settings):
    settings.SCANNER = ""
    reply(receipt=b"a receipt")
    send()
    assert len(replies(outside)) == 1
