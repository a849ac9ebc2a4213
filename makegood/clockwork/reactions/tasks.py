"""What follows from tasks: contractors get their mail, owner and lead hear of answers, of trouble, and of what is late."""

import datetime as dt

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from makegood.cases.actions import tasks
from makegood.cases.models import Case, Shelf, Task, TaskWord
from makegood.channels.email import actions as email
from makegood.channels.email.letters import desk_link, moment
from makegood.clockwork.telling import tell
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.promises.models import Commitment, State
from makegood.staff.models import Role, User
from makegood.staff.notices.kinds import Kind

EXCERPT = 600
SHOWN = ("task__case__owner", "task__case__team", "task__case__brand", "task__given_by", "task__taken_by", "task__team")
CLOCKS = ("task__answer", "task__due", "staff")


@reacts_to("task.given", "task.told", "task.taken_back")
def pass_on(event: Event) -> None:
    """A contractor gets it by mail; of a team whoever took it on, else the team's leads."""
    word = _word(event)
    if word is None:
        return
    if word.task.address:
        if email.queue_task_letter(word, at=timezone.now()) is None:
            with translation.override(word.task.given_by.language):
                told = _("The brand has no mailbox in use.")
            tasks.note_undelivered(word, explanation=told, at=timezone.now())
        return
    task = word.task
    for user in [task.taken_by] if task.taken_by else User.objects.leads_of(task.team):
        if user.key != event.by:
            _tell(user, task, f"{event.name}.{word.pk.hex}", _said(user, word))


@reacts_to("task.accepted", "task.answered", "task.done", "task.declined", "task.undelivered")
def tell_owner(event: Event) -> None:
    """Whoever owns the case, and whoever gave the task, hear how it stands."""
    word = _word(event)
    if word is None:
        return
    for user in _waiting(word.task):
        if user.key != event.by:
            text = _returned(user, word) if event.name == "task.undelivered" else _said(user, word)
            _tell(user, word.task, f"{event.name}.{event.pk.hex}", text)


@reacts_to("promise.at_risk", "promise.final")
def remind(event: Event) -> None:
    """It is due soon, or late: owner and lead hear it, and whoever took it on."""
    if not event.about.startswith("T-"):
        return
    task = Task.objects.filter(ref=event.about, is_open=True).select_related(*_of_task()).first()
    commitment = Commitment.objects.filter(pk=event.data["commitment"]).first()
    if task is None or commitment is None or not commitment.owed or commitment.due_at is None:
        return
    if task.due is not None and commitment.pk == task.answer.pk and task.due.due_at == commitment.due_at:
        return  # both are due at once: one word is enough
    late = event.name == "promise.final"
    if commitment.state != (State.BROKEN if late else State.OPEN):
        return
    people = {*_waiting(task), *User.objects.leads_of(task.case.team), *([task.taken_by] if task.taken_by else [])}
    for user in people or set(User.objects.working().filter(role=Role.ADMIN)):
        _tell(user, task, f"{event.name}.{commitment.pk.hex}", _clock(user, task, commitment.due_at, late=late))


@reacts_to("case.junked", "case.deleted")
def take_back(event: Event) -> None:
    """No customer's matter, so nobody need work for it."""
    case = Case.objects.filter(ref=event.about, shelf__in=(Shelf.JUNK, Shelf.DELETED)).first()
    by = User.objects.filter(ref=event.by).first()
    if case is not None and by is not None:
        tasks.take_all_back(case, by=by, at=timezone.now())


def _said(user: User, word: TaskWord) -> tuple[str, str]:
    """Subject and beginning of what was said."""
    with translation.override(user.language):
        who = word.staff.name if word.staff else word.sender_name or word.sender or word.task.receiver
        return f"{who}: {word.get_kind_display()}", word.text[:EXCERPT]


def _returned(user: User, word: TaskWord) -> tuple[str, str]:
    with translation.override(user.language):
        return _("A mail to %(name)s did not arrive") % {"name": word.task.receiver}, word.task.trouble[:EXCERPT]


def _clock(user: User, task: Task, due_at: dt.datetime, *, late: bool) -> tuple[str, str]:
    with translation.override(user.language):
        known = {"name": task.receiver, "due": moment(due_at, user.timezone)}
        if late:
            return _("A task is late: %(name)s") % known, _("It was due on %(due)s.") % known
        return _("A task is due soon: %(name)s") % known, _("It is due on %(due)s.") % known


def _tell(user: User, task: Task, key: str, told: tuple[str, str]) -> None:
    case, (subject, text) = task.case.present, told
    parts = [task.what, text, f"{desk_link(case)}#task-{task.pk}"]
    tell(
        user, Kind.TASK, key=f"{key}.{user.ref}".lower(), subject=f"[{case.ref}] {subject}",
        text="\n\n".join(filter(None, parts)) + "\n", case=case, url=parts[-1], at=timezone.now(),
    )  # fmt: skip


def _waiting(task: Task) -> set[User]:
    """Who waits for it: the case's owner, and whoever gave the task."""
    owner = task.case.present.owner
    return {task.given_by, owner} if owner else {task.given_by}


def _word(event: Event) -> TaskWord | None:
    return TaskWord.objects.filter(pk=event.data["word"]).select_related(*SHOWN, *CLOCKS).first()


def _of_task() -> list[str]:
    return [name.removeprefix("task__") for name in (*SHOWN, *CLOCKS) if name.startswith("task__")]
