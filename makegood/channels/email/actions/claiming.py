"""Which worker takes a mail in, and what becomes of one whose worker died."""

import datetime as dt

from django.db.models import F

from makegood.channels.email.models import RawMail
from makegood.events.actions import verb

LEASE = dt.timedelta(minutes=1)
# A mail that was begun alone so often without an end kills its worker: it is set aside.
MOST_ATTEMPTS = 3
SHORTEST_PAUSE, LONGEST_PAUSE = dt.timedelta(seconds=1), dt.timedelta(minutes=1)


@verb
def claim(*, at: dt.datetime, most: int) -> list[RawMail]:
    """Take some mails for oneself by pushing their time ahead; nobody else takes them until the lease is over.

    One that was begun before without an end comes alone, so that what kills the worker is known from what was near.
    """
    waiting = list(RawMail.objects.select_for_update(skip_locked=True).to_take_in(at)[:most])
    fresh = [raw for raw in waiting if not raw.attempts]
    mine = fresh if waiting and not waiting[0].attempts else waiting[:1]
    RawMail.objects.filter(pk__in=[raw.pk for raw in mine]).update(attempts=F("attempts") + 1, run_at=at + LEASE)
    for raw in mine:
        raw.attempts, raw.run_at = raw.attempts + 1, at + LEASE
    return mine


@verb
def postpone(raw: RawMail, *, trouble: str, at: dt.datetime) -> None:
    """The database or the disk was in trouble: try again after a pause that grows with its age. It was no end of a
    worker, so no attempt is counted; the trouble shows on the page."""
    pause = min(max((at - raw.stored_at) / 4, SHORTEST_PAUSE), LONGEST_PAUSE)
    mine = RawMail.objects.filter(pk=raw.pk, state=RawMail.State.RECEIVED)
    mine.update(run_at=at + pause, attempts=0, reason=trouble[:4000])
