"""What can happen in a side conversation with a third party. All are keys; `word` is the mail that it is about."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("side_conversation.started", gettext_noop("%(by)s started a side conversation"))
class SideConversationStarted:
    conversation: str
    word: str


@event("message.forwarded", gettext_noop("%(by)s forwarded a message to %(receiver)s"))
class MessageForwarded:
    message: str
    conversation: str
    word: str


@event("side_conversation.written", gettext_noop("%(by)s wrote in a side conversation"), quiet=True)
class SideConversationWritten:
    conversation: str
    word: str


@event("side_conversation.answered", gettext_noop("A side conversation was answered"))
class SideConversationAnswered:
    conversation: str
    word: str


@event("side_conversation.filed", gettext_noop("An automatic answer to a side conversation was filed"), quiet=True)
class SideConversationFiled:
    conversation: str
    word: str


@event("side_conversation.undelivered", gettext_noop("A mail of a side conversation did not arrive"))
class SideConversationUndelivered:
    conversation: str
    word: str


@event("side_conversation.read", gettext_noop("%(by)s read a side conversation"), quiet=True)
class SideConversationRead:
    conversation: str


@event("side_conversation.closed", gettext_noop("%(by)s closed a side conversation"))
class SideConversationClosed:
    conversation: str
