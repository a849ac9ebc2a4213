"""`makegood take-in`: take mails in from files, a Maildir, an mbox or standard input, without any worker."""

import argparse
import json
import mailbox as stores
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from makegood.channels.email import actions as email
from makegood.channels.email import intake
from makegood.channels.email.addressing import directory
from makegood.channels.email.models import Mailbox, RawMail
from makegood.channels.email.parsing import parse
from makegood.customers.addresses import fold

# EX_TEMPFAIL of sysexits.h: an MTA that pipes a mail to us keeps it and comes again; on any other it bounces.
COME_AGAIN = 75


class Command(BaseCommand):
    help = "Takes mails in. Prints a JSON object a line: file, outcome, case, reason."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("paths", nargs="*", default=["-"], metavar="FILE, Maildir, mbox or -")
        parser.add_argument("--mailbox", default="", help="the address it came to; else its recipients tell")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._take(options)
        except (OSError, DatabaseError) as trouble:
            raise CommandError(f"It could not be stored just now: {trouble}", returncode=COME_AGAIN) from trouble

    def _take(self, options: dict[str, Any]) -> None:
        fixed = directory.ours(options["mailbox"]) if options["mailbox"] else None
        if options["mailbox"] and fixed is None:
            raise CommandError(f"{options['mailbox']} is no mailbox of ours.")
        for path in options["paths"]:
            for name, raw in _mails(path):
                self.stdout.write(json.dumps(take(name, raw, fixed.mailbox if fixed else None), ensure_ascii=False))


def take(name: str, raw: bytes, fixed: Mailbox | None) -> dict[str, Any]:
    """Store one mail for good and take it in; what became of it."""
    at = timezone.now()
    mailbox, recipients = _where(raw, fixed)
    source = RawMail.Source.COMMAND
    sender = fold(str((parse(raw).from_ or parse(raw).sender or _Nobody).address))
    [row] = email.store(
        raw, mailboxes=[mailbox], source=source, envelope_from=sender, envelope_to=recipients, at=at, leased=True
    )
    row.attempts = 1
    intake.one(row)
    row.refresh_from_db()
    return {"file": name, "outcome": row.outcome, "case": row.case.ref if row.case else None, "reason": row.reason}


class _Nobody:
    address = ""


def _where(raw: bytes, fixed: Mailbox | None) -> tuple[Mailbox | None, list[str]]:
    """The mailbox that the recipients name, else the given one, else the eldest."""
    mail = parse(raw)
    named = [*mail.delivered_to, *(one.address for one in (*mail.to, *mail.cc))]
    ours = [(address, found) for address in named if (found := directory.ours(address))]
    if fixed is not None:
        return fixed, [address for address, found in ours if found.mailbox == fixed] or [fixed.address]
    if ours:
        return ours[0][1].mailbox, [ours[0][0]]
    return Mailbox.objects.filter(is_active=True).select_related("brand", "team").order_by("id").first(), []


def _mails(path: str) -> Iterator[tuple[str, bytes]]:
    if path == "-":
        yield "-", sys.stdin.buffer.read()
        return
    place = Path(path)
    if not place.exists():
        raise CommandError(f"There is no {path}.")
    if place.is_dir():
        if (place / "cur").is_dir():
            box: Any = stores.Maildir(path, create=False)
            for key in sorted(box.keys()):
                yield f"{path}/{key}", box.get_bytes(key)
        else:
            for file in sorted(one for one in place.iterdir() if one.is_file()):
                yield str(file), file.read_bytes()
        return
    content = place.read_bytes()
    if content.startswith(b"From ") and content.count(b"\nFrom ") > 0:
        mbox = stores.mbox(path, create=False)
        for key in mbox.iterkeys():
            yield f"{path}#{key}", mbox.get_bytes(key)
    else:
        yield path, content
