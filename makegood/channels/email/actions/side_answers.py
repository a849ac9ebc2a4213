"""What a third party answers in a side conversation: placed there by our token alone, never before the customer's eyes."""

from makegood.cases import tokens
from makegood.cases.actions import side_conversations
from makegood.cases.models import SideConversation
from makegood.channels.email.actions import placing
from makegood.channels.email.models import RawMail
from makegood.channels.email.reading import Read


def conversation_of(read: Read) -> SideConversation | None:
    """The side conversation that a mail answers. Without our token it costs no query."""
    key = placing.key_in(read, tokens.side_key_from_mail)
    return SideConversation.objects.filter(key=key).select_related("case__merged_into").first() if key else None


def take(conversation: SideConversation, raw: RawMail, read: Read) -> tuple[str, str]:
    """Outcome and reason. Part of the verb that takes the mail in. Whoever is not the one we wrote to is marked."""
    at, lately = raw.stored_at, placing.lately(conversation.words.filter(sender=read.sender), at=raw.stored_at)
    words = read.words(matched_by="side", stranger=placing.is_stranger(read, conversation.address))
    outcome = placing.outcome(read, words, lately)
    if outcome == "continued":
        side_conversations.answer(conversation, words, at=at)
    elif lately < placing.FILED_MOST:
        side_conversations.file_automatic(conversation, words, at=at)
    return outcome, placing.FLOOD if outcome == "loop" else "side"
