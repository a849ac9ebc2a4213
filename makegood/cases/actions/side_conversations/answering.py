"""The other side of a side conversation. No state and no promise of the case follows from what they write."""

import datetime as dt

from makegood.cases import side_events as events
from makegood.cases.actions.side_conversations import rows
from makegood.cases.models import SideConversation, SideWord
from makegood.cases.words import Words
from makegood.events.actions import verb


@verb
def answer(conversation: SideConversation, words: Words, *, at: dt.datetime) -> SideWord:
    """They answered: it waits to be read."""
    conversation = rows.lock(conversation)
    word = rows.say(conversation, SideWord.Kind.THEIRS, words, by=None, at=at)
    fact = events.SideConversationAnswered(conversation=str(conversation.pk), word=str(word.pk))
    rows.tell(conversation, fact, by=None, at=at)
    conversation.is_open, conversation.is_unread, conversation.trouble = True, True, ""
    conversation.save(update_fields=["is_open", "is_unread", "trouble"])
    return word


@verb
def file_automatic(conversation: SideConversation, words: Words, *, at: dt.datetime) -> SideWord:
    """A machine answered in their stead: kept, and nothing to read."""
    conversation = rows.lock(conversation)
    word = rows.say(conversation, SideWord.Kind.FILED, words, by=None, at=at)
    fact = events.SideConversationFiled(conversation=str(conversation.pk), word=str(word.pk))
    rows.tell(conversation, fact, by=None, at=at)
    return word


@verb
def note_undelivered(word: SideWord, *, explanation: str, at: dt.datetime) -> None:
    """A mail did not arrive: the conversation says so, until one is answered."""
    conversation = rows.lock(word.conversation)
    conversation.trouble = explanation[:2000] or "?"
    conversation.save(update_fields=["trouble"])
    fact = events.SideConversationUndelivered(conversation=str(conversation.pk), word=str(word.pk))
    rows.tell(conversation, fact, by=None, at=at)
