"""Playbooks by the programming interface: read by whoever may start them, kept by leads, started on cases."""

import datetime as dt
import uuid
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Header, Router, Schema, Status
from ninja.errors import HttpError
from pydantic import StringConstraints

from makegood.cases import receivers
from makegood.cases.actions import checklists
from makegood.cases.errand import Receiver, StepErrand
from makegood.cases.models import LONGEST_TIME, Checklist, Playbook
from makegood.cases.models.checklists import LONGEST_STEP, MOST_STEPS
from makegood.channels.api import actions
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.checklists import StepsOut, listed
from makegood.channels.api.refusing import fields_at_fault
from makegood.channels.api.strict import Name, Storable, Strict
from makegood.staff import permissions
from makegood.staff.models import Team, User

MOST = 500
router = Router(tags=["playbooks"])


class PlaybookStepIn(Strict):
    words: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_STEP), Storable]
    waits: bool = Field(False, description="It opens once all steps before it are done or left out.")
    team: Name = Field("", description="The name of the team whose task it is.")
    contractor: Name = Field("", description="Or the name of a contractor of the directory.")
    by_when: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_TIME), Storable] = Field(
        "", description="By when they do it, in words (“in 2 working days”), from when it is given to them."
    )


class PlaybookIn(Strict):
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100), Storable]
    team: Name = Field("", description="The name of the team whose it is; everybody's without one.")
    in_turn: bool = Field(False, description="One step after another: each waits.")
    is_active: bool = Field(True, description="It can be started.")
    steps: list[PlaybookStepIn] = Field(min_length=1, max_length=MOST_STEPS)


class PlaybookStepOut(Schema):
    words: str
    waits: bool
    team: str | None
    contractor: str | None
    by_when: str


class PlaybookOut(Schema):
    id: str
    name: str
    team: str | None = Field(description="Null where it is everybody's.")
    in_turn: bool
    is_active: bool
    steps: list[PlaybookStepOut]


class PlaybooksOut(Schema):
    items: list[PlaybookOut]


class StartIn(Strict):
    playbook: uuid.UUID


@router.get("/playbooks", response={200: PlaybooksOut})
def list_playbooks(request: HttpRequest) -> dict[str, Any]:
    """Those that you may start, by name; leads have those that are started no more, too, behind them."""
    return {"items": [_shown(one) for one in _seen(asker(request)).prefetch_related(*WITH)[:MOST]]}


@router.post("/playbooks", response={201: PlaybookOut})
def write_playbook(
    request: HttpRequest, body: PlaybookIn, idempotency_key: str = Header("", max_length=200)
) -> Status[dict[str, Any]]:
    """Write a playbook down. Leads may, for everybody or for a team of theirs."""
    keeper, at = _keeper(request), timezone.now()
    with fields_at_fault():
        made = actions.write_playbook(
            lambda: _save(None, body, by=keeper, at=at),
            told=body.model_dump_json(),
            key=idempotency_key,
            by=keeper,
            at=at,
        )
    return Status(201, _shown(made))


@router.get("/playbooks/{uuid:key}", response={200: PlaybookOut})
def read_playbook(request: HttpRequest, key: uuid.UUID) -> dict[str, Any]:
    """One playbook with its steps."""
    return _shown(_named(asker(request), key))


@router.post("/playbooks/{uuid:key}/description", response={200: PlaybookOut})
def describe_playbook(request: HttpRequest, key: uuid.UUID, body: PlaybookIn) -> dict[str, Any]:
    """Change a playbook: all of it, as it is to stand from now on. Checklists that were started stay as they are."""
    keeper = _keeper(request)
    with fields_at_fault():
        kept = _save(_named(keeper, key), body, by=keeper, at=timezone.now())
    return _shown(kept)


@router.post("/playbooks/{uuid:key}/retirement", response={200: PlaybookOut})
def retire_playbook(request: HttpRequest, key: uuid.UUID) -> dict[str, Any]:
    """It is started no more. Said again, it stays so; a description with `is_active` brings it back."""
    keeper = _keeper(request)
    return _shown(checklists.retire_playbook(_named(keeper, key), by=keeper, at=timezone.now()))


