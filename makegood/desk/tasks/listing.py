"""The list of tasks: which ones, in which order, page after page. Reads only."""

import dataclasses
import functools
from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from makegood.brands import scope
from makegood.cases.models import Task
from makegood.cases.models.tasks import TaskQuerySet
from makegood.desk import bounded
from makegood.events.prepared import PreparedQuery
from makegood.staff.models import User
from makegood.ui import keyset

PAGE, COUNTED_TO = 50, 100


@dataclasses.dataclass(frozen=True)
class View:
    """A standing list: its name in the address, and what it holds."""

    key: str
    label: str | Promise
    pick: Callable[[TaskQuerySet, User], TaskQuerySet]


VIEWS = {
    view.key: view
    for view in (
        View("teams", _("My teams"), lambda tasks, user: tasks.for_teams(user)),
        View("mine", _("Mine"), lambda tasks, user: tasks.taken_by(user)),
        View("given", _("What I wait for"), lambda tasks, user: tasks.given_by(user)),
        View("all", _("All open"), lambda tasks, user: tasks),
    )
}


@dataclasses.dataclass(frozen=True)
class Page:
    """Rows, and the cursor behind the last one ("" at the end)."""

    rows: list[Task]
    next: str


def view_of(key: str) -> View:
    """The list of this name; the first where there is none."""
    return VIEWS.get(key) or next(iter(VIEWS.values()))


def page(view: View, user: User, *, cursor: str = "") -> Page:
    """One page, late first. A cursor that makes no sense begins again."""
    found, place = _held(view, user).for_rows().late_first(), keyset.place(cursor, keyset.moment)
    if place is not None:
        found = found.after(*place)
    rows = list(found[: PAGE + 1])
    end = rows[PAGE - 1] if len(rows) > PAGE else None
    return Page(rows[:PAGE], keyset.write(end.next_due_at, end.pk) if end else "")


def counts(user: User) -> dict[str, str]:
    """How many each list holds, up to 99+, in one query."""
    who = scope.as_viewer(user)
    held = bounded.counts([_counted(key).sql(**who) for key in VIEWS])
    return {key: "99+" if count >= COUNTED_TO else str(count) for key, count in zip(VIEWS, held, strict=True)}


def _held(view: View, user: User) -> TaskQuerySet:
    return view.pick(Task.objects.visible_to(user).open(), user)


@functools.cache
def _counted(key: str) -> PreparedQuery[Any]:
    """The keys of what a list holds, as many as are counted."""
    return PreparedQuery(lambda **who: _held(VIEWS[key], scope.viewer(**who)).order_by().values("pk")[:COUNTED_TO])
