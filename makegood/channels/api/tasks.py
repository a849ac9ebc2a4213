"""Tasks over the programming interface: give one inside a case, list, answer, finish."""

import datetime as dt
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Header, Query, Router, Schema, Status
from ninja.errors import HttpError
from pydantic import StringConstraints

from makegood.cases import typed_times
from makegood.cases.actions import tasks
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import Case, Contractor, Task
from makegood.cases.words import Words as Said
from makegood.channels.api import actions, cursors
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.refusing import body_at_fault, fields_at_fault
from makegood.channels.api.strict import Address, Line, Moment, Name, Storable, Strict
from makegood.staff.models import Team, User

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=50_000), Storable]
What = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), Storable]
Which = Literal["teams", "mine", "given", "all"]
ORDER = "task"
router = Router(tags=["tasks"])


class TaskIn(Strict):
    """Whom it is for: one of `team`, `contractor` (their name in the directory) and `address`."""

    what: What
    text: Words = ""
    team: Name = ""
    contractor: Name = ""
    address: Address | None = None
    name: Name = ""
    language: Literal["", "en", "lt", "ru", "nl", "ja"] = ""
    due_at: Moment | None = Field(None, description="By when it is to be done. It lies ahead.")
    by_when: Line = Field("", description="The same in words, instead of it: “tomorrow 9”, “po dviejų dienų”.")


class TaskAnswerIn(Strict):
    text: Words = ""
    done_by: Moment | None = Field(None, description="When they say that it will be done.")


class TaskDoneIn(Strict):
    text: Words = ""


class TaskWordOut(Schema):
    kind: Literal["given", "told", "answered", "accepted", "done", "declined", "back", "filed"]
    at: dt.datetime
    by: str
    text: str
    files: list[str]


class TaskRow(Schema):
    ref: str
    case: str
    what: str
    receiver: str
    address: str
    state: Literal["asked", "answered", "accepted", "done", "declined", "back"]
    given_at: dt.datetime
    next_due_at: dt.datetime | None
    says_at: dt.datetime | None
    settled_at: dt.datetime | None


class TaskOut(TaskRow):
    words: list[TaskWordOut]


class TasksOut(Schema):
    items: list[TaskRow]
    next: str | None = Field(description="Pass it as `cursor` for the rows behind these; null at the end.")


@router.get("/tasks", response={200: TasksOut})
def list_tasks(
    request: HttpRequest,
    which: Which = "all",
    limit: int = Query(50, ge=1, le=200),
    cursor: str = Query("", max_length=200),
) -> dict[str, Any]:
    """Open tasks, late first: of your teams, taken by you, given by you or of cases you own, or all you may see."""
    user = asker(request)
    found = Task.objects.visible_to(user).open()
    narrowed = {"teams": found.for_teams, "mine": found.taken_by, "given": found.given_by}
    found = narrowed[which](user) if which in narrowed else found
    if cursor:
        found = found.after(*cursors.read(cursor, ORDER))
    rows = list(found.for_rows().late_first()[: limit + 1])
    end = rows[limit - 1] if len(rows) > limit else None
    return {
        "items": [_row(task) for task in rows[:limit]],
        "next": cursors.write(ORDER, end.next_due_at, end.pk) if end else None,
    }


@router.post("/cases/{ref}/tasks", response={201: TaskOut})
def create_task(
    request: HttpRequest, ref: str, body: TaskIn, idempotency_key: str = Header("", max_length=200)
) -> Status[dict[str, Any]]:
    """Give a team or a contractor something to do for a case. It has a clock of its own; the customer's promises run on."""
    case, user, told = case_of(request, ref), asker(request), body.model_dump_json()
    at, due_at = timezone.now(), body.due_at
    if body.by_when:
        due_at = _due(case, body, by=user, at=at)
    errand = Errand(what=body.what, receiver=_receiver(case, body), text=body.text, due_at=due_at)
    with body_at_fault(), fields_at_fault():
        task = actions.give_task(case, errand, told=told, key=idempotency_key, by=user, at=at)
    return Status(201, _whole(_task(request, task.ref)))


@router.get("/tasks/{ref}", response={200: TaskOut})
def read_task(request: HttpRequest, ref: str) -> dict[str, Any]:
    """One task with its words."""
    return _whole(_task(request, ref))


@router.post("/tasks/{ref}/answers", response={201: TaskOut})
def answer_task(
    request: HttpRequest, ref: str, body: TaskAnswerIn, idempotency_key: str = Header("", max_length=200)
) -> Status[dict[str, Any]]:
    """They have answered. `done_by` is a promise where no time was set before."""
    task, user, told = _task(request, ref), asker(request), body.model_dump_json()
    with body_at_fault(), fields_at_fault():
        actions.answer_task(
            task, body.text, says_at=body.done_by, told=told, key=idempotency_key, by=user, at=timezone.now()
        )
    return Status(201, _whole(_task(request, ref)))


@router.post("/tasks/{ref}/completion", response={200: TaskOut})
def finish_task(request: HttpRequest, ref: str, body: TaskDoneIn) -> dict[str, Any]:
    """It is done. Said again, it stays as it is."""
    user = asker(request)
    tasks.finish(_task(request, ref), Said(text=body.text, sender_name=user.name), by=user, at=timezone.now())
    return _whole(_task(request, ref))


def _task(request: HttpRequest, ref: str) -> Task:
    found = Task.objects.visible_to(asker(request)).for_rows().filter(ref=ref.upper()).first()
    if found is None:
        raise HttpError(404, "There is no such task, or you may not see it.")
    return found


def _due(case: Case, body: TaskIn, *, by: User, at: dt.datetime) -> dt.datetime:
    """HttpError 422 for words that name no time ahead, or that stand beside a time."""
    if body.due_at is not None:
        raise HttpError(422, "by_when: say it in words or as due_at, not both.")
    due_at = typed_times.read(body.by_when, case, by=by, at=at, is_deadline=True)
    if due_at is None:
        raise HttpError(422, "by_when: this is not understood, or it has gone by.")
    return due_at


def _receiver(case: Case, body: TaskIn) -> Receiver:
    """HttpError 422 for a name that nobody has who may be asked for this case."""
    team = Team.objects.filter(brands=case.brand, name=body.team).first() if body.team else None
    if body.team and team is None:
        raise HttpError(422, "team: none of this name serves the brand of the case.")
    known = Contractor.objects.in_use().of_brand(case.brand).filter(name=body.contractor) if body.contractor else None
    contractor = known.first() if known is not None else None
    if body.contractor and contractor is None:
        raise HttpError(422, "contractor: none of this name stands in the directory for the brand of the case.")
    return Receiver(
        team=team, contractor=contractor, address=body.address or "", name=body.name, language=body.language
    )


def _row(task: Task) -> dict[str, Any]:
    return {
        "ref": task.ref,
        "case": task.case.ref,
        "what": task.what,
        "receiver": task.receiver,
        "address": task.address,
        "state": task.state,
        "given_at": task.given_at,
        "next_due_at": task.next_due_at if task.has_due else None,
        "says_at": task.says_at,
        "settled_at": task.settled_at,
    }


def _whole(task: Task) -> dict[str, Any]:
    said = task.words.select_related("staff").prefetch_related("files").order_by("at", "id")
    return _row(task) | {
        "words": [
            {
                "kind": word.kind,
                "at": word.at,
                "by": word.staff.name if word.staff else word.sender_name or word.sender,
                "text": word.text,
                "files": [file.name for file in word.files.all()],
            }
            for word in said
        ]
    }