@router.post("/cases/{ref}/checklists", response={201: StepsOut})
def start_playbook(request: HttpRequest, ref: str, body: StartIn) -> Status[dict[str, Any]]:
    """Start a playbook on a case; what others do is given to them. Started again, it stays. The answer has all steps of the
    case."""
    case, user = case_of(request, ref), asker(request)
    playbook = Playbook.objects.in_use().visible_to(user).filter(pk=body.playbook).first()
    if playbook is None:
        raise HttpError(422, "playbook: there is none that you may start. GET /playbooks lists them.")
    checklists.start(case, playbook, by=user, at=timezone.now())
    return Status(201, listed(case))


@router.post("/cases/{ref}/checklists/{uuid:key}/removal", response={200: StepsOut})
def take_checklist_off(request: HttpRequest, ref: str, key: uuid.UUID) -> dict[str, Any]:
    """Take a checklist off a case, with what was ticked; tasks that were given stay. The answer has the steps that are left."""
    case = case_of(request, ref)
    checklist = Checklist.objects.of_case(case).select_related("case").filter(pk=key).first()
    if checklist is None:
        raise HttpError(404, "The case has no such checklist.")
    checklists.remove(checklist, by=asker(request), at=timezone.now())
    return listed(case)


WITH = ("team", "tasks__team", "tasks__contractor")


def _keeper(request: HttpRequest) -> User:
    user = asker(request)
    if not permissions.may(user, permissions.MANAGE_PLAYBOOKS):
        raise HttpError(403, "Leads keep playbooks.")
    return user


def _seen(user: User) -> Any:
    if permissions.may(user, permissions.MANAGE_PLAYBOOKS):
        return Playbook.objects.changed_by(user)
    return Playbook.objects.in_use().visible_to(user)


def _named(user: User, key: uuid.UUID) -> Playbook:
    found: Playbook | None = _seen(user).prefetch_related(*WITH).filter(pk=key).first()
    if found is None:
        raise HttpError(404, "There is no such playbook, or it is not yours.")
    return found


def _save(playbook: Playbook | None, body: PlaybookIn, *, by: User, at: dt.datetime) -> Playbook:
    """HttpError 422 for what names nobody. Raises Refusal."""
    team = receivers.own_teams(by).filter(name=body.team).first() if body.team else None
    if body.team and team is None:
        raise HttpError(422, f"team: you have no team of the name {body.team}.")
    errands = [found for each in body.steps if (found := _errand(each, by)) is not None]
    if len({one.step for one in errands}) < len(errands):
        raise HttpError(422, "steps: two steps that others do have the same words.")
    return checklists.describe_playbook(
        playbook, name=body.name, steps=[one.words for one in body.steps], team=team, in_turn=body.in_turn,
        is_active=body.is_active, errands=errands, waiting=[_words(one) for one in body.steps if one.waits], by=by, at=at,
    )  # fmt: skip


def _errand(step: PlaybookStepIn, by: User) -> StepErrand | None:
    if not step.team and not step.contractor:
        if step.by_when:
            raise HttpError(422, "steps: a time needs a team or a contractor who keeps it.")
        return None
    team: Team | None = receivers.teams(by).filter(name=step.team).first() if step.team else None
    contractor = receivers.contractors(by).filter(name=step.contractor).first() if step.contractor else None
    if step.team and team is None:
        raise HttpError(422, f"steps: no team of the name {step.team} serves a brand of yours.")
    if step.contractor and contractor is None:
        raise HttpError(422, f"steps: no contractor of the name {step.contractor} works for a brand of yours.")
    return StepErrand(step=_words(step), receiver=Receiver(team=team, contractor=contractor), by_when=step.by_when)


def _words(step: PlaybookStepIn) -> str:
    """As they are kept: in one line."""
    return " ".join(step.words.split())


def _shown(one: Playbook) -> dict[str, Any]:
    planned = {task.words: task for task in one.tasks.all()}

    def step(number: int, words: str) -> dict[str, Any]:
        plan = planned.get(words)
        return {
            "words": words,
            "waits": number > 0 and one.waits(words),
            "team": plan.team.name if plan and plan.team else None,
            "contractor": plan.contractor.name if plan and plan.contractor else None,
            "by_when": plan.by_when if plan else "",
        }

    return {
        "id": str(one.pk),
        "name": one.name,
        "team": one.team.name if one.team else None,
        "in_turn": one.in_turn,
        "is_active": one.is_active,
        "steps": [step(number, words) for number, words in enumerate(one.steps)],
    }
