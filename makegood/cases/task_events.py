"""What can happen to a task inside a case. `task` is its reference (`T-…`), `word` the key of what was said to it."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("task.given", gettext_noop("%(by)s gave the task %(task)s"))
class TaskGiven:
    task: str
    word: str


@event("task.told", gettext_noop("%(by)s wrote to the task %(task)s"), quiet=True)
class TaskTold:
    task: str
    word: str


@event("task.accepted", gettext_noop("The task %(task)s was taken on"))
class TaskAccepted:
    task: str
    word: str


@event("task.answered", gettext_noop("The task %(task)s was answered"))
class TaskAnswered:
    task: str
    word: str


@event("task.done", gettext_noop("The task %(task)s is done"))
class TaskDone:
    task: str
    word: str


@event("task.declined", gettext_noop("The task %(task)s was declined"))
class TaskDeclined:
    task: str
    word: str


@event("task.taken_back", gettext_noop("%(by)s took the task %(task)s back"))
class TaskTakenBack:
    task: str
    word: str


@event("task.filed", gettext_noop("An automatic answer to the task %(task)s was filed"), quiet=True)
class TaskFiled:
    task: str
    word: str


@event("task.undelivered", gettext_noop("A mail for the task %(task)s did not arrive"))
class TaskUndelivered:
    task: str
    word: str


@event("contractor.saved", gettext_noop("%(by)s changed a contractor"))
class ContractorSaved:
    contractor: str
