"""The list of known problems, and the cases of one: page after page. Reads only."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from makegood.cases.models import Problem, Shelf, Tie
from makegood.staff.models import User
from makegood.ui import keyset

PAGE, OFFERED = 50, 100


@dataclasses.dataclass(frozen=True)
class Page:
    """Rows, and the cursor behind the last one ("" at the end)."""

    rows: Sequence[Any]
    next: str


def page(*, solved: bool, cursor: str = "") -> Page:
    """Those that are not solved, or all; the newest first."""
    found = Problem.objects.newest_first() if solved else Problem.objects.unsolved().newest_first()
    rows = list(found.select_related("product").filter(_before(cursor, "opened_at"))[: PAGE + 1])
    end = rows[PAGE - 1] if len(rows) > PAGE else None
    return Page(rows[:PAGE], keyset.write(end.opened_at, end.pk) if end else "")


def cases(problem: Problem, user: User, *, cursor: str = "") -> Page:
    """The cases that are tied to it and this person may see, the newest tie first."""
    seen = Tie.objects.filter(problem=problem).visible_to(user).exclude(case__shelf=Shelf.DELETED)
    found = seen.newest_first().select_related("case__customer", "case__owner", "case__merged_into")
    rows = list(found.filter(_before(cursor, "at"))[: PAGE + 1])
    end = rows[PAGE - 1] if len(rows) > PAGE else None
    return Page(rows[:PAGE], keyset.write(end.at, end.pk) if end else "")


def offered() -> list[Problem]:
    """What a case may be tied to: those that are not solved, the newest first."""
    return list(Problem.objects.unsolved().newest_first()[:OFFERED])


def _before(cursor: str, field: str) -> Q:
    """The rows behind the one that a cursor names. One that makes no sense begins again."""
    place = keyset.place(cursor, keyset.moment)
    if place is None:
        return Q()
    moment, key = place
    return Q(**{f"{field}__lt": moment}) | Q(**{field: moment, "id__lt": key})
