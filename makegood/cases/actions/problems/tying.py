"""A case is tied to the known problem that causes it, and untied."""

import datetime as dt

from django.db.models import F

from makegood.cases.actions import rows
from makegood.cases.models import Case, Problem, Tie
from makegood.cases.problem_events import CaseTied, CaseUntied
from makegood.events.actions import record, verb
from makegood.staff.models import User


@verb
def tie(case: Case, *, problem: Problem, by: User, at: dt.datetime) -> bool:
    """This problem causes the case, and no other any more. False where it is so already."""
    case = rows.lock(case)
    standing = list(Tie.objects.of_case(case).select_related("problem"))
    if [one.problem_id for one in standing] == [problem.pk]:
        return False
    for one in standing:
        _take_off(one, case, by=by, at=at)
    Tie(problem=problem, case=case, at=at, by=by).save(force_insert=True)
    Problem.objects.filter(pk=problem.pk).update(tied=F("tied") + 1)
    record(CaseTied(problem=problem.ref), about=case.ref, at=at, by=by.key, facets=case.facets)
    return True


@verb
def untie(case: Case, *, by: User, at: dt.datetime) -> bool:
    """No known problem causes it. False where none did."""
    case = rows.lock(case)
    standing = list(Tie.objects.of_case(case).select_related("problem"))
    for one in standing:
        _take_off(one, case, by=by, at=at)
    return bool(standing)


def _take_off(standing: Tie, case: Case, *, by: User, at: dt.datetime) -> None:
    standing.delete()
    Problem.objects.filter(pk=standing.problem_id).update(tied=F("tied") - 1)
    record(CaseUntied(problem=standing.problem.ref), about=case.ref, at=at, by=by.key, facets=case.facets)
