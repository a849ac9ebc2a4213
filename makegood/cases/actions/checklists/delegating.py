"""Steps of a playbook that others do: a lead says who and by when, and they are given as tasks when it is started."""

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from makegood.cases import typed_times
from makegood.cases.actions import tasks
from makegood.cases.checklist_events import PlaybookSaved
from makegood.cases.errand import Errand, Receiver, StepErrand
from makegood.cases.models import Case, Playbook, Step, StepTask
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.promises.own_words import by_when
from makegood.staff.models import User


@verb
def delegate(playbook: Playbook, errands: Iterable[StepErrand], *, by: User, at: dt.datetime) -> None:
    """Say which steps are tasks, in place of what was said before. Raises Refusal, whose `field` is the step's words."""
    said = list(errands)
    for one in said:
        _check(playbook, one, by=by, at=at)
    StepTask.objects.filter(playbook=playbook).delete()
    StepTask.objects.bulk_create(
        StepTask(
            playbook=playbook, words=one.step, team=one.receiver.team, contractor=one.receiver.contractor,
            by_when=one.by_when.strip(),
        )
        for one in said
    )  # fmt: skip
    record(PlaybookSaved(playbook=str(playbook.pk)), about="", at=at, by=by.key)


def give_all(case: Case, playbook: Playbook, steps: Iterable[Step], *, by: User, at: dt.datetime) -> None:
    """Part of the verb that starts a playbook: all its tasks are given at once, in the order of the steps. A step whose
    receiver does not serve the case's brand stays one of our own. Raises Refusal as giving a task does."""
    planned = {one.words: one for one in StepTask.objects.filter(playbook=playbook).for_brand(case.brand)}
    for step in steps:
        if (plan := planned.get(step.words)) is None:
            continue
        due_at = typed_times.read(plan.by_when, case, by=by, at=at, is_deadline=True) if plan.by_when else None
        errand = Errand(what=step.words, receiver=Receiver(team=plan.team, contractor=plan.contractor), due_at=due_at)
        step.task = tasks.give(case, errand, by=by, at=at)
        step.save(update_fields=["task"])


def _check(playbook: Playbook, errand: StepErrand, *, by: User, at: dt.datetime) -> None:
    to = errand.receiver
    if errand.step not in playbook.steps:
        raise Refusal(_("The playbook has no such step."), field=errand.step)
    if (to.team is None) == (to.contractor is None):
        raise Refusal(_("Choose one team or one contractor."), field=errand.step)
    words = errand.by_when.strip()
    if words and by_when(words, now=at, zone=ZoneInfo(by.timezone), language=by.language) is None:
        raise Refusal(_("This time is not understood, or it has gone by."), field=errand.step)
