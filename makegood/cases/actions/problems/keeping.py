"""A known problem is written down and kept up to date."""

import dataclasses
import datetime as dt
from typing import Any

from makegood.cases import problem_events as events
from makegood.cases.models import Problem, ProblemState
from makegood.events.actions import record, verb
from makegood.events.as_read import check_as_read
from makegood.events.keys import free_reference
from makegood.orders.models import Product
from makegood.staff.models import User


@dataclasses.dataclass(frozen=True)
class Description:
    """What colleagues read of a problem."""

    title: str
    state: ProblemState = ProblemState.OPEN
    known: str = ""
    workaround: str = ""
    product: Product | None = None


@verb
def open_problem(told: Description, *, by: User, at: dt.datetime) -> Problem:
    """Write one down."""
    ref = free_reference("P", taken=lambda one: Problem.objects.filter(ref=one).exists())
    made = Problem(ref=ref, opened_at=at, opened_by=by, changed_at=at)
    _describe(made, told, at=at)
    made.save(force_insert=True)
    _record(events.ProblemOpened(problem=ref), made, by=by, at=at)
    if made.state == ProblemState.SOLVED:
        _record(events.ProblemSolved(problem=ref), made, by=by, at=at)
    return made


@verb
def save_problem(
    problem: Problem, told: Description, *, by: User, at: dt.datetime, only_as_read: bool = False
) -> Problem:
    """Change it. Solved is told apart, once each time. `only_as_read`: raises ChangedMeanwhile where it is not any more
    as `problem` was read."""
    held = Problem.objects.select_for_update(of=("self",)).get(pk=problem.pk)
    if only_as_read:
        check_as_read(problem, held, "title", "state", "known", "workaround", "product_id")
    was = held.state
    _describe(held, told, at=at)
    held.changed_at = at
    held.save(update_fields=["title", "state", "known", "workaround", "product", "changed_at", "solved_at"])
    if held.state == ProblemState.SOLVED != was:
        _record(events.ProblemSolved(problem=held.ref), held, by=by, at=at)
    else:
        _record(events.ProblemChanged(problem=held.ref, state=held.state), held, by=by, at=at)
    return held


def _describe(problem: Problem, told: Description, *, at: dt.datetime) -> None:
    problem.title, problem.known = " ".join(told.title.split())[:200], told.known.strip()
    problem.workaround, problem.product = told.workaround.strip(), told.product
    if told.state != ProblemState.SOLVED:
        problem.solved_at = None
    elif problem.state != ProblemState.SOLVED:
        problem.solved_at = at
    problem.state = told.state


def _record(fact: Any, problem: Problem, *, by: User, at: dt.datetime) -> None:
    record(fact, about=problem.ref, at=at, by=by.key)
