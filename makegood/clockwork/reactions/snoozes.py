"""A snoozed case comes back when a team or a contractor answers a task that was given in it."""

from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Task
from makegood.events.models import Event
from makegood.events.registry import reacts_to


@reacts_to("task.answered", "task.done", "task.declined", "task.undelivered")
def bring_back(event: Event) -> None:
    """Whoever snoozed it most likely waited for this."""
    task = Task.objects.filter(ref=event.data["task"]).select_related("case").first()
    if task is not None and task.case.present.snoozed_until is not None:
        cases.return_early(task.case, reason="snooze-answered", at=timezone.now())
