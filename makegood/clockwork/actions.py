"""Noting that the loops are alive. No event: nothing of the trade happens here."""

import datetime as dt
from collections.abc import Iterable

from makegood.clockwork.models import Heartbeat
from makegood.events import actions as events

GONE_AFTER = dt.timedelta(days=1)


@events.verb
def beat(beats: Iterable[Heartbeat]) -> None:
    """Write what each loop did last, over what it said before."""
    Heartbeat.objects.bulk_create(
        beats,
        update_conflicts=True,
        unique_fields=["worker", "loop"],
        update_fields=["seen_at", "ran_at", "did", "failures", "trouble"],
    )


@events.verb
def sweep_the_gone(*, at: dt.datetime) -> int:
    """Forget workers that were last heard of a day ago; returns how many loops."""
    gone, _ = Heartbeat.objects.filter(seen_at__lt=at - GONE_AFTER).delete()
    return gone
