"""Mail is fetched from a real IMAP server: at once, once, and marked as seen only when it is stored for good."""

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
from makegood.channels.email import fetching, intake, signing_in
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
    for _ in range(100):
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


def arrive(port, text="By IMAP", **headers):
    with ada_at(port) as session:
        session.append("INBOX", None, None, mail(text, **headers).as_bytes())


@contextmanager
def running(wake=lambda: None):
    """Fetching as the worker does it. `wake` ends its waiting when all is done."""
    stop = threading.Event()
    thread = threading.Thread(target=fetching.run, args=(stop,))
    thread.start()
    yield
    stop.set()
    wake()
    thread.join(10)
    for one in threading.enumerate():
        if one.name.startswith("imap "):
            one.join(fetching.IDLES_FOR + 5)


def soon(question):
    for _ in range(200):
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


def test_a_crash_between_storing_and_marking_makes_one_case(fetched, imap):
    arrive(imap)
    box = signing_in.imap(fetched)
    assert fetching.fetch(box, fetched) == 1
    # As if we had been killed before the server heard of it.
    box.flag(box.uids("ALL")[-1], ["\\Seen"], False)
    assert fetching.fetch(box, fetched) == 1
    box.logout()
    while intake.work(at=timezone.now()):
        pass
    assert sorted(RawMail.objects.values_list("outcome", flat=True)) == ["duplicate", "opened"]
    assert Case.objects.count() == 1


def test_what_cannot_be_stored_stays_unseen(fetched, imap, settings, tmp_path):
    arrive(imap)
    wall = tmp_path / "wall"
    wall.write_text("a file where a folder should be")
    settings.DATA_DIR = wall
    box = signing_in.imap(fetched)
    with pytest.raises(OSError):
        fetching.fetch(box, fetched)
    box.logout()
    assert len(unseen(imap)) == 1


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
