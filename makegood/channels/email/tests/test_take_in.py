"""Mails from files are taken in without a worker; silence is told; IMAP is fetched."""

import datetime as dt
import imaplib
import json
import mailbox as stores
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from makegood.cases.models import Case
from makegood.channels.email import actions as email
from makegood.channels.email import fetching, intake, silence
from makegood.channels.email.models import Mailbox, Outgoing, RawMail
from makegood.channels.email.tests.conftest import free_port, mail


def take_in(capsys, *paths):
    call_command("take_in", *map(str, paths))
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_files_maildir_and_mbox(box, tmp_path, capsys):
    one = tmp_path / "one.eml"
    one.write_bytes(mail(Message_ID="<1@x.example>").as_bytes())
    maildir = stores.Maildir(tmp_path / "dir")
    maildir.add(mail("Second", Message_ID="<2@x.example>").as_bytes())
    mbox = stores.mbox(tmp_path / "box")
    for number in (3, 4):
        mbox.add(mail(f"n{number}", Message_ID=f"<{number}@x.example>").as_bytes())
    mbox.flush()
    told = take_in(capsys, one, tmp_path / "dir", tmp_path / "box")
    assert [line["outcome"] for line in told] == ["opened"] * 4
    assert set(told[0]) == {"file", "outcome", "case", "reason"}
    assert take_in(capsys, one)[0]["outcome"] == "duplicate"
    assert Case.objects.count() == 4


def test_what_is_not_there_is_told(box):
    with pytest.raises(CommandError, match=r"no /nowhere"):
        call_command("take_in", "/nowhere")
    with pytest.raises(CommandError, match="no mailbox of ours"):
        call_command("take_in", "--mailbox", "who@else.example", "-")


def test_a_silent_mailbox_is_told_once(box, owner, now):
    Mailbox.objects.filter(pk=box.pk).update(last_mail_at=now, silent_after_hours=24)
    assert silence.work(at=now + dt.timedelta(hours=23)) == 0
    assert silence.work(at=now + dt.timedelta(hours=25)) == 1
    assert silence.work(at=now + dt.timedelta(hours=26)) == 0
    assert Outgoing.objects.get(staff=owner).subject == "Nothing has come to support@hale.example"


def test_raw_mail_is_kept_its_time(box, deliver, now, settings):
    deliver(mail())
    assert silence.forget_old(at=now + dt.timedelta(days=89)) == 0
    assert silence.forget_old(at=now + dt.timedelta(days=91)) == 1
    assert not RawMail.objects.exists()


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


def test_mail_is_fetched_by_imap_and_marked_as_seen(transactional_db, imap, hale, now):
    with imaplib.IMAP4("127.0.0.1", imap) as session:
        session.login("demouser", "demopass")
        session.select("INBOX")
        _kind, old = session.search(None, "UNSEEN")
        for number in old[0].split():
            session.store(number, "+FLAGS", "\\Seen")
        session.append("INBOX", None, None, mail("By IMAP").as_bytes())
    box = email.open_mailbox(
        brand=hale, address="support@hale.example", by="", at=now, imap_host="127.0.0.1", imap_port=imap,
        imap_security="none", imap_user="demouser", imap_secret="demopass",
    )  # fmt: skip
    stop = threading.Event()
    thread = threading.Thread(target=fetching.run, args=(stop,))
    thread.start()
    for _ in range(100):
        if RawMail.objects.exists():
            break
        time.sleep(0.1)
    stop.set()
    thread.join(10)
    box.refresh_from_db()
    assert (RawMail.objects.get().source, box.fetch_trouble) == ("imap", "")
    intake.work(at=timezone.now())
    assert Case.objects.get().messages.get().text == "By IMAP"
    with imaplib.IMAP4("127.0.0.1", imap) as session:
        session.login("demouser", "demopass")
        session.select("INBOX")
        assert session.search(None, "UNSEEN")[1] == [b""]
