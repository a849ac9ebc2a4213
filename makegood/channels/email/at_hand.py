"""Mails that this very process has just stored: it takes them in from memory, with no claim to write and no file to read.

Their rows say from the start that they are begun, so nobody else takes them; should the process die with them, that
ends after LEASE, and whoever takes mail in finds them.
"""

import datetime as dt
import threading
from collections import deque
from collections.abc import Iterable

from makegood.channels.email.models import RawMail

LEASE = dt.timedelta(seconds=15)
# More than can be taken in long before the lease is over, or kept in memory, goes the way of all others.
MOST, MOST_BYTES = 50, 20_000_000


class AtHand:
    """A queue between the threads that store and the one that takes in."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[tuple[RawMail, bytes]] = deque()
        self._size = 0

    def has_room(self) -> bool:
        """Whether what is stored now may be given here."""
        with self._lock:
            return len(self._waiting) < MOST and self._size < MOST_BYTES

    def give(self, mails: Iterable[tuple[RawMail, bytes]]) -> None:
        """Mails that are stored for good and marked as begun, with their bytes."""
        with self._lock:
            for raw, content in mails:
                self._waiting.append((raw, content))
                self._size += raw.size

    def take(self, most: int) -> list[tuple[RawMail, bytes]]:
        """The first ones. They are the caller's."""
        with self._lock:
            taken = [self._waiting.popleft() for _ in range(min(most, len(self._waiting)))]
            self._size -= sum(raw.size for raw, _content in taken)
            return taken


at_hand = AtHand()
