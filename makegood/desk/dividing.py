"""What a split would do, shown before anybody does it."""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Sequence

from makegood.cases import dividing
from makegood.cases.dividing import Course, Writer
from makegood.cases.models import Case, Message
from makegood.events.models import Event
from makegood.promises import actions as promises
from makegood.promises import sentences
from makegood.promises.models import Commitment, State
from makegood.ui import keyset

MOST_SHOWN, MOST = 200, 500


@dataclasses.dataclass(frozen=True)
class Begun:
    """A promise that the new case begins with: its sentence, when it is due, and whether it stands still until then."""

    told: str
    due_at: dt.datetime | None
    stands: bool = False


@dataclasses.dataclass(frozen=True)
class Look:
    """What would go, whose it can be, and what is promised: what goes along, and what is begun."""

    going: Sequence[Message]
    writers: Sequence[Writer]
    along: Sequence[Begun]
    begun: Sequence[Begun]
    tags: Sequence[str]

    @property
    def whose(self) -> str:
        """What the customer of the new case is called, where one alone wrote; "" where nobody did: the present one's."""
        if len(self.writers) != 1:
            return ""
        (one,) = self.writers
        return str(one.customer) if one.customer else one.name or one.address

    def named(self, key: str) -> Writer | None:
        """The writer of this key; the only one where there is one."""
        if len(self.writers) == 1:
            return self.writers[0]
        return next((one for one in self.writers if one.key == key), None)


def look(case: Case, going: Sequence[Message], *, at: dt.datetime) -> Look:
    """What would happen if these messages were split off now."""
    course = Course.of(going)
    along = dividing.going_along(case, course)
    fact = dividing.opened(course, at=at)
    event = Event(name=fact.event_name, at=course.first.at, facets=case.facets, data=vars(fact))  # type: ignore[attr-defined]
    running = {one.key for one in along if one.state in (State.OPEN, State.PAUSED)}
    apart = promises.Apart.of(event)
    begun = [
        Begun(_told(one), one.due_at, stands=apart is not None and apart.pauses(one))
        for one in promises.would_start(event, str(case.brand_id), running)
    ]
    told = [Begun(_told(one), one.due_at) for one in along]
    return Look(course.messages, dividing.writers(course.messages), told, begun, case.tag_names)


def listed(case: Case, before: str) -> tuple[list[Message], str]:
    """The newest messages that can go, those behind a place, newest first; and the place of the next ("" at the end)."""
    found = case.messages.divisible().newest_first().select_related("customer", "staff")
    begun = keyset.place(before, keyset.moment)
    rows = list((found.before(*begun) if begun else found)[: MOST_SHOWN + 1])
    shown = rows[:MOST_SHOWN]
    return shown, keyset.write(shown[-1].at, shown[-1].pk) if len(rows) > MOST_SHOWN else ""


def keys(given: Sequence[str]) -> list[uuid.UUID]:
    """The keys of messages as a form names them; what is none is passed over."""
    found: dict[uuid.UUID, None] = {}
    for one in given[: 2 * MOST]:
        try:
            found[uuid.UUID(one)] = None
        except ValueError:
            continue
    return list(found)


def _told(one: Commitment) -> str:
    return sentences.of_commitment(one)
