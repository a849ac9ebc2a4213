"""Noticing that something was committed, by whichever process: cheap enough to ask many times a second."""

from django.db import connection

from makegood.events.models import Event


class Pulse:
    """Belongs to one thread. `changed()` is true when the database has moved since the last asking.

    SQLite says so itself (`data_version`, some microseconds). On PostgreSQL the newest event stands for it; a change
    that makes no event, or an event keyed earlier than the newest, waits for the asker's own interval.
    """

    def __init__(self) -> None:
        self.every = 0.05 if connection.vendor == "sqlite" else 0.3
        self._last: object = None

    def changed(self) -> bool:
        """Whether anything was committed since the last call; true the first time."""
        now = self._version()
        moved, self._last = now != self._last, now
        return moved

    def _version(self) -> object:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA data_version")
                return cursor.fetchone()[0]
        return Event.objects.order_by("-id").values_list("id", flat=True).first()
