"""One thread for each thing that is due, with a database connection of its own."""

import datetime as dt
import logging
import threading
import time

from django.db import close_old_connections, connection
from django.utils import timezone

from makegood.clockwork.models import Heartbeat
from makegood.clockwork.schedule import Due, Standing

LONGEST_PAUSE = 60.0
# Whoever looks less often than every so many seconds keeps no connection meanwhile (each holds megabytes), and has it
# after the others that do.
RARELY = 60.0
TURNS = threading.Lock()
log = logging.getLogger(__name__)


class Loop(threading.Thread):
    """Runs until `stop`; remembers what it did and what went wrong, for the heart-beat."""

    def __init__(self, name: str, stop: threading.Event) -> None:
        super().__init__(name=name, daemon=True)
        self.stop = stop
        self.ran_at: dt.datetime | None = None
        self.did = 0
        self.failures = 0
        self.trouble = ""

    def run(self) -> None:
        """Round after round; a failing round is followed by a growing pause, and never ends the loop."""
        while not self.stop.is_set():
            try:
                self.round()
            except Exception as trouble:
                self.failures += 1
                self.trouble = f"{type(trouble).__name__}: {trouble}"[:1000]
                log.exception("%s failed, %s times in a row", self.name, self.failures)
                # The connection may be the trouble; a new one is made when it is needed.
                connection.close()
                self.stop.wait(min(0.5 * 2**self.failures, LONGEST_PAUSE))
            else:
                self.failures, self.trouble = 0, ""
                close_old_connections()
        connection.close()

    def round(self) -> None:
        """One round of work, and the wait after it."""
        raise NotImplementedError

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
        self.woken = threading.Event()

    def wake(self) -> None:
        """Something was committed."""
        if self.due.wakes:
            self.woken.set()

    def round(self) -> None:
        # Cleared before the work: what is committed while it runs wakes the next round.
        self.woken.clear()
        looked = time.monotonic()
        if self.due.every < RARELY:
            did = self.due.sweep(at=timezone.now())
        else:
            with TURNS:
                try:
                    did = self.due.sweep(at=timezone.now())
                finally:
                    connection.close()
        self.did += did
        self.ran_at = timezone.now()
        if not did:
            close_old_connections()
            self.woken.wait(self.due.every)
            # A commit every few milliseconds must not have everybody look every few milliseconds.
            self.stop.wait(max(0.0, self.due.rests - (time.monotonic() - looked)))


class StandingLoop(Loop):
    """Runs what stands; when it returns without having been told to stop, it is started again after a moment."""

    def __init__(self, standing: Standing, stop: threading.Event) -> None:
        super().__init__(standing.name, stop)
        self.standing = standing

    def wake(self) -> None:
        """Nothing wakes it: it waits by itself."""

    def round(self) -> None:
        self.standing.run(self.stop)
        self.ran_at = timezone.now()
        self.stop.wait(1)
