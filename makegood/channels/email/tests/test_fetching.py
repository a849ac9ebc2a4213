"""Mail is fetched from a real IMAP server: at once, once, read or unread, and passed over only when it is stored."""

import datetime as dt
import imaplib
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.utils import timezone

from makegood.cases.models import Case
from makegood.channels.email import actions as email
from makegood.channels.email import fetching, folder, intake, signing_in
from makegood.channels.email.models import Mailbox, RawMail
from makegood.channels.email.tests.conftest import free_port, mail


@pytest.fixture
def imap():
    """A real IMAP server with one user, demouser."""
    port = free_port()
    command = [
        str(Path(sys.executable).parent / "pymap"),
        "--no-tls",
        "--no-service",
        "admin",
        "--no-service",
        "managesieve",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "dict",
        "--demo-data",
    ]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(600):
        try:
            imaplib.IMAP4("127.0.0.1", port).logout()
            break
        except OSError:
            time.sleep(0.1)
    else:
        server.kill()
        pytest.fail("the IMAP server did not start")
    yield port
    server.terminate()
    server.wait(10)


@contextmanager
def ada_at(port):
    """A session of another program in the same mailbox."""
    with imaplib.IMAP4("127.0.0.1", port) as session:
        session.login("demouser", "demopass")
        session.select("INBOX")
        yield session


def unseen(port):
    with ada_at(port) as session:
        return session.search(None, "UNSEEN")[1][0].split()


@pytest.fixture
def fetched(transactional_db, imap, hale, now):
    """support@hale.example, fetched from the server, in which nothing is new."""
    with ada_at(imap) as session:
        for number in session.search(None, "UNSEEN")[1][0].split():
            session.store(number, "+FLAGS", "\\Seen")
    return email.open_mailbox(
        brand=hale, address="support@hale.example", by="", at=now, imap_host="127.0.0.1", imap_port=imap,
        imap_security="none", imap_user="demouser", imap_secret="demopass",
    )  # fmt: skip


def arrive(port, text="By IMAP", *, into="INBOX", seen=False, **headers):
    with ada_at(port) as session:
        session.append(into, "\\Seen" if seen else None, None, mail(text, **headers).as_bytes())


@contextmanager
def running(wake=lambda: None):
    """Fetching as the worker does it. `wake` ends its waiting when all is done."""
    stop = threading.Event()
    thread = threading.Thread(target=fetching.run, args=(stop,))
    thread.start()
    try:
        yield
    finally:
        # Also when a test fails: threads that go on would keep the whole run from ending.
        stop.set()
        wake()
        thread.join(10)
        for one in threading.enumerate():
            if one.name.startswith("imap "):
                one.join(fetching.IDLES_FOR + 5)


def soon(question):
    for _ in range(600):
        if question():
            return True
        time.sleep(0.1)
    return False


def test_mail_is_fetched_marked_and_taken_in(fetched, imap, monkeypatch):
    monkeypatch.setattr(fetching, "IDLES_FOR", 2.0)
    arrive(imap)
    with running():
        assert soon(lambda: Mailbox.objects.get().last_fetched_at and not unseen(imap))
    fetched.refresh_from_db()
    assert (RawMail.objects.get().source, fetched.fetch_trouble) == ("imap", "")
    assert fetched.last_mail_at is not None
    intake.work(at=timezone.now())
    assert Case.objects.get().messages.get().text == "By IMAP"


def test_what_comes_while_we_wait_is_fetched_at_once(fetched, imap, monkeypatch):
    # Longer than the test looks: only IDLE can bring it.
    monkeypatch.setattr(fetching, "IDLES_FOR", 60.0)
    with running(wake=lambda: arrive(imap, "The last")):
        assert soon(lambda: Mailbox.objects.get().last_fetched_at)
        for number in range(2):
            arrive(imap, f"While we wait {number}")
            assert soon(lambda wanted=number + 1: RawMail.objects.count() == wanted)


@contextmanager
def at_the_folder(mailbox):
    """A connection of ours, as a thread of the worker makes it."""
    mailbox.refresh_from_db()
    box = signing_in.imap(mailbox)
    folder.begin(box, mailbox, at=timezone.now())
    yield box
    box.logout()


def fetch(mailbox):
    """One look over a new connection; how many came."""
    with at_the_folder(mailbox) as box:
        return folder.fetch(box, mailbox, at=timezone.now())


def take_in():
    while intake.work(at=timezone.now()):
        pass
    return sorted(RawMail.objects.values_list("outcome", flat=True))


def test_a_crash_between_storing_and_marking_makes_one_case(fetched, imap):
    arrive(imap)
    assert fetch(fetched) == 1
    # As if we had been killed before the server heard of it, and before it was written down.
    with ada_at(imap) as session:
        session.store("*", "-FLAGS", "\\Seen")
    Mailbox.objects.update(uid_last=0)
    assert fetch(fetched) > 1
    assert take_in().count("duplicate") == 1
    assert Case.objects.filter(messages__text="By IMAP").count() == 1


def test_what_cannot_be_stored_stays_unseen(fetched, imap, settings, tmp_path):
    arrive(imap)
    wall = tmp_path / "wall"
    wall.write_text("a file where a folder should be")
    kept, settings.DATA_DIR = settings.DATA_DIR, wall
    with at_the_folder(fetched) as box, pytest.raises(OSError):
        folder.fetch(box, fetched, at=timezone.now())
    assert len(unseen(imap)) == 1
    settings.DATA_DIR = kept
    assert fetch(fetched) == 1
    assert not unseen(imap)


