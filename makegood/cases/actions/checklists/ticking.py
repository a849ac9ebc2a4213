"""A playbook is started on a case; its steps are ticked, and it is taken off where it does not fit."""

import datetime as dt
from typing import Any

from makegood.cases import checklist_events as events
from makegood.cases.actions import rows
from makegood.cases.actions.checklists.delegating import give_all
from makegood.cases.models import Case, Checklist, Playbook, Step
from makegood.events.actions import record, verb
from makegood.staff.models import User


@verb
def start(case: Case, playbook: Playbook, *, by: User, at: dt.datetime) -> Checklist:
    """The case has its steps from now on, and those that others do are given to them. Started again, it stays. Raises
    Refusal where a task cannot be given; nothing is started then."""
    case = rows.lock(case)
    standing = Checklist.objects.of_case(case).filter(playbook=playbook).first()
    if standing is not None:
        return standing
    made = Checklist(case=case, playbook=playbook, name=playbook.name, started_by=by, started_at=at)
    made.save(force_insert=True)
    steps = Step.objects.bulk_create(
        Step(checklist=made, number=number, words=words) for number, words in enumerate(playbook.steps, start=1)
    )
    give_all(case, playbook, steps, by=by, at=at)
    fact = events.ChecklistStarted(checklist=str(made.pk), playbook=str(playbook.pk))
    record(fact, about=case.ref, at=at, by=by.key, facets=case.facets)
    return made


@verb
def tick(step: Step, *, by: User | None, at: dt.datetime) -> None:
    """It is done, by nobody of us where a contractor did its task. Of two who say so the first did it."""
    if Step.objects.open().filter(pk=step.pk).update(done_by=by, done_at=at):
        _tell(step.checklist, events.StepDone(step=str(step.pk)), by=by, at=at)


@verb
def untick(step: Step, *, by: User, at: dt.datetime) -> None:
    """It is not done after all."""
    if Step.objects.filter(pk=step.pk, done_at__isnull=False).update(done_by=None, done_at=None):
        _tell(step.checklist, events.StepUndone(step=str(step.pk)), by=by, at=at)


@verb
def remove(checklist: Checklist, *, by: User, at: dt.datetime) -> None:
    """It does not fit the case. Said twice, it is once."""
    deleted, _by_model = Checklist.objects.filter(pk=checklist.pk).delete()
    if deleted:
        _tell(checklist, events.ChecklistRemoved(checklist=str(checklist.pk)), by=by, at=at)


def _tell(checklist: Checklist, fact: Any, *, by: User | None, at: dt.datetime) -> None:
    case = checklist.case.present
    record(fact, about=case.ref, at=at, by=by.key if by else "", facets=case.facets)
