"""What went wrong in the house of the permissions: a mail that could not be read, and an outage of ours."""

import datetime as dt

from makegood.channels.email import actions as email
from makegood.channels.email.models import Mailbox, RawMail
from makegood.promises import actions as promises
from makegood.promises.models import Cause, Fault


def parked(mailbox: Mailbox, *, at: dt.datetime) -> RawMail:
    raw = b"From: ada@customer.example\r\nSubject: My refund of order 1815\r\n\r\nHello\r\n"
    [kept] = email.store(
        raw, mailboxes=[mailbox], source="smtp", envelope_from="ada@customer.example",
        envelope_to=["support@hale.example"], at=at,
    )  # fmt: skip
    email.park(kept, reason="It could not be read: the charset x-unknown is none.", at=at)
    kept.refresh_from_db()
    return kept


def fault(*, since: dt.datetime, at: dt.datetime) -> Fault:
    """Makegood stood still, and what broke meanwhile waits for the leads of both brands."""
    noted = promises.note_fault(Cause.OUTAGE, since=since, until=at, at=at)
    promises.settle_due(at=at)
    later = at + dt.timedelta(minutes=2)
    promises.finalise(at=later, taken_in_until=later)
    assert noted.held.exists()
    return noted
