"""No room on the disk, a database that is held or refuses: nothing acknowledged is lost, the rest is asked to wait,
and whoever looks after mail sees why."""

import datetime as dt
import os
import resource
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager

import psycopg
import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from makegood.cases import blobs
from makegood.cases.models import Seen
from makegood.channels.email import actions as email
from makegood.channels.email import intake, stuck
from makegood.channels.email.models import RawMail
from makegood.channels.email.tests.conftest import mail
from tests.faults.conftest import Caller

LARGE = b"Subject: large\r\n\r\n" + b"x" * 600_000
LATER = dt.timedelta(minutes=10)


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """The system refuses to let any file of this process grow beyond a size, as a full disk would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def tiny(tmp_path, settings) -> Iterator[None]:
    """A data directory on a disk of two megabytes."""
    mounted = (
        os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(tmp_path)], capture_output=True, check=False
        ).returncode
    )
    if not mounted:
        pytest.skip("only root can make a small disk")
    settings.DATA_DIR = tmp_path
    yield
    subprocess.run(["umount", "--lazy", str(tmp_path)], check=True)


def send(port: int, raw: bytes) -> bytes:
    caller = Caller(port)
    try:
        caller.begin()
        caller.line.sendall(raw + b"\r\n.\r\n")
        return caller.answer()[:3]
    finally:
        caller.leave()


def page(client, user) -> str:
    client.force_login(user)
    return client.get(reverse("profile")).content.decode()


def test_a_mail_for_which_there_is_no_room_stays_with_its_sender(smtp, tmp_path, settings):
    settings.DATA_DIR = tmp_path
    with files_no_larger_than(100_000):
        assert send(smtp, LARGE) == b"451"
    assert not RawMail.objects.exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()], "half a mail is no mail"
    assert send(smtp, LARGE) == b"250"
    assert blobs.read(RawMail.objects.get().digest, shelf="mail") == LARGE + b"\r\n"


def test_on_a_full_disk_what_was_acknowledged_is_whole_and_staff_see_it_filling(smtp, tiny, client, owner):
    answers = [send(smtp, b"X: %d\r\n%s" % (number, LARGE)) for number in range(6)]
    assert answers == [b"250"] * 3 + [b"451"] * 3
    assert [len(blobs.read(row.digest, shelf="mail")) for row in RawMail.objects.all()] == [len(LARGE) + 8] * 3
    assert "The disk is almost full." in page(client, owner)
    assert stuck.LEAST_FREE > 2_000_000


def test_files_that_find_no_room_wait_with_their_mail(box, tmp_path, settings, client, owner):
    settings.DATA_DIR = tmp_path
    made = mail()
    made.add_attachment(b"y" * 300_000, maintype="application", subtype="pdf", filename="receipt.pdf")
    stored = timezone.now() - LATER
    [row] = email.store(made.as_bytes(), mailboxes=[box], source="smtp", envelope_from="a@b.example", envelope_to=[], at=stored)  # fmt: skip
    (tmp_path / "blobs").write_text("in the way")
    intake.work(at=timezone.now())
    row.refresh_from_db()
    assert row.state == RawMail.State.RECEIVED
    assert "Mail waits to be taken in." in page(client, owner)
    assert "NotADirectoryError" in page(client, owner)
    (tmp_path / "blobs").unlink()
    intake.work(at=timezone.now() + LATER)
    row.refresh_from_db()
    assert row.outcome == "opened"
    assert row.message.attachments.get().size == 300_000
    assert "waits to be taken in" not in page(client, owner)


@contextmanager
def held_by_another(table: str) -> Iterator[None]:
    """Another program holds the database against writers: all of SQLite, one table of PostgreSQL."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(connection.settings_dict["NAME"])) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.rollback()
    else:
        with psycopg.connect(
            **connection.get_connection_params() | {"cursor_factory": psycopg.ClientCursor, "context": None}
        ) as other:
            other.execute(f"LOCK TABLE {table} IN EXCLUSIVE MODE")
            yield
            other.rollback()


@pytest.fixture
def impatient(monkeypatch) -> None:
    """Threads that connect from now on wait a second for the database, not twenty."""
    if connection.vendor == "sqlite":
        monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 1)


def test_while_the_database_is_held_senders_are_asked_to_come_again(impatient, smtp):
    with held_by_another("email_rawmail"):
        assert send(smtp, LARGE) == b"451"
    assert send(smtp, LARGE) == b"250"
    assert RawMail.objects.count() == 1


def test_a_mail_that_the_database_refuses_is_parked_shown_and_can_be_tried_again(box, client, owner):
    [row] = email.store(mail().as_bytes(), mailboxes=[None], source="command", envelope_from="", envelope_to=[], at=timezone.now())  # fmt: skip
    intake.work(at=timezone.now())
    assert "1 mail could not be taken in." in page(client, owner)
    assert (
        "None of the addresses it was sent to is a mailbox of ours." in client.get(reverse("parked")).content.decode()
    )
    RawMail.objects.filter(pk=row.pk).update(mailbox=box)
    client.post(reverse("parked-replay", args=[row.pk]))
    intake.work(at=timezone.now())
    row.refresh_from_db()
    assert row.outcome == "opened"
    assert "could not be taken in" not in page(client, owner)


@contextmanager
def hurried() -> Iterator[None]:
    """This thread waits a fifth of a second for the database."""
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 200" if sqlite else "SET lock_timeout = 200")
        yield
        cursor.execute("PRAGMA busy_timeout = 20000" if sqlite else "RESET lock_timeout")


def reads_the_case(client, case) -> bool:
    answer = client.get(reverse("case", args=[case.ref]))
    return answer.status_code == 200 and "Where is my refund?" in answer.content.decode()


def test_a_case_is_read_while_the_database_is_held(box, refund, client, bea, caplog):
    client.force_login(bea)
    with hurried(), held_by_another("cases_seen"):
        assert reads_the_case(client, refund)
    assert f"It could not be noted that {refund.ref} was read" in caplog.text
    assert not Seen.objects.exists()
    assert reads_the_case(client, refund)
    assert Seen.objects.filter(case=refund, staff=bea).exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL writes its files in processes of its own")
def test_a_case_is_read_on_a_full_disk(box, refund, client, bea, caplog):
    client.force_login(bea)
    with files_no_larger_than(0):
        assert reads_the_case(client, refund)
    assert f"It could not be noted that {refund.ref} was read" in caplog.text
    assert reads_the_case(client, refund)
    assert Seen.objects.filter(case=refund, staff=bea).exists()
