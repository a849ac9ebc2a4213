"""What we write to contractors: into the queue, once for each word of ours, with an address that leads back to the task."""

import datetime as dt

from makegood.cases import tokens
from makegood.cases.models import TaskWord
from makegood.channels.email import letters, task_words
from makegood.channels.email.actions.queueing import mailbox_of
from makegood.channels.email.models import Outgoing
from makegood.customers.addresses import domain_of
from makegood.events.actions import verb

MOST_REFERENCES = 20


@verb
def queue_task_letter(word: TaskWord, *, at: dt.datetime) -> Outgoing | None:
    """Send a word of ours, with its files; None where the brand has no mailbox. Queued twice, it is one mail."""
    task = word.task
    known = Outgoing.objects.filter(task_word__task=task).order_by("made_at", "id")
    earlier = list(known.values_list("task_word", "identifier"))
    if word.pk in {key for key, _identifier in earlier}:
        return known.get(task_word=word)
    mailbox = mailbox_of(task.case.present)
    if mailbox is None:
        return None
    token = tokens.for_task_mail(task.key)
    local, _at, domain = mailbox.address.rpartition("@")
    references = [identifier for _key, identifier in earlier][-MOST_REFERENCES:]
    subject, text = task_words.letter(word)
    outgoing = Outgoing(
        kind=Outgoing.Kind.TASK, mailbox=mailbox, case=task.case, task_word=word,
        identifier=f"task.{word.pk.hex}.{token}@{domain}", in_reply_to=references[-1] if references else "",
        references=" ".join(references), to=[task.address], to_address=task.address,
        to_domain=domain_of(task.address)[:255], reply_to=f"{local}+{token}@{domain}", subject=subject[:400],
        text=text, html=letters.as_html(text), language=task.language, made_at=at, run_at=at,
    )  # fmt: skip
    outgoing.save(force_insert=True)
    return outgoing
