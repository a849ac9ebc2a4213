"""Many cases begin to run a playbook, or have one step of it done; and what takes that back."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from makegood.cases.actions import checklists, tasks
from makegood.cases.actions.bulk.nothing import Nothing
from makegood.cases.actions.checklists.sequence import is_untouched
from makegood.cases.models import Bulk, Case, Checklist, Playbook, Step
from makegood.events.refusals import Refusal


def start(case: Case, bulk: Bulk, at: dt.datetime) -> dict[str, Any]:
    """Raises Nothing where it runs already, and Refusal as starting it by hand does."""
    assert bulk.playbook_id is not None
    playbook = Playbook.objects.in_use().visible_to(bulk.by).filter(pk=bulk.playbook_id).first()
    if playbook is None:
        raise Refusal(_("This playbook cannot be started any more."))
    if Checklist.objects.of_case(case).filter(playbook=playbook).exists():
        raise Nothing(_("It runs this playbook already."))
    return {"checklist": str(checklists.start(case, playbook, by=bulk.by, at=at).pk)}


def take_off(case: Case, bulk: Bulk, before: dict[str, Any], at: dt.datetime) -> None:
    """With the tasks that it gave. Raises Refusal where somebody has gone on with it."""
    started = Checklist.objects.of_case(case).select_related("case").filter(pk=before["checklist"]).first()
    if started is None:
        raise Nothing(_("Its checklist was taken off already."))
    steps = list(started.steps.select_related("task").order_by("number"))
    if any(step.done_at is not None or not is_untouched(step) for step in steps):
        raise Refusal(_("Somebody has begun its steps meanwhile."))
    for step in steps:
        if step.task is not None:
            tasks.take_back(step.task, by=bulk.by, at=at)
    checklists.remove(started, by=bulk.by, at=at)


def tick(case: Case, bulk: Bulk, at: dt.datetime) -> dict[str, Any]:
    """The first step of these words that is open. Raises Nothing where all of them are settled, and Refusal where there is none, or
    where it waits."""
    steps = Step.objects.of_case(case).filter(checklist__playbook=bulk.playbook_id)
    found = list(steps.filter(words=bulk.words).select_related("checklist__case"))
    if not found:
        raise Refusal(_("Its checklist has no such step.") if steps.exists() else _("It does not run this playbook."))
    unsettled = sorted((one for one in found if one.done_at is None), key=lambda one: one.is_waiting)
    if not unsettled:
        raise Nothing(_("The step is done already, or left out."))
    checklists.tick(unsettled[0], by=bulk.by, at=at)
    return {"step": str(unsettled[0].pk), "done_at": at.isoformat()}


def untick(case: Case, bulk: Bulk, before: dict[str, Any], at: dt.datetime) -> None:
    """Raises Refusal where it is not this tick that stands."""
    step = Step.objects.of_case(case).select_related("checklist__case").filter(pk=before["step"]).first()
    if step is None:
        raise Refusal(_("Its checklist was taken off meanwhile."))
    if step.done_at is None:
        raise Nothing(_("The step is not ticked any more."))
    if (step.done_by_id, step.done_at) != (bulk.by_id, dt.datetime.fromisoformat(before["done_at"])):
        raise Refusal(_("Somebody has changed the step meanwhile."))
    checklists.untick(step, by=bulk.by, at=at)
