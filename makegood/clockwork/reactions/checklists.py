"""What follows for checklists: a step that was given as a task is done when the task is."""

from makegood.cases.actions import checklists
from makegood.cases.models import Step
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.staff.models import User


@reacts_to("task.done")
def tick(event: Event) -> None:
    """Whoever did the task did the step; of a contractor nobody of us."""
    step = Step.objects.open().filter(task__ref=event.data["task"]).select_related("checklist__case").first()
    if step is not None:
        checklists.tick(step, by=User.objects.filter(ref=event.by).first(), at=event.at)
