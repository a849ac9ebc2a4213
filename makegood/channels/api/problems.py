"""Known problems by the programming interface: the list, and which one causes a case."""

import datetime as dt
from typing import Annotated, Any, Literal

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema
from ninja.errors import HttpError
from pydantic import StringConstraints

from makegood.cases.actions import problems
from makegood.cases.models import Problem, Tie
from makegood.channels.api import cursors
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.shapes import ERRORS
from makegood.channels.api.strict import Storable, Strict

Reference = Annotated[str, StringConstraints(strip_whitespace=True, max_length=12), Storable]
State = Literal["open", "mending", "solved"]
router = Router(tags=["problems"])


class ProblemOut(Schema):
    ref: str
    title: str
    state: State
    known: str
    workaround: str
    product: str | None = Field(description="The shop's key of the product that it affects.")
    tied: int = Field(description="How many cases are tied to it.")
    opened_at: dt.datetime
    solved_at: dt.datetime | None


class ProblemsOut(Schema):
    items: list[ProblemOut]
    next: str | None = Field(description="Pass it as `cursor` for the rows behind these; null at the end.")


class TieIn(Strict):
    problem: Reference = Field(description="The reference of the known problem; empty: none causes it.")


class TieOut(Schema):
    problem: str | None


@router.get("/problems", response={200: ProblemsOut, **ERRORS})
def list_problems(
    request: HttpRequest,
    state: State | None = None,
    limit: int = Query(50, ge=1, le=200),
    cursor: str = Query("", max_length=200),
) -> dict[str, Any]:
    """Known problems, the newest first; with `state` those in one state."""
    found = Problem.objects.newest_first().select_related("product")
    if state is not None:
        found = found.filter(state=state)
    if cursor:
        moment, key = cursors.read(cursor, "opened")
        found = found.filter(Q(opened_at__lt=moment) | Q(opened_at=moment, id__lt=key))
    rows = list(found[: limit + 1])
    end = rows[limit - 1] if len(rows) > limit else None
    return {
        "items": [_problem(one) for one in rows[:limit]],
        "next": cursors.write("opened", end.opened_at, end.pk) if end else None,
    }


@router.post("/cases/{ref}/problem", response={200: TieOut, **ERRORS})
def tie_case(request: HttpRequest, ref: str, body: TieIn) -> dict[str, Any]:
    """Say which known problem causes the case, or that none does. Said again, it stays."""
    case, user, at = case_of(request, ref), asker(request), timezone.now()
    if body.problem:
        problem = Problem.objects.filter(ref=body.problem.upper()).first()
        if problem is None:
            raise HttpError(422, "problem: there is no such known problem.")
        problems.tie(case, problem=problem, by=user, at=at)
    else:
        problems.untie(case, by=user, at=at)
    return {"problem": Tie.objects.of_case(case).values_list("problem__ref", flat=True).first()}


def _problem(one: Problem) -> dict[str, Any]:
    return {
        "ref": one.ref,
        "title": one.title,
        "state": one.state,
        "known": one.known,
        "workaround": one.workaround,
        "product": one.product.sku if one.product else None,
        "tied": one.tied,
        "opened_at": one.opened_at,
        "solved_at": one.solved_at,
    }
