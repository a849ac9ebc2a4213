"""Following the event log in a thread of its own, to say what changed. The log is the truth; this only wakes pages.

UUIDv7 is not commit order, so no cursor is kept: what was keyed in the last ten seconds is read again, and what was
told before is left out. An event whose transaction took longer is not told; pages look again by themselves.
"""

import datetime as dt
import logging
import threading
import time
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from makegood.cases.models import Case, Presence
from makegood.clockwork.pulse import Pulse
from makegood.events import keys
from makegood.events.models import Event
from makegood.events.prepared import PreparedQuery
from makegood.events.registry import KINDS, is_only_words, moves
from makegood.staff import events as staff
from makegood.ui import live

CASE = "C-"
Key = uuid.UUID | tuple[uuid.UUID, dt.datetime]
WINDOW = dt.timedelta(seconds=10)
AT_ONCE = 500
TOLD = PreparedQuery(
    lambda events: Event.objects.filter(id__in=events).order_by("id").values_list("about", "name", "data", "at")
)
STANDING = PreparedQuery(
    lambda refs: Case.objects.filter(ref__in=refs).values_list("ref", "owner_id", "team_id", "brand_id")
)
# After these somebody is signed out, in one browser at least.
SIGN_OUT = (staff.Deactivated, staff.PasswordChanged, staff.SessionEnded, staff.SessionsEnded)
SIGNED_OUT = frozenset(kind.name for kind in KINDS.values() if kind.fact in SIGN_OUT)
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class News:
    """What changed, by its name (`C-…`, `W-…`, `S-…`; `C-…~` where only something was said). Of a case, `places` say where it stands now (see `live.places`), and
    `moved` that it may have stood elsewhere before. Of a person, `signed_out` is when (seconds since 1970), if they were."""

    name: str
    places: frozenset[str] = frozenset()
    moved: bool = False
    signed_out: float = 0.0


@dataclass
class Heard:
    """What events of one name come to."""

    moved: bool = False
    only_words: bool = True
    signed_out: float = 0.0


class Tail(threading.Thread):
    """Calls `tell` with the subjects (`C-…`) of new events, and with the cases (`W-…`) to which people came, soon after they
    are committed."""

    def __init__(self, tell: Callable[[list[News]], object]) -> None:
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
        self.tell(self.signed_out())
        while not self.stopped.wait(pulse.every):
            if pulse.changed():
                began = time.monotonic()
                news = self.news()
                if news:
                    self.tell(news)
                # Under heavy load reading the window is the cost: never spend more than a fifth of the time on it.
                self.stopped.wait((time.monotonic() - began) * 4)
            close_old_connections()

    def news(self) -> list[News]:
        """What events not seen before are about, and to which cases people came; each once."""
        now = time.monotonic()
        about = self._subjects(timezone.now() - WINDOW, now)
        came = self._people(timezone.now() - WINDOW, now)
        if len(self.seen) > 1000:
            keep = now - 3 * WINDOW.total_seconds()
            self.seen = {key: first for key, first in self.seen.items() if first > keep}
        stand = _standing({*came.values(), *(name for name in about if name.startswith(CASE))})
        nowhere: frozenset[str] = frozenset()
        told = [
            News(
                live.words_of(name) if one.only_words and name in stand else name, stand.get(name, nowhere), one.moved,
                one.signed_out,
            )
            for name, one in about.items()
        ]  # fmt: skip
        return told + [News(name, stand.get(ref, nowhere)) for name, ref in came.items()]

    def signed_out(self) -> list[News]:
        """Who was signed out while there may be tickets from before, also before this process began."""
        since = timezone.now() - dt.timedelta(seconds=live.MAX_AGE)
        lately = Event.objects.filter(id__gte=keys.floor(since), name__in=SIGNED_OUT).order_by("id")
        return [News(about, signed_out=at.timestamp()) for about, at in lately.values_list("about", "at")]

    def _subjects(self, since: dt.datetime, now: float) -> dict[str, Heard]:
        """By name, what its events come to."""
        keyed = Event.objects.filter(id__gte=keys.floor(since)).values_list("id", flat=True)
        fresh = [key for key in keyed if key not in self.seen]
        self.seen |= dict.fromkeys(fresh, now)
        found: dict[str, Heard] = {}
        for part in range(0, len(fresh), AT_ONCE):
            for about, name, data, at in TOLD(events=fresh[part : part + AT_ONCE]):
                if about:
                    one = found.setdefault(about, Heard())
                    one.moved, one.only_words = one.moved or moves(name, data), one.only_words and is_only_words(name)
                    one.signed_out = max(one.signed_out, at.timestamp()) if name in SIGNED_OUT else one.signed_out
        return found

    def _people(self, since: dt.datetime, now: float) -> dict[str, str]:
        """The cases to which somebody came, or from which they went, with their references; no events, so each change is
        known by its moment."""
        found: dict[str, str] = {}
        for pk, at, ref in Presence.objects.changed_since(since).values_list("pk", "changed_at", "case__ref"):
            if (pk, at) not in self.seen:
                found[Presence.name_of(ref)] = ref
            self.seen.setdefault((pk, at), now)
        return found


def _standing(refs: Iterable[str]) -> dict[str, frozenset[str]]:
    asked = sorted(refs)
    rows = [row for part in range(0, len(asked), AT_ONCE) for row in STANDING(refs=asked[part : part + AT_ONCE])]
    return {ref: live.places(owner=owner, team=team, brand=brand) for ref, owner, team, brand in rows}
