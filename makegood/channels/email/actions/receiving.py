"""Storing a mail for good before anything else is done with it."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence

from makegood.cases import blobs
from makegood.channels.email import at_hand
from makegood.channels.email.fingerprint import fingerprint
from makegood.channels.email.matching import storable
from makegood.channels.email.models import Mailbox, RawMail
from makegood.events.actions import verb
from makegood.events.holding import hold

SHELF = "mail"
LEASE = dt.timedelta(minutes=1)


@dataclasses.dataclass(frozen=True)
class Kept:
    """A mail whose bytes are on disk, with a row a mailbox that is still to be written."""

    raw: bytes
    digest: str
    rows: list[RawMail]


def store(
    raw: bytes,
    *,
    mailboxes: Iterable[Mailbox | None],
    source: str,
    envelope_from: str,
    envelope_to: list[str],
    at: dt.datetime,
    leased: bool = False,
) -> list[RawMail]:
    """Put the bytes on disk, then a row a mailbox into the database. When it returns, nothing can lose the mail.

    `leased`: the caller takes it in itself, so workers leave it alone for a minute. Raises OSError or DatabaseError, and then nothing has been acknowledged: the sender keeps it and comes again.
    """
    kept = keep(
        raw, mailboxes=mailboxes, source=source, envelope_from=envelope_from, envelope_to=envelope_to, at=at, leased=leased
    )  # fmt: skip
    enter([kept])
    return kept.rows


def keep(
    raw: bytes,
    *,
    mailboxes: Iterable[Mailbox | None],
    source: str,
    envelope_from: str,
    envelope_to: list[str],
    at: dt.datetime,
    leased: bool = False,
) -> Kept:
    """The first half of storing: the bytes on disk. It is nobody's mail until it is entered. Raises OSError."""
    digest = blobs.keep(raw, shelf=SHELF)
    mark = fingerprint(raw)
    rows = [
        RawMail(
            mailbox=mailbox,
            digest=digest,
            fingerprint=mark,
            size=len(raw),
            source=source,
            envelope_from=storable(envelope_from)[:320],
            envelope_to=[storable(one) for one in envelope_to],
            stored_at=at,
            run_at=at + LEASE if leased else at,
        )
        for mailbox in mailboxes
    ]
    return Kept(raw, digest, rows)


@verb
def enter(mails: Sequence[Kept], *, begun: bool = False) -> None:
    """The second half: the rows, of several mails by one transaction. Raises DatabaseError or OSError, and then none
    of them is entered. `begun`: the caller takes them in from memory (`at_hand`)."""
    # A stored mail is no event of the trade yet: what it turns out to be is told when it is taken in.
    for mail in sorted(mails, key=lambda mail: mail.digest):
        hold(mail.digest)
        if not blobs.is_there(mail.digest, shelf=SHELF):
            blobs.keep(mail.raw, shelf=SHELF)  # an old mail of the same bytes was forgotten in this very moment
    rows = [row for mail in mails for row in mail.rows]
    if begun:
        for row in rows:
            row.attempts, row.run_at = 1, row.stored_at + at_hand.LEASE
    RawMail.objects.bulk_create(rows)
    for row in rows:
        box = row.mailbox
        # At most once a minute, so that a flood of mail is no flood of updates of one row.
        if box is not None and (box.last_mail_at is None or row.stored_at - box.last_mail_at > LEASE):
            Mailbox.objects.filter(pk=box.pk).update(last_mail_at=row.stored_at, silence_told_at=None)
            box.last_mail_at = row.stored_at


def forget_old_mail(*, before: dt.datetime) -> int:
    """Delete raw mail stored before a moment that has been taken in; how many. Its bytes go when nobody names them."""
    old = list(RawMail.objects.filter(state=RawMail.State.TAKEN, stored_at__lt=before)[:500])
    for raw in old:
        forget_mail(raw)
    return len(old)


@verb
def forget_mail(raw: RawMail) -> None:
    """Delete a mail; its bytes go when no other names them."""
    # Held, so that whoever stores the same bytes comes before this (and we see their row) or after it (and they see
    # that the file is gone).
    hold(raw.digest)
    RawMail.objects.filter(pk=raw.pk).delete()
    if not RawMail.objects.filter(digest=raw.digest).exists():
        blobs.forget(raw.digest, shelf=SHELF)
