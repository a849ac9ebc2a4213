"""What we write to contractors, with an address that leads back to the task."""

import datetime as dt

from makegood.cases import tokens
from makegood.cases.models import TaskWord
from makegood.channels.email import task_words
from makegood.channels.email.actions import outside
from makegood.channels.email.models import Outgoing
from makegood.events.actions import verb


@verb
def queue_task_letter(word: TaskWord, *, at: dt.datetime) -> Outgoing | None:
    """Send a word of ours, with its files; None where the brand has no mailbox. Queued twice, it is one mail."""
    task = word.task
    known = Outgoing.objects.filter(task_word=word).first()
    if known is not None:
        return known
    subject, text = task_words.letter(word)
    letter = outside.Letter(
        Outgoing.Kind.TASK, word, token=tokens.for_task_mail(task.key), address=task.address, subject=subject,
        text=text, language=task.language,
    )  # fmt: skip
    return outside.queue(letter, task.case, earlier=Outgoing.objects.filter(task_word__task=task), at=at)
