"""The worker process: runs the schedule, beats, and stops within three seconds of SIGTERM.

Everything it does is crash-safe, so a stop that takes too long is cut: what was begun is rolled back and done again.
"""

import logging
import os
import signal
import socket
import sys
import threading
import time

from django.db import DatabaseError, connection
from django.utils import timezone

from makegood.clockwork import actions, schedule
from makegood.clockwork.loops import DueLoop, StandingLoop
from makegood.clockwork.pulse import Pulse
from makegood.clockwork.watching import Watch

BEAT_EVERY = 5.0
STOP_WITHIN = 3.0
log = logging.getLogger("makegood.clockwork.worker")


class Worker:
    """All loops of one process, the pulse that wakes them, and the heart-beat."""

    def __init__(self) -> None:
        self.told_to_stop = False
        self.stop = threading.Event()
        self.name = f"{socket.gethostname()}:{os.getpid()}"
        self.loops = [DueLoop(due, self.stop) for due in schedule.SCHEDULE]
        self.standing = [StandingLoop(standing, self.stop) for standing in schedule.STANDING]
        self.watch = Watch()

    def run(self) -> None:
        """Until told to stop."""
        # Before anything is swept: what broke while nobody was here is then known to be of our own making.
        self._beat_once()
        for loop in [*self.loops, *self.standing]:
            loop.start()
        beating = threading.Thread(target=self._beat, name="heart-beat", daemon=True)
        beating.start()
        self._wake_the_loops()
        latest = time.monotonic() + STOP_WITHIN
        for thread in [*self.loops, *self.standing, beating]:
            thread.join(max(0.0, latest - time.monotonic()))

    def _wake_the_loops(self) -> None:
        pulse = Pulse()
        while not self.told_to_stop:
            time.sleep(pulse.every)
            try:
                if pulse.changed():
                    for loop in self.loops:
                        loop.wake()
            except DatabaseError as trouble:
                log.warning("The database is away: %s", trouble)
                connection.close()
                time.sleep(1)
        self.stop.set()
        for loop in self.loops:
            loop.woken.set()

    def tell_to_stop(self, number: int, frame: object) -> None:
        """The signal handler: a plain flag, as it may interrupt this very thread while it holds an Event's lock."""
        self.told_to_stop = True

    def _beat(self) -> None:
        while not self.stop.wait(BEAT_EVERY):
            self._beat_once()

    def _beat_once(self) -> None:
        at = timezone.now()
        try:
            self.watch.look(at=at, ticks=time.monotonic())
            actions.beat([loop.heartbeat(self.name, at) for loop in [*self.loops, *self.standing]])
        except DatabaseError as trouble:
            log.warning("The heart-beat could not be written: %s", trouble)
        connection.close()


def main(arguments: list[str]) -> int:
    """Run a worker in this process; SIGTERM and SIGINT stop it."""
    worker = Worker()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, worker.tell_to_stop)
    worker.run()
    sys.stdout.flush()
    # Threads that did not end in time are left behind: their transactions roll back.
    os._exit(0)
