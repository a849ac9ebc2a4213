"""Known problems by the programming interface: read, written down, changed, tied to cases, told to all customers."""

import datetime as dt
import uuid
from typing import Annotated, Any, Literal

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Header, Query, Router, Schema, Status
from ninja.errors import HttpError
from pydantic import StringConstraints

from makegood.cases.actions import bulk, problems
from makegood.cases.actions.bulk import Announcement
from makegood.cases.actions.problems import Description
from makegood.cases.models import Bulk, Problem, ProblemState, Tie
from makegood.cases.models.problems import concerned
from makegood.channels.api import actions, cursors
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.strict import Name, Storable, Strict, Text
from makegood.orders.models import Product

Reference = Annotated[str, StringConstraints(strip_whitespace=True, max_length=12), Storable]
Letter = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000), Storable]
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


class ProblemIn(Strict):
    title: Annotated[Name, StringConstraints(min_length=1)] = Field(description="What goes wrong.")
    state: State = "open"
    known: Letter = Field("", description="What is known of it.")
    workaround: Letter = Field("", description="What customers can do meanwhile.")
    product: Name = Field("", description="The shop's key of the product that it affects.")


class TellingIn(Strict):
    texts: dict[str, Text] = Field(description="What customers read, by language.")
    otherwise: str = Field("", max_length=5, description="The language for whoever reads none of these.")
    resolves: bool = Field(False, description="Their cases are resolved as the reply leaves.")
    id: uuid.UUID | None = Field(None, description="Told twice with the same id, it is told once.")


class TellingOut(Schema):
    id: uuid.UUID
    bulk: uuid.UUID | None = Field(
        description="How it goes is read, and it is undone, at `/bulk/…`; null where nobody is concerned."
    )
    cases: int = Field(description="In how many cases a reply is being written; each waits a minute before it leaves.")


class TieIn(Strict):
    problem: Reference = Field(description="The reference of the known problem; empty: none causes it.")


class TieOut(Schema):
    problem: str | None


@router.get("/problems", response={200: ProblemsOut})
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


@router.post("/problems", response={201: ProblemOut})
def write_problem(
    request: HttpRequest, body: ProblemIn, idempotency_key: str = Header("", max_length=200)
) -> Status[dict[str, Any]]:
    """Write a known problem down."""
    described, by, at = _described(body), asker(request), timezone.now()
    made = actions.open_problem(described, told=body.model_dump_json(), key=idempotency_key, by=by, at=at)
    return Status(201, _problem(made))


@router.get("/problems/{ref}", response={200: ProblemOut})
def read_problem(request: HttpRequest, ref: str) -> dict[str, Any]:
    """One known problem. Its cases are found by `GET /cases?q=problem:P-…`."""
    return _problem(_named(ref))


@router.post("/problems/{ref}/description", response={200: ProblemOut})
def describe_problem(request: HttpRequest, ref: str, body: ProblemIn) -> dict[str, Any]:
    """Change a known problem: all of it, as it is to stand from now on."""
    return _problem(problems.save_problem(_named(ref), _described(body), by=asker(request), at=timezone.now()))


@router.post("/problems/{ref}/tellings", response={201: TellingOut})
def tell_all(request: HttpRequest, ref: str, body: TellingIn) -> Status[dict[str, Any]]:
    """Tell all customers whose unfinished cases it causes and you may see, each in their language."""
    problem = _named(ref)
    languages = [code for code, _name in settings.LANGUAGES]
    if unknown := sorted(set(body.texts) - set(languages)):
        raise HttpError(422, f"texts: “{unknown[0]}” is none of {', '.join(languages)}.")
    said = Announcement(key=body.id or uuid.uuid4(), texts=body.texts, otherwise=body.otherwise, resolves=body.resolves)
    known = Bulk.objects.filter(telling=said.key).exists()
    if not known and not concerned(problem, asker(request)).exists():
        return Status(201, {"id": said.key, "bulk": None, "cases": 0})
    begun = bulk.tell_all(problem, said, by=asker(request), at=timezone.now())
    return Status(201, {"id": said.key, "bulk": begun.pk, "cases": begun.total})


@router.post("/cases/{ref}/problem", response={200: TieOut})
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


def _named(ref: str) -> Problem:
    found = Problem.objects.select_related("product").filter(ref=ref.strip().upper()).first()
    if found is None:
        raise HttpError(404, "There is no such known problem.")
    return found


def _described(body: ProblemIn) -> Description:
    product = Product.objects.filter(sku=body.product).first() if body.product else None
    if body.product and product is None:
        raise HttpError(422, "product: there is no product with this key.")
    return Description(
        title=body.title, state=ProblemState(body.state), known=body.known, workaround=body.workaround, product=product
    )


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
