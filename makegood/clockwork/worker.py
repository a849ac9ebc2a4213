"""A process that runs its part of the schedule, beats, and stops within a few seconds of SIGTERM.

Everything it does is crash-safe, so a stop that takes too long is cut: what was begun is rolled back and done again.
"""

import logging
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Sequence
from typing import NoReturn

from django.db import DatabaseError, connection
from django.utils import timezone

from makegood.clockwork import actions, schedule
from makegood.clockwork.loops import DueLoop, StandingLoop, threads_for
from makegood.clockwork.pulse import Pulse
from makegood.clockwork.schedule import Standing
from makegood.clockwork.watching import Watch

BEAT_EVERY = 5.0
STOP_WITHIN = 3.0
BESIDE = 5  # as `nice` counts: a third of the processor where others want it, too
log = logging.getLogger("makegood.clockwork.worker")


class Worker:
    """All loops of one process, the pulse that wakes them, and the heart-beat."""

    def __init__(self, part: schedule.Part = "worker", more: Sequence[Standing] = ()) -> None:
        self.told_to_stop = False
        self.stop = threading.Event()
        self.name = f"{socket.gethostname()}:{os.getpid()}"
        standing = [*(one for one in schedule.STANDING if one.part == part), *more]
        self.due = [DueLoop(due, self.stop) for due in schedule.SCHEDULE if due.part == part]
        self.loops = [*self.due, *(StandingLoop(one, self.stop) for one in standing)]
        # Who keeps promises is who can fail to: whether they stood still is looked for by those who do that work.
        self.watch = Watch() if part == "worker" else None

    def run(self) -> NoReturn:
        """Until SIGTERM or SIGINT; this process ends with it. Also, and then not cleanly, when one of its threads has died:
        to be started anew is better than to work in part."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._tell_to_stop)
        # Before anything is swept: what broke while nobody was here is then known to be of our own making.
        self._beat_once()
        beating = threading.Thread(target=self._beat, name="heart-beat", daemon=True)
        threads = [*threads_for(self.loops, self.stop), beating]
        for thread in threads:
            thread.start()
        alive = self._wake_the_loops(threads)
        latest = time.monotonic() + STOP_WITHIN
        for thread in threads:
            thread.join(max(0.0, latest - time.monotonic()))
        sys.stdout.flush()
        # Threads that did not end in time are left behind: their transactions roll back.
        os._exit(0 if alive else 1)

    def _wake_the_loops(self, threads: Sequence[threading.Thread]) -> bool:
        """Until told to stop; False when a thread died before."""
        pulse, alive = Pulse(), True
        while alive and not self.told_to_stop:
            time.sleep(pulse.every)
            alive = all(thread.is_alive() for thread in threads)
            try:
                if pulse.changed():
                    for loop in self.due:
                        loop.wake()
            except DatabaseError as trouble:
                log.warning("The database is away: %s", trouble)
                connection.close()
                time.sleep(1)
        self.stop.set()
        for loop in self.due:
            loop.woken.set()
        return alive

    def _tell_to_stop(self, number: int, frame: object) -> None:
        """The signal handler: a plain flag, as it may interrupt this very thread while it holds an Event's lock."""
        self.told_to_stop = True

    def _beat(self) -> None:
        while not self.stop.wait(BEAT_EVERY):
            self._beat_once()

    def _beat_once(self) -> None:
        at = timezone.now()
        try:
            if self.watch is not None:
                self.watch.look(at=at, ticks=time.monotonic())
            actions.beat([loop.heartbeat(self.name, at) for loop in self.loops])
        except DatabaseError as trouble:
            log.warning("The heart-beat could not be written: %s", trouble)
        connection.close()


def main(arguments: list[str]) -> int:
    """Run a worker in this process. People wait for pages and for mail being taken, and nobody for a worker's moment."""
    os.nice(BESIDE)
    Worker().run()
