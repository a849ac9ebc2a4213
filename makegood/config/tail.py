"""Following the event log in a thread of its own, to say what changed. The log is the truth; this only wakes pages.

UUIDv7 is not commit order, so no cursor is kept: what was keyed in the last ten seconds is read again, and what was
told before is left out. An event whose transaction took longer is not told; pages look again by themselves.
"""

import datetime as dt
import logging
import threading
import time
import uuid
from collections.abc import Callable, Iterator

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from makegood.cases.models import Presence
from makegood.clockwork.pulse import Pulse
from makegood.events import keys
from makegood.events.models import Event

Key = uuid.UUID | tuple[uuid.UUID, dt.datetime]
WINDOW = dt.timedelta(seconds=10)
log = logging.getLogger(__name__)


class Tail(threading.Thread):
    """Calls `tell` with the subjects (`C-…`) of new events, and with the cases (`W-…`) to which people came, soon after they
    are committed."""

    def __init__(self, tell: Callable[[list[str]], object]) -> None:
        super().__init__(name="tail", daemon=True)
        self.tell = tell
        self.stopped = threading.Event()
        self.seen: dict[Key, float] = {}

    def stop(self) -> None:
        """End soon."""
        self.stopped.set()

    def run(self) -> None:
        """Follow until stopped; a database that is away is asked again after a second."""
        while not self.stopped.is_set():
            try:
                self._follow()
            except DatabaseError as trouble:
                log.warning("Live pages wait for the database: %s", trouble)
                connection.close()
                self.stopped.wait(1)

    def _follow(self) -> None:
        pulse = Pulse()
        self.news()
        while not self.stopped.wait(pulse.every):
            if pulse.changed():
                began = time.monotonic()
                names = self.news()
                if names:
                    self.tell(names)
                # Under heavy load reading the window is the cost: never spend more than a fifth of the time on it.
                self.stopped.wait((time.monotonic() - began) * 4)
            close_old_connections()

    def news(self) -> list[str]:
        """The subjects of events not seen before, each once."""
        now = time.monotonic()
        since = keys.floor(timezone.now() - WINDOW)
        names: dict[str, None] = {}
        for key, about in Event.objects.filter(id__gte=since).values_list("id", "about"):
            if key not in self.seen and about:
                names[about] = None
            self.seen.setdefault(key, now)
        for name in self._people(timezone.now() - WINDOW, now):
            names[name] = None
        if len(self.seen) > 1000:
            keep = now - 3 * WINDOW.total_seconds()
            self.seen = {key: first for key, first in self.seen.items() if first > keep}
        return list(names)

    def _people(self, since: dt.datetime, now: float) -> Iterator[str]:
        """The cases to which somebody came, or from which they went; no events, so each change is known by its moment."""
        changed = Presence.objects.changed_since(since).values_list("pk", "changed_at", "case__ref")
        for pk, at, ref in changed:
            if (pk, at) not in self.seen:
                yield Presence.name_of(ref)
            self.seen.setdefault((pk, at), now)
