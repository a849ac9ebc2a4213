"""Whose turn it is to write: on SQLite, where one writes at a time and the others ask again now and then.

SQLite keeps no queue. Whoever waits for its write lock looks for it at ever longer intervals, up to ten times a second,
so one that writes again and again leaves the rest almost no moment to find it free. Here they queue: two places,
*next* and *now*, so that nobody has a second turn while another waits. It is a courtesy among ourselves and no lock to
rely on: that stays SQLite's, and who has waited too long, or beside a program that knows nothing of turns, asks it.
"""

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

NOW, NEXT = 0, 1
# Seconds: how long one waits for a turn, and how often one looks whether another process is done.
PATIENCE, LOOKS_EVERY = 2.0, 0.002
_making = threading.Lock()
_made: dict[str, "Turns"] = {}


class Turns:
    """The two places of one database: a lock within this process, and a byte of a file among processes."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._places = (threading.Lock(), threading.Lock())

    @contextmanager
    def taken(self) -> Iterator[bool]:
        """Write in turn; at once where nobody else wants to. False: waited long enough, and writes without one."""
        latest = time.monotonic() + PATIENCE
        in_turn = False
        if self._take(NEXT, latest):
            in_turn = self._take(NOW, latest)
            self._leave(NEXT)
        try:
            yield in_turn
        finally:
            if in_turn:
                self._leave(NOW)

    def _take(self, place: int, latest: float) -> bool:
        if not self._places[place].acquire(timeout=max(0.0, latest - time.monotonic())):
            return False
        while True:
            try:
                fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)
            except (BlockingIOError, PermissionError):
                if time.monotonic() > latest:
                    self._places[place].release()
                    return False
                time.sleep(LOOKS_EVERY)
            except OSError:  # no such locks here: a courtesy must keep nobody from writing
                self._places[place].release()
                return False
            else:
                return True

    def _leave(self, place: int) -> None:
        try:
            fcntl.lockf(self._file, fcntl.LOCK_UN, 1, place)
        finally:
            self._places[place].release()


@contextmanager
def turn() -> Iterator[None]:
    """Wait for one's turn to write; nothing to wait for on PostgreSQL, nor within a transaction."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with _turns(f"{connection.settings_dict['NAME']}-turns").taken():
        yield


def _turns(path: str) -> Turns:
    # One a process and database: two of them would not see each other.
    with _making:
        if path not in _made:
            _made[path] = Turns(path)
        return _made[path]
