"""What a contractor answers by mail: placed in its task by our token, in the address or in the Message-ID it answers.

A mail without such a token costs a look at its text and no query. It never comes into the conversation with the customer.
"""

from makegood.cases import tokens
from makegood.cases.actions import tasks
from makegood.cases.models import Task
from makegood.channels.email.actions import placing
from makegood.channels.email.models import RawMail
from makegood.channels.email.reading import Read


def task_of(read: Read) -> Task | None:
    """The task that a mail answers. A delivery report answers nothing: it is matched by what it reports."""
    key = placing.key_in(read, tokens.task_key_from_mail)
    return Task.objects.filter(key=key).select_related("case__merged_into").first() if key else None


def take(task: Task, raw: RawMail, read: Read) -> tuple[str, str]:
    """Outcome and reason. Part of the verb that takes the mail in. The token places the words, and does not prove who
    sends them: whoever is not the one we asked is marked."""
    at, lately = raw.stored_at, placing.lately(task.words.filter(sender=read.sender), at=raw.stored_at)
    words = read.words(matched_by="task", stranger=placing.is_stranger(read, task.address))
    outcome = placing.outcome(read, words, lately)
    if outcome == "continued":
        tasks.answer(task, words, at=at)
    elif lately < placing.FILED_MOST:
        tasks.file_automatic(task, words, at=at)
    return outcome, placing.FLOOD if outcome == "loop" else "task"
