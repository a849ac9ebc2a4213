"""What a contractor answers by mail: placed in its task by our token, in the address or in the Message-ID it answers.

A mail without such a token costs a look at its text and no query. It never comes into the conversation with the customer.
"""

import datetime as dt

from makegood.cases import tokens
from makegood.cases.actions import tasks
from makegood.cases.models import Task
from makegood.channels.email import matching, trust
from makegood.channels.email.models import RawMail
from makegood.channels.email.reading import Read

HOUR = dt.timedelta(hours=1)
# From one sender to one task in an hour: beyond the first they are only filed, beyond the second only stored.
LOOP_MOST, FILED_MOST = 20, 100
MOST_REFERENCES = 50


def task_of(read: Read) -> Task | None:
    """The task that a mail answers. A delivery report answers nothing: it is matched by what it reports."""
    if read.mail.is_bounce or read.mail.is_feedback_report:
        return None
    key = _key(read)
    return Task.objects.filter(key=key).select_related("case__merged_into").first() if key else None


def take(task: Task, raw: RawMail, read: Read) -> tuple[str, str]:
    """Outcome and reason. Part of the verb that takes the mail in. The token places the words, and does not prove who
    sends them: whoever is not the one we asked is marked."""
    mail, at = read.mail, raw.stored_at
    lately = task.words.filter(sender=read.sender, at__gt=at - HOUR)[:FILED_MOST].count()
    if lately >= FILED_MOST:
        return "loop", "Too many mails from this sender in an hour."
    stranger = read.sender != task.address or read.proof is trust.Proof.FAILED
    words = read.words(raw, matched_by="task", stranger=stranger)
    says_nothing = not words.text.strip() and not words.files
    if mail.is_read_receipt or mail.is_auto_reply or says_nothing or lately >= LOOP_MOST:
        tasks.file_automatic(task, words, at=at)
        return (
            ("loop", "Too many mails from this sender in an hour.") if lately >= LOOP_MOST else ("auto-reply", "task")
        )
    tasks.answer(task, words, at=at)
    return "continued", "task"


def _key(read: Read) -> str | None:
    """Of the task; the token in the address goes before what the mail answers."""
    named = [read.mail.in_reply_to, *reversed(read.mail.references)][:MOST_REFERENCES]
    signed = [read.token, *(found[1] for one in named if (found := matching.SIGNED.search(one)))]
    return next((key for token in signed if token and (key := tokens.task_key_from_mail(token))), None)
