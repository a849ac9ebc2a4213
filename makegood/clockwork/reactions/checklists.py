"""What follows for checklists: a step that was given as a task is done when the task is; who works on the case hears of one
that can be done now."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from makegood.cases.actions import checklists
from makegood.cases.models import Step
from makegood.channels.email.letters import desk_link
from makegood.clockwork.telling import tell
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.staff.models import User
from makegood.staff.notices.kinds import Kind


@reacts_to("task.done")
def tick(event: Event) -> None:
    """Whoever did the task did the step; of a contractor nobody of us."""
    step = Step.objects.open().filter(task__ref=event.data["task"]).select_related("checklist__case").first()
    if step is not None:
        checklists.tick(step, by=User.objects.filter(ref=event.by).first(), at=event.at)


@reacts_to("step.opened")
def tell_opened(event: Event) -> None:
    """The owner, unless they opened it themselves, or it was given to others, who are told of their task."""
    open_now = Step.objects.open().filter(pk=event.data["step"], is_waiting=False, task=None)
    step = open_now.select_related("checklist__case").first()
    if step is None:
        return
    case = step.checklist.case.present
    user = case.owner
    if user is None or user.key == event.by or case.shelf:
        return
    with translation.override(user.language):
        subject = _("[%(ref)s] Next step: %(step)s") % {"ref": case.ref, "step": step.words}
    link = f"{desk_link(case)}#step-{step.pk}"
    parts = filter(None, [case.subject, step.trouble, link])
    tell(
        user, Kind.TASK, key=f"step.{event.pk.hex}.{user.ref}".lower(), subject=subject, text="\n\n".join(parts) + "\n",
        case=case, url=link, at=timezone.now(),
    )  # fmt: skip
