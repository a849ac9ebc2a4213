"""The list of recoveries, one page after the other by keyset. Reads only."""

import dataclasses
import uuid
from typing import TypeVar

from django.db.models import Q, QuerySet

from makegood.recovery.models import CameBack, Recovery, StepName, Trigger
from makegood.recovery.models.came_back import CameBackQuerySet
from makegood.recovery.models.recovery import RecoveryQuerySet

PAGE = 50
Listed = TypeVar("Listed", Recovery, CameBack)


@dataclasses.dataclass(frozen=True)
class Row:
    """A recovery with why it opened, and how many of its steps are taken."""

    recovery: Recovery
    why: str
    taken: int
    all: int = len(StepName)


@dataclasses.dataclass(frozen=True)
class Page:
    """Some recoveries, and the key of the last when there are more (else "")."""

    rows: list[Row]
    next: str


def running(seen: RecoveryQuerySet, *, after: str = "") -> Page:
    """Those that run among those seen: the next clock first. `after`: the key of the row before."""
    found = seen.running()
    last = _row(found, after)
    if last is not None:
        found = found.filter(Q(next_at__gt=last.next_at) | Q(next_at=last.next_at, id__gt=last.pk))
    return page(found.order_by("next_at", "id"))


def came_back(found: CameBackQuerySet, seen: RecoveryQuerySet, *, after: str = "") -> Page:
    """Those behind a figure, in their order. `after`: the key of the row before."""
    last = _row(found, after)
    behind = found.before(last) if last is not None else found
    keys = list(behind.values_list("pk", flat=True)[: PAGE + 1])
    shown = keys[:PAGE]
    rows = {one.pk: one for one in _whole(seen.filter(pk__in=shown))}
    next_key = str(shown[-1]) if len(keys) > PAGE else ""
    return Page([_shown(rows[key]) for key in shown if key in rows], next_key)


def page(found: RecoveryQuerySet) -> Page:
    """The first rows of an ordered list: four questions, however many there are."""
    rows = list(_whole(found.chosen(PAGE + 1)))
    shown = rows[:PAGE]
    return Page([_shown(one) for one in shown], str(shown[-1].pk) if len(rows) > PAGE else "")


def _whole(found: RecoveryQuerySet) -> RecoveryQuerySet:
    return found.for_pages().prefetch_related("triggers", "steps")


def _shown(recovery: Recovery) -> Row:
    kinds = dict.fromkeys(one.kind for one in recovery.triggers.all())
    why = " · ".join(str(Trigger.Kind(kind).label) for kind in kinds)
    return Row(recovery, why, len(recovery.steps.all()))


def _row(seen: QuerySet[Listed], key: str) -> Listed | None:
    """The row that a page ended with; what makes no sense begins the list again."""
    try:
        return seen.filter(pk=uuid.UUID(key)).first() if key else None
    except ValueError:
        return None
