"""A snoozed case comes back when somebody else answers in it: whoever was given a task, or a third party who was asked."""

from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Case, SideWord, Task
from makegood.events.models import Event
from makegood.events.registry import reacts_to

ASIDE = {"side_conversation.answered": "snooze-side", "side_conversation.undelivered": "snooze-side-failed"}


@reacts_to("task.answered", "task.done", "task.declined", "task.undelivered")
def bring_back(event: Event) -> None:
    """Whoever snoozed it most likely waited for this."""
    task = Task.objects.filter(ref=event.data["task"]).select_related("case").first()
    if task is not None:
        _bring_back(task.case, "snooze-answered")


@reacts_to(*ASIDE)
def bring_back_from_aside(event: Event) -> None:
    """So it is with a side conversation; an automatic answer is no answer."""
    word = SideWord.objects.filter(pk=event.data["word"]).select_related("conversation__case").first()
    if word is not None:
        _bring_back(word.conversation.case, ASIDE[event.name])


def _bring_back(case: Case, reason: str) -> None:
    if case.present.snoozed_until is not None:
        cases.return_early(case, reason=reason, at=timezone.now())
