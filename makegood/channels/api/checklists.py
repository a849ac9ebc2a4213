"""Checklists by the programming interface: those of a case, and ticking their steps."""

import datetime as dt
import uuid
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.errors import HttpError

from makegood.cases.actions import checklists
from makegood.cases.models import Case, Step
from makegood.channels.api import shapes
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.shapes import ERRORS, PersonOut
from makegood.channels.api.strict import Strict

router = Router(tags=["cases"])


class StepOut(Schema):
    id: str
    checklist: str = Field(description="The name of the checklist that it is part of.")
    words: str
    done_at: dt.datetime | None
    done_by: PersonOut | None = Field(description="Nobody where a contractor did its task.")
    task: str | None = Field(description="The task that it was given as, which ticks it once it is done.")


class StepsOut(Schema):
    items: list[StepOut]


class StepIn(Strict):
    step: uuid.UUID
    done: bool


@router.get("/{ref}/steps", response={200: StepsOut, **ERRORS})
def list_steps(request: HttpRequest, ref: str) -> dict[str, Any]:
    """The steps of all its checklists, in order."""
    return _listed(case_of(request, ref))


@router.post("/{ref}/steps", response={200: StepsOut, **ERRORS})
def tick_step(request: HttpRequest, ref: str, body: StepIn) -> dict[str, Any]:
    """Say that a step is done, or that it is not. Said again, it stays. The answer has all steps of the case."""
    case = case_of(request, ref)
    step = Step.objects.of_case(case).select_related("checklist__case").filter(pk=body.step).first()
    if step is None:
        raise HttpError(422, "step: the case has no such step.")
    verb = checklists.tick if body.done else checklists.untick
    verb(step, by=asker(request), at=timezone.now())
    return _listed(case)


def _listed(case: Case) -> dict[str, Any]:
    return {
        "items": [
            {
                "id": str(one.pk),
                "checklist": one.checklist.name,
                "words": one.words,
                "done_at": one.done_at,
                "done_by": shapes.person(one.done_by),
                "task": one.task.ref if one.task else None,
            }
            for one in Step.objects.of_case(case).for_pages()
        ]
    }
