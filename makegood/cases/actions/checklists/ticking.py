"""A playbook is started on a case; its steps are ticked or left out, and it is taken off where it does not fit.

Whoever changes a step holds its case, so that of two who do so at once the second sees what the first did."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from makegood.cases import checklist_events as events
from makegood.cases.actions import rows, tasks
from makegood.cases.actions.checklists import sequence
from makegood.cases.models import LONGEST_REASON, Case, Checklist, Playbook, Step, StepTask
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.staff.models import User

CHANGED = ("done_by", "done_at", "left_out", "reason")


@verb
def start(case: Case, playbook: Playbook, *, by: User, at: dt.datetime) -> Checklist:
    """The case has its steps from now on, and those that others do are given to them, unless they wait. Started again, it
    stays. Raises Refusal where a task cannot be given; nothing is started then."""
    case = rows.lock(case)
    standing = Checklist.objects.of_case(case).filter(playbook=playbook).first()
    if standing is not None:
        return standing
    made = Checklist(case=case, playbook=playbook, name=playbook.name, started_by=by, started_at=at)
    made.save(force_insert=True)
    planned = {one.words: one for one in StepTask.objects.filter(playbook=playbook).for_brand(case.brand)}
    steps = Step.objects.bulk_create(
        sequence.planned(made, playbook, number, words, planned.get(words))
        for number, words in enumerate(playbook.steps, start=1)
    )
    for step in steps:
        if not step.is_waiting:
            sequence.give(case, step, by=by, at=at)
    fact = events.ChecklistStarted(checklist=str(made.pk), playbook=str(playbook.pk))
    record(fact, about=case.ref, at=at, by=by.key, facets=case.facets)
    return made


@verb
def tick(step: Step, *, by: User | None, at: dt.datetime) -> None:
    """It is done, by nobody of us where a contractor did its task. Of two who say so the first did it. What waited for it
    opens. Raises Refusal while it waits itself."""
    case, steps, mine = _held(step)
    if mine is None or mine.done_at is not None:
        return
    if mine.is_waiting:
        told = _("This step waits. First comes: %(step)s")
        raise Refusal(told % {"step": getattr(sequence.first_before(mine, steps), "words", "?")}, field="step")
    mine.done_by, mine.done_at = by, at
    mine.save(update_fields=CHANGED)
    _tell(case, events.StepDone(step=str(mine.pk)), by=by, at=at)
    sequence.follow(case, steps, by=by, at=at)


@verb
def leave_out(step: Step, *, reason: str, by: User, at: dt.datetime) -> None:
    """It is not needed in this case; whoever was given it hears so, and what waited for it opens. Done already, it stays
    done. Raises Refusal without a reason."""
    case, steps, mine = _held(step)
    said = " ".join(reason.split())
    if not said:
        raise Refusal(_("Say why it is left out."), field="reason")
    if len(said) > LONGEST_REASON:
        raise Refusal(_("At most %(most)d letters.") % {"most": LONGEST_REASON}, field="reason")
    if mine is None or mine.done_at is not None:
        return
    mine.done_by, mine.done_at, mine.left_out, mine.reason, mine.is_waiting = by, at, True, said, False
    mine.save(update_fields=[*CHANGED, "is_waiting"])
    if mine.task is not None:
        tasks.take_back(mine.task, by=by, at=at)
    _tell(case, events.StepLeftOut(step=str(mine.pk)), by=by, at=at)
    sequence.follow(case, steps, by=by, at=at)


@verb
def untick(step: Step, *, by: User, at: dt.datetime) -> None:
    """It is not done after all, or not left out. What had opened behind it waits again, unless somebody has begun it."""
    case, steps, mine = _held(step)
    if mine is None or mine.done_at is None:
        return
    mine.done_by, mine.done_at, mine.left_out, mine.reason = None, None, False, ""
    mine.save(update_fields=CHANGED)
    _tell(case, events.StepUndone(step=str(mine.pk)), by=by, at=at)
    sequence.follow(case, steps, by=by, at=at)


@verb
def remove(checklist: Checklist, *, by: User, at: dt.datetime) -> None:
    """It does not fit the case. Said twice, it is once."""
    case = rows.lock(checklist.case)
    deleted, _by_model = Checklist.objects.filter(pk=checklist.pk).delete()
    if deleted:
        _tell(case, events.ChecklistRemoved(checklist=str(checklist.pk)), by=by, at=at)


def _held(step: Step) -> tuple[Case, list[Step], Step | None]:
    """The case, held; the steps of this one's checklist as they stand now, in order; itself among them, if it is there."""
    case = rows.lock(step.checklist.case)
    found = Step.objects.filter(checklist=step.checklist_id).select_related("checklist__started_by", "task")
    steps = list(found.order_by("number"))
    return case, steps, next((one for one in steps if one.pk == step.pk), None)


def _tell(case: Case, fact: Any, *, by: User | None, at: dt.datetime) -> None:
    record(fact, about=case.ref, at=at, by=by.key if by else "", facets=case.facets)
