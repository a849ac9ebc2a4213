"""Steps in sequence: which opens once those before it are settled, and which waits again. Parts of the verbs that change steps,
which hold the case."""

import datetime as dt
from collections.abc import Sequence

from makegood.cases import checklist_events as events
from makegood.cases import typed_times
from makegood.cases.actions import tasks
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import Case, Checklist, Playbook, Step, StepTask, TaskState
from makegood.cases.models.step_tasks import serving
from makegood.events.actions import record
from makegood.events.refusals import Refusal
from makegood.staff.models import User


def planned(checklist: Checklist, playbook: Playbook, number: int, words: str, plan: StepTask | None) -> Step:
    """A step as the playbook has it when it is started; nothing comes before the first."""
    waits = number > 1 and playbook.waits(words)
    step = Step(checklist=checklist, number=number, words=words, waits=waits, is_waiting=waits)
    if plan is not None:
        step.team, step.contractor, step.by_when = plan.team, plan.contractor, plan.by_when
    return step


def give(case: Case, step: Step, *, by: User, at: dt.datetime) -> None:
    """If it is others' work, they are asked for it, and its time counts from now. Raises Refusal as giving a task does."""
    if step.team is None and step.contractor is None:
        return
    due_at = typed_times.read(step.by_when, case, by=by, at=at, is_deadline=True) if step.by_when else None
    receiver = Receiver(team=step.team, contractor=step.contractor)
    step.task = tasks.give(case, Errand(what=step.words, receiver=receiver, due_at=due_at), by=by, at=at)
    step.save(update_fields=["task"])


def first_before(step: Step, steps: Sequence[Step]) -> Step | None:
    """The first that is not settled of those before it; `steps` are all of the checklist, in order."""
    return next((one for one in steps if one.number < step.number and one.done_at is None), None)


def follow(case: Case, steps: Sequence[Step], *, by: User | None, at: dt.datetime) -> None:
    """After one of them was changed: what waits for nothing any more opens, and what waits for something waits again,
    unless somebody has begun it."""
    for step in steps:
        if not step.waits or step.done_at is not None:
            continue
        is_free = first_before(step, steps) is None
        if is_free and step.is_waiting:
            _open(case, step, by=by, at=at)
        elif not is_free and not step.is_waiting and is_untouched(step):
            _close(step, by=by or step.checklist.started_by, at=at)


def _open(case: Case, step: Step, *, by: User | None, at: dt.datetime) -> None:
    """What cannot be given is whoever's works on the case, who reads why: nothing that came before is undone by it."""
    step.is_waiting, step.trouble = False, ""
    if Step.objects.filter(serving(case.brand), pk=step.pk).exists():
        try:
            give(case, step, by=by or step.checklist.started_by, at=at)
        except Refusal as refusal:
            step.trouble = str(refusal)[:300]
    step.save(update_fields=["is_waiting", "trouble"])
    record(
        events.StepOpened(step=str(step.pk)), about=case.ref, at=at, by=by.key if by else "", facets=case.facets
    )  # fmt: skip


def is_untouched(step: Step) -> bool:
    """Nobody has said a word to its task, if it has one; so nothing is lost when that is taken back."""
    return step.task is None or (step.task.state == TaskState.ASKED and step.task.words.count() == 1)


def _close(step: Step, *, by: User, at: dt.datetime) -> None:
    if step.task is not None:
        tasks.take_back(step.task, by=by, at=at)
    step.is_waiting, step.task, step.trouble = True, None, ""
    step.save(update_fields=["is_waiting", "task", "trouble"])
