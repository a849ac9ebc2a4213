"""The other side of a task: taking it on, answering, finishing, declining. `by` is a colleague, or None for a
contractor, who has no account. What is settled already takes words, and stays as it is."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from makegood.calendars import our_days
from makegood.cases import task_events as events
from makegood.cases.actions.tasks import giving, rows
from makegood.cases.models import Task, TaskState, TaskWord
from makegood.cases.words import Words
from makegood.events.actions import verb
from makegood.events.refusals import Refusal
from makegood.promises.actions import fulfilling
from makegood.staff.models import User

DECLINED = "task-declined"
Kind = TaskWord.Kind


@verb
def accept(task: Task, *, by: User, at: dt.datetime) -> Task:
    """A colleague takes on what their team was asked, or takes it over. Raises Refusal for what is not a team's."""
    task = rows.lock(task)
    if task.team is None:
        raise Refusal(_("This was given to a contractor. Take it back to do it yourself."))
    if not task.is_open or task.taken_by_id == by.pk:
        return task
    task.state, task.taken_by = TaskState.ACCEPTED, by
    word = rows.say(task, Kind.ACCEPTED, rows.NOTHING, by=by, at=at)
    _answered(task, events.TaskAccepted(task=task.ref, word=str(word.pk)), by=by, at=at)
    rows.keep(task, "state", "taken_by")
    return task


@verb
def answer(
    task: Task, words: Words, *, says_at: dt.datetime | None = None, by: User | None = None, at: dt.datetime
) -> TaskWord:
    """They answer; `says_at`: when they say that it will be done, which is a promise where none was made before."""
    task = rows.lock(task)
    if not words.text.strip() and not words.files and says_at is None:
        raise Refusal(_("Write something, or choose a file."), field="words")
    if says_at is not None and says_at <= at:
        raise Refusal(_("This time has gone by. Say one that lies ahead."), field="says")
    if says_at is not None:
        our_days.check(says_at, field="says")
    word = rows.say(task, Kind.ANSWERED, words, by=by, at=at, says_at=says_at)
    if task.is_open and says_at is not None:
        task.says_at = says_at
        task.due = task.due or giving.promise_done(task, due_at=says_at, at=at)
    if task.state == TaskState.ASKED:
        task.state = TaskState.ANSWERED
    task.trouble = task.trouble if by else ""
    _answered(task, events.TaskAnswered(task=task.ref, word=str(word.pk)), by=by, at=at)
    rows.keep(task, "state", "says_at", "due", "trouble")
    return word


@verb
def finish(task: Task, words: Words = rows.NOTHING, *, by: User | None = None, at: dt.datetime) -> Task:
    """It is done. Its clocks stop: kept, or done late."""
    task = rows.lock(task)
    if not task.is_open:
        return task
    task.state = TaskState.DONE
    word = rows.say(task, Kind.DONE, words, by=by, at=at)
    done = _answered(task, events.TaskDone(task=task.ref, word=str(word.pk)), by=by, at=at)
    if task.due is not None:
        fulfilling.fulfil(task.due, done)
    task.is_open, task.settled_at = False, at
    rows.keep(task, "state", "is_open", "settled_at")
    return task


@verb
def decline(task: Task, words: Words, *, by: User | None = None, at: dt.datetime) -> Task:
    """They cannot or will not do it, and say why: that is an answer, and nothing is done. Raises Refusal without words."""
    task = rows.lock(task)
    if not task.is_open:
        return task
    if not words.text.strip():
        raise Refusal(_("Say why, so that somebody else can be asked."), field="words")
    task.state = TaskState.DECLINED
    word = rows.say(task, Kind.DECLINED, words, by=by, at=at)
    _answered(task, events.TaskDeclined(task=task.ref, word=str(word.pk)), by=by, at=at)
    rows.settle(task, reason=DECLINED, by=by, at=at)
    rows.keep(task, "state", "is_open", "settled_at")
    return task


@verb
def file_automatic(task: Task, words: Words, *, at: dt.datetime) -> TaskWord:
    """A machine answered in their stead: kept, and no answer."""
    task = rows.lock(task)
    word = rows.say(task, Kind.FILED, words, by=None, at=at)
    rows.tell(task, events.TaskFiled(task=task.ref, word=str(word.pk)), by=None, at=at)
    return word


def _answered(task: Task, fact: Any, *, by: User | None, at: dt.datetime) -> Any:
    told = rows.tell(task, fact, by=by, at=at)
    fulfilling.fulfil(task.answer, told)
    return told
