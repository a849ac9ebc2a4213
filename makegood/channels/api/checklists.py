"""Checklists by the programming interface: those of a case, and settling their steps."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.errors import HttpError
from pydantic import StringConstraints

from makegood.cases.actions import checklists
from makegood.cases.actions.checklists.sequence import first_before
from makegood.cases.models import LONGEST_REASON, Case, Step
from makegood.channels.api import shapes
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.refusing import fields_at_fault
from makegood.channels.api.shapes import PersonOut
from makegood.channels.api.strict import Storable, Strict

router = Router(tags=["cases"])


class StepOut(Schema):
    id: str
    checklist: str = Field(description="The name of the checklist that it is part of.")
    checklist_id: str
    words: str
    state: Literal["open", "waiting", "done", "left out"]
    waits_for: str | None = Field(description="Of one that waits, the first step that comes before it.")
    done_at: dt.datetime | None = Field(description="When it was done, or left out.")
    done_by: PersonOut | None = Field(description="Who did it, or left it out; nobody where a contractor did its task.")
    reason: str = Field(description="Why it was left out.")
    task: str | None = Field(description="The task that it was given as, which ticks it once it is done.")


class StepsOut(Schema):
    items: list[StepOut]


class StepIn(Strict):
    step: uuid.UUID
    done: bool


class OmissionIn(Strict):
    step: uuid.UUID
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_REASON), Storable]


@router.get("/{ref}/steps", response={200: StepsOut})
def list_steps(request: HttpRequest, ref: str) -> dict[str, Any]:
    """The steps of all its checklists, in order."""
    return listed(case_of(request, ref))


@router.post("/{ref}/steps", response={200: StepsOut})
def tick_step(request: HttpRequest, ref: str, body: StepIn) -> dict[str, Any]:
    """Say that a step is done, or that it is neither done nor left out after all. Said again, it stays; one that waits is
    refused with 409. The answer has all steps of the case."""
    case = case_of(request, ref)
    step = _step(case, body.step)
    verb = checklists.tick if body.done else checklists.untick
    verb(step, by=asker(request), at=timezone.now())
    return listed(case)


@router.post("/{ref}/steps/omission", response={200: StepsOut})
def leave_step_out(request: HttpRequest, ref: str, body: OmissionIn) -> dict[str, Any]:
    """Say that a step is not needed in this case, and why; it may wait. One that is done stays done. The answer has all
    steps of the case."""
    case = case_of(request, ref)
    with fields_at_fault():
        checklists.leave_out(_step(case, body.step), reason=body.reason, by=asker(request), at=timezone.now())
    return listed(case)


def _step(case: Case, key: uuid.UUID) -> Step:
    step = Step.objects.of_case(case).select_related("checklist__case").filter(pk=key).first()
    if step is None:
        raise HttpError(422, "step: the case has no such step.")
    return step


def listed(case: Case) -> dict[str, Any]:
    """All steps of a case, as programs read them."""
    steps = list(Step.objects.of_case(case).for_pages())
    return {"items": [_shown(one, steps) for one in steps]}


def _shown(step: Step, steps: Iterable[Step]) -> dict[str, Any]:
    before = [one for one in steps if one.checklist_id == step.checklist_id] if step.is_waiting else []
    first = first_before(step, before)
    return {
        "id": str(step.pk),
        "checklist": step.checklist.name,
        "checklist_id": str(step.checklist_id),
        "words": step.words,
        "state": step.state,
        "waits_for": str(first.pk) if first else None,
        "done_at": step.done_at,
        "done_by": shapes.person(step.done_by),
        "reason": step.reason,
        "task": step.task.ref if step.task else None,
    }
