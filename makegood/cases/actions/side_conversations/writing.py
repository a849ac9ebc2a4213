"""Our side: starting a side conversation, forwarding a message, writing in it, having read it, closing it. The case stays as it is."""

import datetime as dt

from django.utils.translation import gettext as _

from makegood.cases import forwarding, tokens
from makegood.cases import side_events as events
from makegood.cases.actions.rows import lock as lock_case
from makegood.cases.actions.side_conversations import rows
from makegood.cases.models import Case, Message, Shelf, SideConversation, SideWord
from makegood.cases.words import Words
from makegood.customers.addresses import fold
from makegood.events.actions import verb
from makegood.events.refusals import Refusal
from makegood.staff import actions as staff
from makegood.staff import limits
from makegood.staff.models import User

# An hour: what one colleague sends, and what one address gets.
SENT_MOST, GOT_MOST = 60, 30


@verb
def start(case: Case, *, address: str, subject: str, words: Words, by: User, at: dt.datetime) -> SideConversation:
    """Write to somebody outside about a case; they get these words and files by mail, and nothing else of the case.
    Raises Refusal."""
    conversation, word = _begin(case, address=address, subject=subject, words=words, by=by, at=at)
    fact = events.SideConversationStarted(conversation=str(conversation.pk), word=str(word.pk))
    rows.tell(conversation, fact, by=by, at=at)
    return conversation


@verb
def forward(
    message: Message, *, address: str, subject: str, words: Words, by: User, at: dt.datetime
) -> SideConversation:
    """Pass a message of a case on to somebody outside: `words.quoted` is the message as they get it, `words.text` what
    stands above. What they answer is of the side conversation that this begins. Raises Refusal."""
    if not forwarding.may_leave(message):
        raise Refusal(_("This is for colleagues alone, or has not left yet."))
    conversation, word = _begin(message.case, address=address, subject=subject, words=words, by=by, at=at)
    fact = events.MessageForwarded(message=str(message.pk), conversation=str(conversation.pk), word=str(word.pk))
    rows.tell(conversation, fact, by=by, at=at)
    return conversation


def _begin(
    case: Case, *, address: str, subject: str, words: Words, by: User, at: dt.datetime
) -> tuple[SideConversation, SideWord]:
    case, address = lock_case(case), fold(address)
    if not subject.strip():
        raise Refusal(_("Say in one line what it is about."), field="subject")
    if case.parties.filter(address=address).exists():
        raise Refusal(_("They have a part in the case itself: write to them there."), field="address")
    conversation = SideConversation(
        key=tokens.new_key(), case=case, subject=" ".join(subject.split())[:300], address=address, started_by=by,
        started_at=at,
    )  # fmt: skip
    _check(conversation, words, by=by, at=at)
    conversation.save(force_insert=True)
    return conversation, rows.say(conversation, SideWord.Kind.OURS, words, by=by, at=at)


@verb
def write(conversation: SideConversation, words: Words, *, by: User, at: dt.datetime) -> SideWord:
    """Write once more. Whoever writes has read it; one that was closed is open again. Raises Refusal."""
    conversation = rows.lock(conversation)
    _check(conversation, words, by=by, at=at)
    word = rows.say(conversation, SideWord.Kind.OURS, words, by=by, at=at)
    fact = events.SideConversationWritten(conversation=str(conversation.pk), word=str(word.pk))
    rows.tell(conversation, fact, by=by, at=at)
    conversation.is_open, conversation.is_unread = True, False
    conversation.save(update_fields=["is_open", "is_unread"])
    return word


@verb
def read(conversation: SideConversation, *, by: User, at: dt.datetime) -> None:
    """One of us has read it. Said again, it stays as it is."""
    if SideConversation.objects.filter(pk=conversation.pk, is_unread=True).update(is_unread=False):
        rows.tell(conversation, events.SideConversationRead(conversation=str(conversation.pk)), by=by, at=at)


@verb
def close(conversation: SideConversation, *, by: User, at: dt.datetime) -> None:
    """Nothing more is expected. An answer that comes all the same opens it again."""
    standing = SideConversation.objects.filter(pk=conversation.pk, is_open=True)
    if standing.update(is_open=False, is_unread=False):
        rows.tell(conversation, events.SideConversationClosed(conversation=str(conversation.pk)), by=by, at=at)


def _check(conversation: SideConversation, words: Words, *, by: User, at: dt.datetime) -> None:
    if conversation.case.present.shelf != Shelf.NONE:
        raise Refusal(_("Nobody works on this case, so nobody outside is asked about it."))
    if not words.text.strip() and not words.quoted.strip() and not words.files:
        raise Refusal(_("Write something first."), field="words")
    for kind, who, most in (
        ("side mails by", by.key, SENT_MOST),
        ("side mails to", conversation.address, GOT_MOST),
    ):
        if not staff.attempt(limits.subject(kind, who), most=most, within=limits.HOUR, at=at):
            raise Refusal(_("That is a lot in an hour. Please wait a little, then send this."))
