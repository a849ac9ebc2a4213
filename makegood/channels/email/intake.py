"""The loop that takes mail in: claim, read, take in; what fails is retried or parked, and holds nobody up."""

import datetime as dt
import logging

from django.db import DatabaseError
from django.utils import timezone

from makegood.cases import blobs
from makegood.channels.email import actions as email
from makegood.channels.email.actions.receiving import SHELF
from makegood.channels.email.actions.taking_in import MOST_ATTEMPTS
from makegood.channels.email.models import RawMail
from makegood.channels.email.reading import read

BATCH = 20
log = logging.getLogger(__name__)


def work(*, at: dt.datetime) -> int:
    """Take in what has been stored; how many were tried."""
    # Asked without a transaction first: a look that finds nothing must not take SQLite's write lock.
    if not RawMail.objects.to_take_in(at).exists():
        return 0
    claimed = email.claim(at=at, most=BATCH)
    for raw in claimed:
        try:
            one(raw)
        except (OSError, DatabaseError):
            # Not the mail's fault: it is tried again, after a pause that grows.
            log.exception("The mail %s waits: database or disk", raw.digest[:12])
            email.postpone(raw, at=timezone.now())
    return len(claimed)


def one(raw: RawMail) -> RawMail:
    """Take in one mail. Trouble of the database or the disk is raised for later; trouble of the mail parks it."""
    if raw.attempts > MOST_ATTEMPTS:
        email.park(raw, reason="It was begun three times and never ended.", at=timezone.now())
        return raw
    try:
        content = blobs.read(raw.digest, shelf=SHELF)
        return email.take_in(raw, read(raw, content), at=timezone.now())
    except (OSError, DatabaseError):
        raise
    except Exception as trouble:
        log.exception("The mail %s is parked", raw.digest[:12])
        email.park(raw, reason=f"{type(trouble).__name__}: {trouble}", at=timezone.now())
        raw.refresh_from_db()
        return raw
