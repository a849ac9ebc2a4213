"""The cases that a case is linked with, as its page shows them. Reads only."""

import dataclasses
import datetime as dt
from typing import Any

from makegood.brands import scope
from makegood.cases.models import OPEN_STATES, Case, Link, Shelf, Way
from makegood.events.prepared import PreparedQuery
from makegood.staff.models import User

UNDOABLE = dt.timedelta(minutes=10)
TO_MERGE = (Way.DUPLICATE_OF, Way.DUPLICATED_BY)


@dataclasses.dataclass(frozen=True)
class Linked:
    """Another case, and how this one stands to it. `is_seen`: whoever looks may read its words."""

    link: Link
    other: Case
    way: Way
    is_seen: bool

    @property
    def may_merge(self) -> bool:
        return self.is_seen and self.way in TO_MERGE and self.other.shelf == Shelf.NONE

    @property
    def is_open(self) -> bool:
        return self.other.state in OPEN_STATES and self.other.shelf == Shelf.NONE


@dataclasses.dataclass(frozen=True)
class Panel:
    """What stands, and what this person took off a moment ago and may put back."""

    standing: list[Linked]
    gone: list[Linked]

    @property
    def ways(self) -> list[tuple[str, str]]:
        """What may be chosen."""
        return [(way.value, str(way.label)) for way in Way]

    @property
    def open_children(self) -> int:
        return sum(one.way == Way.PARENT_OF and one.is_open for one in self.standing)


NONE = Panel([], [])


def of(case: Case, user: User, *, now: dt.datetime) -> Panel:
    """Two questions, however many there are."""
    found = [(link, *end) for link in LINKS(case=case.pk) if (end := link.seen_from(case)) is not None]
    keys = [other.pk for _link, other, _way in found]
    seen = set(SEEN(cases=keys, **scope.as_viewer(user))) if keys else set()
    shown = [Linked(link, other, way, other.pk in seen) for link, other, way in found]
    standing = [one for one in shown if one.link.ended_at is None]
    there = {one.other.pk for one in standing}
    gone = {
        one.other.pk: one
        for one in shown
        if one.link.ended_by_id == user.pk and one.is_seen and one.other.pk not in there and _just_now(one.link, now)
    }
    return Panel(sorted(standing, key=_order), list(gone.values()))


def _just_now(link: Link, now: dt.datetime) -> bool:
    return link.ended_at is not None and link.ended_at > now - UNDOABLE


def _order(one: Linked) -> tuple[int, Any]:
    return list(Way).index(one.way), one.link.pk


LINKS = PreparedQuery(lambda case: Link.objects.of_case(case).for_pages())
SEEN = PreparedQuery(
    lambda cases, **who: (
        Case.objects.visible_to(scope.viewer(**who))
        .filter(pk__in=cases)
        .exclude(shelf=Shelf.DELETED)
        .values_list("pk", flat=True)
    )
)
