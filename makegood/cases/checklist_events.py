"""What can happen to playbooks, and to the checklists that cases have of them. All are keys."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("playbook.saved", gettext_noop("%(by)s changed a playbook"))
class PlaybookSaved:
    playbook: str


@event("checklist.started", gettext_noop("%(by)s started a checklist"))
class ChecklistStarted:
    checklist: str
    playbook: str


@event("checklist.removed", gettext_noop("%(by)s took a checklist off"))
class ChecklistRemoved:
    checklist: str


@event("step.done", gettext_noop("%(by)s did a step of a checklist"), quiet=True)
class StepDone:
    step: str


@event("step.left_out", gettext_noop("%(by)s left a step of a checklist out"), quiet=True)
class StepLeftOut:
    step: str


@event("step.opened", gettext_noop("A step of a checklist can be done now"), quiet=True)
class StepOpened:
    step: str


@event("step.undone", gettext_noop("%(by)s says that a step of a checklist is not done"), quiet=True)
class StepUndone:
    step: str
