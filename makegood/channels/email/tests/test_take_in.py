"""Mails from files are taken in without a worker; silence is told; raw mail is kept its time."""

import datetime as dt
import json
import mailbox as stores

import pytest
from django.core.management import CommandError, call_command

from makegood.cases.models import Case
from makegood.channels.email import silence
from makegood.channels.email.models import Mailbox, Outgoing, RawMail
from makegood.channels.email.tests.conftest import mail


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


def test_while_it_cannot_be_stored_an_mta_that_pipes_it_is_asked_to_come_again(box, tmp_path, settings):
    one, wall = tmp_path / "one.eml", tmp_path / "wall"
    one.write_bytes(mail().as_bytes())
    wall.write_text("a file where a folder should be")
    settings.DATA_DIR = wall
    with pytest.raises(CommandError, match="could not be stored") as told:
        call_command("take_in", str(one))
    assert told.value.returncode == 75
    assert not RawMail.objects.exists()


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
