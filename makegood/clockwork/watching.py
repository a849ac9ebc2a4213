"""Noticing that we ourselves stood still, or that the clock jumped: breaks of that time are then a lead's to judge."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Max

from makegood.clockwork.models import Heartbeat
from makegood.clockwork.schedule import SETTLING
from makegood.promises import actions as promises
from makegood.promises.models import Cause

# Twelve beats missed by every worker.
SILENCE = dt.timedelta(minutes=1)
JUMP = dt.timedelta(minutes=1)


@dataclass
class Watch:
    """What the clocks said at the last look. One for each worker, asked before each of its beats."""

    wall: dt.datetime | None = None
    ticks: float = 0.0

    def look(self, *, at: dt.datetime, ticks: float) -> None:
        """Compare the wall clock `at` with `ticks` (seconds of a clock that nobody sets), and both with the last beat."""
        before, self.wall = self.wall, at
        elapsed, self.ticks = dt.timedelta(seconds=ticks - self.ticks), ticks
        if before is not None and abs(at - before - elapsed) >= JUMP:
            # Forward, all between fell due at once; backward, what fell due in the future that was none.
            since, until = min(before, at), max(before + elapsed, at)
            promises.note_fault(Cause.CLOCK, since=since, until=until + promises.CATCHING_UP, at=at)
            return
        last = Heartbeat.objects.filter(loop=SETTLING).aggregate(last=Max("seen_at"))["last"]
        if last is not None and at - last > SILENCE:
            promises.note_fault(Cause.OUTAGE, since=last, until=at + promises.CATCHING_UP, at=at)
