"""Rows that several verbs of tasks write: the task as it stands, a word with its files, the copy of its clock."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from makegood.cases.actions import storing
from makegood.cases.models import Task, TaskFile, TaskWord
from makegood.cases.models.case import NOTHING_DUE
from makegood.cases.words import File, Words
from makegood.events.actions import record
from makegood.events.models import Event
from makegood.promises.actions import fulfilling
from makegood.promises.models import Commitment
from makegood.staff.models import User

Kind = TaskWord.Kind
SHOWN = ("case__brand", "case__customer", "case__team", "team", "contractor", "given_by", "taken_by", "answer", "due")
NOTHING = Words(text="")


def lock(task: Task) -> Task:
    """As it stands now, held until the transaction ends, so that two who answer at once see each other's words."""
    return Task.objects.select_for_update(of=("self",)).select_related(*SHOWN).get(pk=task.pk)


def say(
    task: Task, kind: Kind, words: Words, *, by: User | None, at: dt.datetime, says_at: dt.datetime | None = None
) -> TaskWord:
    """One more word, by a colleague or from outside."""
    word = TaskWord(
        task=task, kind=kind, at=at, staff=by, sender=words.sender, sender_name=words.sender_name[:200],
        text=words.text.strip(), quoted=words.quoted, language=words.language, says_at=says_at,
        authenticated=words.authenticated, stranger=words.stranger, raw=words.raw, has_files=bool(words.files),
    )  # fmt: skip
    word.save(force_insert=True)
    attach(word, words.files)
    return word


def attach(word: TaskWord, files: Iterable[File]) -> None:
    """Store files and name them on a word."""
    TaskFile.objects.bulk_create(TaskFile(word=word, **fields) for fields in storing.keep_all(files))


def tell(task: Task, fact: Any, *, by: User | None, at: dt.datetime) -> Event:
    """Record what happened, as a part of its case."""
    case = task.case.present
    return record(fact, about=case.ref, at=at, by=by.key if by else "", facets=case.facets)


def keep(task: Task, *fields: str) -> None:
    """Save the named fields with the copy of the clock: the earliest of what is owed to us."""
    owed = Commitment.objects.about(task.ref).owed().filter(due_at__isnull=False)
    first = owed.order_by("due_at").values_list("due_at", flat=True).first()
    task.next_due_at = first or NOTHING_DUE
    task.save(update_fields=[*fields, "next_due_at"])


def settle(task: Task, *, reason: str, by: User | None, at: dt.datetime) -> None:
    """Nobody works on it any more: what they still owe is called off, and never counts as kept."""
    for commitment in filter(None, (task.answer, task.due)):
        fulfilling.call_off(commitment, reason=reason, by=by.key if by else "", at=at)
    task.is_open, task.settled_at = False, at
