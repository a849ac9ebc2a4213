"""The loop that takes mail in: claim, read, take in; what fails is retried or parked, and holds nobody up."""

import dataclasses
import datetime as dt
import logging
import threading
from collections.abc import Sequence

from django.db import DatabaseError, DataError
from django.utils import timezone

from makegood.cases import blobs
from makegood.cases.actions import storing
from makegood.cases.words import File
from makegood.channels.email import actions as email
from makegood.channels.email.actions.claiming import MOST_ATTEMPTS
from makegood.channels.email.actions.receiving import SHELF
from makegood.channels.email.at_hand import at_hand
from makegood.channels.email.models import RawMail
from makegood.channels.email.reading import Read, read
from makegood.events.prepared import PreparedQuery

BATCH = 25
# Bytes that are read before they are taken in together; one larger mail goes alone.
LARGEST_BATCH = 20_000_000
# What one transaction takes in at most, and for how many seconds it may hold the database's only write lock: after it,
# it is the turn of whoever waits.
TOGETHER, WITHIN = 10, 0.1
# Set by who stores mail in this same process, so that it is taken in at once.
arrived = threading.Event()
WAITING = PreparedQuery(lambda at: RawMail.objects.to_take_in(at).values_list("pk")[:1])
# A mail and, where they are at hand, its bytes.
Begun = tuple[RawMail, bytes | None]
log = logging.getLogger(__name__)


def work(*, at: dt.datetime) -> int:
    """Take in what has been stored; how many were tried."""
    waiting: list[Begun] = [*at_hand.take(BATCH), *((raw, None) for raw in _claimed(at))]
    begun = len(waiting)
    while waiting:
        few: list[tuple[RawMail, Read]] = []
        size = 0
        while waiting and (not few or size + waiting[0][0].size < LARGEST_BATCH):
            raw, content = waiting.pop(0)
            size += raw.size
            parsed = _attempt(raw, content)
            if parsed is not None:
                few.append((raw, parsed))
        _take_in(few)
    return begun


def _claimed(at: dt.datetime) -> Sequence[RawMail]:
    # Asked without a transaction first: a look that finds nothing must not take SQLite's write lock.
    return email.claim(at=at, most=BATCH) if WAITING(at=at) else ()


def one(raw: RawMail) -> None:
    """Take in one mail that is claimed already, here and now."""
    parsed = _attempt(raw, None)
    if parsed is not None:
        _alone(raw, parsed)


def _take_in(few: list[tuple[RawMail, Read]]) -> None:
    """Several in one transaction, as many as its time allows; when that fails, each alone, to find the one at fault."""
    # What is given to a transaction that has no time for it is asked about for nothing: as many as the last one did, and
    # one more.
    fit = TOGETHER
    while few:
        if len(few) > 1:
            try:
                done = email.take_in(few[:fit], at=timezone.now(), within=WITHIN)
            except Exception:
                log.exception("Some of %s mails could not be taken in together, now each alone", len(few))
            else:
                few = few[len(done) :]
                fit = min(TOGETHER, len(done) + 1)
                continue
        for raw, parsed in few:
            _alone(raw, parsed)
        return


def _attempt(raw: RawMail, content: bytes | None) -> Read | None:
    """The mail, parsed, its files on disk; None when it is parked or waits."""
    if raw.attempts > MOST_ATTEMPTS:
        email.park(raw, reason="It was begun again and again, and never ended.", at=timezone.now())
        return None
    try:
        parsed = read(raw, blobs.read(raw.digest, shelf=SHELF) if content is None else content)
        files = storing.keep_ahead(parsed.said.files)
        return dataclasses.replace(parsed, said=dataclasses.replace(parsed.said, files=files))
    except Exception as trouble:
        _failed(raw, trouble)
        return None


def _alone(raw: RawMail, parsed: Read) -> None:
    try:
        email.take_in([(raw, parsed)], at=timezone.now())
    except Exception as trouble:
        _failed(raw, trouble, files=parsed.said.files)


def _failed(raw: RawMail, trouble: Exception, *, files: Sequence[File] = ()) -> None:
    """Trouble of the database or the disk is waited out, and shows; trouble of the mail parks it."""
    told = f"{type(trouble).__name__}: {trouble}"
    if isinstance(trouble, OSError | DatabaseError) and not isinstance(trouble, DataError | FileNotFoundError):
        log.error("The mail %s waits: %s", raw.digest[:12], told)
        email.postpone(raw, trouble=told, at=timezone.now())
    else:
        log.error("The mail %s is parked", raw.digest[:12], exc_info=trouble)
        email.park(raw, reason=told, files=files, at=timezone.now())
