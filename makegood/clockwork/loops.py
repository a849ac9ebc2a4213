"""What is due, done again and again: one loop for each, which knows how it fares; in threads, alone or by turns."""

import datetime as dt
import logging
import threading
import time
from collections.abc import Sequence

from django.db import close_old_connections, connection
from django.utils import timezone

from makegood.clockwork.models import Heartbeat
from makegood.clockwork.schedule import Due, Standing

LONGEST_PAUSE = 60.0
# Where the next turn is further away, no connection is kept for it: each holds a megabyte.
LONG = 30.0
log = logging.getLogger(__name__)


class Loop:
    """One thing to do until `stop`; remembers what it did and what went wrong, for the heart-beat."""

    def __init__(self, name: str, stop: threading.Event) -> None:
        self.name = name
        self.stop = stop
        self.ran_at: dt.datetime | None = None
        self.did = 0
        self.failures = 0
        self.trouble = ""

    def attempt(self) -> float:
        """One round; after how many seconds the next one comes. A failing one is followed by a growing pause."""
        try:
            pause = self.round()
        except Exception as trouble:
            self.failures += 1
            self.trouble = f"{type(trouble).__name__}: {trouble}"[:1000]
            log.exception("%s failed, %s times in a row", self.name, self.failures)
            # The connection may be the trouble; a new one is made when it is needed.
            connection.close()
            return min(0.5 * 2.0 ** min(self.failures, 10), LONGEST_PAUSE)
        self.failures, self.trouble = 0, ""
        close_old_connections()
        return pause

    def round(self) -> float:
        """Do some; after how many seconds to do more."""
        raise NotImplementedError

    def run(self) -> None:
        """Round after round, in a thread of its own: whatever fails, it goes on."""
        while not self.stop.is_set():
            self.stop.wait(self.attempt())
        connection.close()

    def heartbeat(self, worker: str, at: dt.datetime) -> Heartbeat:
        """What to say of this loop now."""
        return Heartbeat(
            worker=worker,
            loop=self.name,
            seen_at=at,
            ran_at=self.ran_at,
            did=self.did,
            failures=self.failures,
            trouble=self.trouble,
        )


class DueLoop(Loop):
    """Calls a sweep again and again while there is something to do, then waits to be woken."""

    def __init__(self, due: Due, stop: threading.Event) -> None:
        super().__init__(due.name, stop)
        self.due = due
        self.woken = due.woken

    def wake(self) -> None:
        """Something was committed."""
        if self.due.wakes:
            self.woken.set()

    def round(self) -> float:
        # Cleared before the work: what is committed while it runs wakes the next round.
        self.woken.clear()
        did = self.due.sweep(at=timezone.now())
        self.did += did
        self.ran_at = timezone.now()
        return 0.0 if did else self.due.every

    def run(self) -> None:
        while not self.stop.is_set():
            looked = time.monotonic()
            pause = self.attempt()
            if self.failures:
                self.stop.wait(pause)
            elif pause:
                self.woken.wait(pause)
                # A commit every few milliseconds must not have everybody look every few milliseconds.
                self.stop.wait(max(0.0, self.due.rests - (time.monotonic() - looked)))
        connection.close()


class StandingLoop(Loop):
    """Runs what stands; when it returns without having been told to stop, it is started again after a moment."""

    def __init__(self, standing: Standing, stop: threading.Event) -> None:
        super().__init__(standing.name, stop)
        self.standing = standing

    def round(self) -> float:
        self.standing.run(self.stop)
        self.ran_at = timezone.now()
        return 1.0


class Turns:
    """Several sweeps that only look by the clock, one after the other in one thread and over one connection."""

    def __init__(self, loops: Sequence[DueLoop], stop: threading.Event) -> None:
        self.loops = loops
        self.stop = stop

    def run(self) -> None:
        """Whoever is due has one round, the longest overdue first."""
        due_at = {loop.name: 0.0 for loop in self.loops}
        while not self.stop.is_set():
            first = min(self.loops, key=lambda loop: due_at[loop.name])
            wait = due_at[first.name] - time.monotonic()
            if wait > LONG:
                connection.close()
            if wait <= 0 or not self.stop.wait(wait):
                due_at[first.name] = time.monotonic() + first.attempt()
        connection.close()


def threads_for(loops: Sequence[Loop], stop: threading.Event) -> list[threading.Thread]:
    """The threads that run them, not yet started: one each, but for those that take turns."""
    turns: dict[str, list[DueLoop]] = {}
    alone: list[threading.Thread] = []
    for loop in loops:
        if isinstance(loop, DueLoop) and loop.due.turns:
            turns.setdefault(loop.due.turns, []).append(loop)
        else:
            alone.append(threading.Thread(target=loop.run, name=loop.name, daemon=True))
    together = [Turns(few, stop) for few in turns.values()]
    named = zip(turns, together, strict=True)
    return [*alone, *(threading.Thread(target=each.run, name=name, daemon=True) for name, each in named)]
