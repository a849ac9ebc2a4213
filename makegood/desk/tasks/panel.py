"""What was given to teams and contractors for a case: the panel on its page. Reads only."""

import dataclasses
import uuid
from typing import Any

from django.db.models import QuerySet

from makegood.cases.models import Case, Task, TaskFile, TaskState, TaskWord
from makegood.events.prepared import PreparedQuery

# The newest words of all tasks of a case.
MOST_WORDS = 300


@dataclasses.dataclass(frozen=True)
class Said:
    """A word with its files, and who said it."""

    word: TaskWord
    who: str
    files: tuple[TaskFile, ...]


@dataclasses.dataclass
class Shown:
    """A task with what was said, oldest first. `waits`: it is for us to act, as the newest word is theirs."""

    task: Task
    said: list[Said]

    @property
    def tone(self) -> str:
        return {TaskState.DONE: "good", TaskState.DECLINED: "bad"}.get(TaskState(self.task.state), "")

    @property
    def waits(self) -> bool:
        return self.task.is_open and bool(self.said) and self.said[-1].word.kind == TaskWord.Kind.ANSWERED


@dataclasses.dataclass(frozen=True)
class Panel:
    """All tasks of a case, those that are open first."""

    tasks: list[Shown]

    @property
    def open(self) -> int:
        return sum(shown.task.is_open for shown in self.tasks)


NONE = Panel([])


def of(case: Case) -> Panel:
    """One question, as each task begins with a word; one more where files came along."""
    words = WORDS(case=case.pk)
    keys = [word.pk for word in words if word.has_files]
    files: dict[uuid.UUID, list[TaskFile]] = {}
    for file in FILES(words=keys) if keys else ():
        files.setdefault(file.word_id, []).append(file)
    found: dict[uuid.UUID, Shown] = {}
    for word in reversed(words):
        shown = found.setdefault(word.task_id, Shown(word.task, []))
        shown.said.append(Said(word=word, who=who(word), files=tuple(files.get(word.pk, ()))))
    return Panel(sorted(found.values(), key=_order))


def who(word: TaskWord) -> str:
    """Whoever said it, by name."""
    return word.staff.name if word.staff else word.sender_name or word.sender or word.task.receiver


def _order(shown: Shown) -> tuple[Any, ...]:
    task = shown.task
    return not task.is_open, task.next_due_at, task.pk


def _words(case: Any) -> QuerySet[TaskWord]:
    said = TaskWord.objects.filter(task__case__in=Case.objects.part_of(case).values("pk"))
    return said.select_related("staff", "task__team", "task__taken_by", "task__due").order_by("-at", "-id")[:MOST_WORDS]


WORDS = PreparedQuery(_words)
FILES = PreparedQuery(lambda words: TaskFile.objects.filter(word__in=words))