def test_mail_that_somebody_has_read_already_is_fetched(fetched, imap):
    assert fetch(fetched) == 0
    arrive(imap, "Read on a telephone", seen=True)
    assert fetch(fetched) == 1
    assert fetch(fetched) == 0


def test_what_was_read_before_we_came_is_not_ours(fetched, imap):
    arrive(imap, "Of last year", seen=True)
    arrive(imap, "Nobody has read this")
    assert fetch(fetched) == 1
    take_in()
    assert Case.objects.get().messages.get().text == "Nobody has read this"


def test_one_may_begin_with_what_comes_from_now_on(fetched, imap, now):
    email.edit_mailbox(fetched, by="", at=now, imap_begin="new")
    arrive(imap, "Nobody has read this")
    assert fetch(fetched) == 0
    arrive(imap, "From now on")
    assert fetch(fetched) == 1
    take_in()
    assert Case.objects.get().messages.get().text == "From now on"


def test_what_somebody_marks_as_unread_comes_again_and_is_known(fetched, imap):
    fetch(fetched)
    arrive(imap)
    assert fetch(fetched) == 1
    with ada_at(imap) as session:
        session.store("*", "-FLAGS", "\\Seen")
    assert fetch(fetched) == 1
    assert take_in() == ["duplicate", "opened"]


def test_a_folder_with_new_numbers_loses_nothing_and_doubles_nothing(fetched, imap, now):
    with ada_at(imap) as session:
        session.create("Support")
    email.edit_mailbox(fetched, by="", at=now, imap_folder="Support")
    fetch(fetched)
    arrive(imap, "Before", into="Support")
    assert fetch(fetched) == 1
    email.note_fetch(fetched, came=True, at=timezone.now())
    before = fetched.uid_validity
    # Restored from a copy: the same mail, read, and one that came meanwhile and was read, under new numbers.
    with ada_at(imap) as session:
        session.delete("Support")
        time.sleep(1.1)  # the server takes its clock's seconds for the numbering
        session.create("Support")
    arrive(imap, "Before", into="Support", seen=True)
    arrive(imap, "Meanwhile", into="Support", seen=True)
    assert fetch(fetched) == 2
    assert fetched.uid_validity != before
    assert take_in() == ["duplicate", "opened", "opened"]


def test_another_folder_begins_anew(fetched, imap, now):
    arrive(imap)
    fetch(fetched)
    assert fetched.uid_last > 0
    email.edit_mailbox(fetched, by="", at=now, name="Help", imap_secret="")
    assert fetched.uid_last > 0
    email.edit_mailbox(fetched, by="", at=now, imap_folder="Sent")
    fetched.refresh_from_db()
    assert (fetched.uid_validity, fetched.uid_last) == (None, 0)


def test_a_place_in_a_folder_that_is_no_longer_ours_is_not_written(fetched, now):
    old = Mailbox.objects.get()
    email.edit_mailbox(fetched, by="", at=now, imap_folder="Sent")
    assert not email.note_place(old, validity=7, last=99)
    fetched.refresh_from_db()
    assert (fetched.uid_validity, fetched.uid_last) == (None, 0)


def test_one_worker_fetches_a_mailbox_and_another_follows_it(fetched, now):
    key = fetched.pk
    assert email.hold_mailboxes(by="first", at=now) == {key}
    assert email.hold_mailboxes(by="second", at=now) == set()
    assert email.hold_mailboxes(by="first", at=now + dt.timedelta(seconds=30)) == {key}
    assert email.hold_mailboxes(by="second", at=now + dt.timedelta(seconds=60)) == set()
    # Killed: when the lease is over. Stopped: at once.
    assert email.hold_mailboxes(by="second", at=now + dt.timedelta(seconds=90)) == {key}
    email.let_mailboxes_go(by="second")
    assert email.hold_mailboxes(by="first", at=now + dt.timedelta(seconds=91)) == {key}


def test_two_workers_fetch_each_mail_once(fetched, imap, monkeypatch):
    monkeypatch.setattr(fetching, "IDLES_FOR", 1.0)
    with running(), running():
        assert soon(lambda: Mailbox.objects.get().last_fetched_at)
        assert len([one for one in threading.enumerate() if one.name.startswith("imap ")]) == 1
        for number in range(3):
            arrive(imap, f"Number {number}")
        assert soon(lambda: RawMail.objects.count() == 3)
    assert RawMail.objects.count() == 3
    assert Mailbox.objects.get().fetched_by == ""


def test_a_wrong_password_shows_on_the_mailbox_and_a_right_one_mends_it(fetched, imap, monkeypatch, now):
    monkeypatch.setattr(fetching, "IDLES_FOR", 2.0)
    monkeypatch.setattr(fetching, "LOOKS_EVERY", 0.5)
    email.edit_mailbox(fetched, by="", at=now, imap_secret="wrong")
    with running():
        assert soon(lambda: Mailbox.objects.get().fetch_trouble)
        assert Mailbox.objects.get().trouble_since is not None
        email.edit_mailbox(Mailbox.objects.get(), by="", at=now, imap_secret="demopass")
        assert soon(lambda: Mailbox.objects.get().last_fetched_at)
    assert Mailbox.objects.get().fetch_trouble == ""
