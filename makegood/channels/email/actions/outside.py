"""What we write to third parties: into the queue, once for each word of ours, with an address that leads back to it."""

import dataclasses
import datetime as dt

from django.db.models import QuerySet

from makegood.cases.actions import side_conversations, tasks
from makegood.cases.models import Case, SideWord, TaskWord
from makegood.channels.email import letters
from makegood.channels.email.actions.queueing import mailbox_of
from makegood.channels.email.models import Outgoing
from makegood.customers.addresses import domain_of

MOST_REFERENCES = 20


@dataclasses.dataclass(frozen=True)
class Letter:
    """A mail to be; `token` places the answer to it. `language` is empty where nobody knows it."""

    kind: Outgoing.Kind
    word: TaskWord | SideWord
    token: str
    address: str
    subject: str
    text: str
    language: str = ""


def queue(letter: Letter, case: Case, *, earlier: QuerySet[Outgoing], at: dt.datetime) -> Outgoing | None:
    """Part of the verb that queues it, behind what was written to them before. None where the brand has no mailbox."""
    mailbox = mailbox_of(case.present)
    if mailbox is None:
        return None
    before = list(earlier.order_by("made_at", "id").values_list("identifier", flat=True))[-MOST_REFERENCES:]
    local, _at, domain = mailbox.address.rpartition("@")
    word = letter.word
    outgoing = Outgoing(
        kind=letter.kind, mailbox=mailbox, case=case, task_word=word if isinstance(word, TaskWord) else None,
        side_word=word if isinstance(word, SideWord) else None,
        identifier=f"{letter.kind}.{word.pk.hex}.{letter.token}@{domain}", in_reply_to=before[-1] if before else "",
        references=" ".join(before), to=[letter.address], to_address=letter.address,
        to_domain=domain_of(letter.address)[:255], reply_to=f"{local}+{letter.token}@{domain}",
        subject=letter.subject[:400], text=letter.text, html=letters.as_html(letter.text), language=letter.language,
        made_at=at, run_at=at,
    )  # fmt: skip
    outgoing.save(force_insert=True)
    return outgoing


def note_undelivered(outgoing: Outgoing, *, explanation: str, at: dt.datetime) -> None:
    """What the mail was written for says that it did not arrive. Part of the verb that found it out."""
    if outgoing.task_word is not None:
        tasks.note_undelivered(outgoing.task_word, explanation=explanation, at=at)
    if outgoing.side_word is not None:
        side_conversations.note_undelivered(outgoing.side_word, explanation=explanation, at=at)
