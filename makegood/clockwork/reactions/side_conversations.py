"""What follows from side conversations: third parties get their mail, the case's owner hears of answers and of trouble."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from makegood.cases.actions import side_conversations
from makegood.cases.models import SideWord
from makegood.channels.email import actions as email
from makegood.channels.email.letters import desk_link
from makegood.clockwork.telling import tell
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.staff.models import User
from makegood.staff.notices.kinds import Kind

EXCERPT = 600
SHOWN = (
    "conversation__case__owner",
    "conversation__case__brand",
    "conversation__case__team",
    "conversation__started_by",
    "staff",
)


@reacts_to("side_conversation.started", "message.forwarded", "side_conversation.written")
def pass_on(event: Event) -> None:
    """They get it by mail; where the brand has no mailbox, the conversation says so."""
    word = _word(event)
    if word is None or email.queue_side_letter(word, at=timezone.now()) is not None:
        return
    with translation.override(word.conversation.started_by.language):
        told = _("The brand has no mailbox in use.")
    side_conversations.note_undelivered(word, explanation=told, at=timezone.now())


@reacts_to("side_conversation.answered", "side_conversation.undelivered")
def tell_owner(event: Event) -> None:
    """Whoever owns the case hears it; where nobody does, whoever started the conversation."""
    word = _word(event)
    if word is None:
        return
    conversation, case = word.conversation, word.conversation.case.present
    user = case.owner or conversation.started_by
    subject, text = _returned(user, word) if event.name == "side_conversation.undelivered" else _answered(user, word)
    url = f"{desk_link(case)}#side-{conversation.pk}"
    tell(
        user, Kind.SIDE, key=f"{event.name}.{event.pk.hex}.{user.ref}".lower(), subject=f"[{case.ref}] {subject}",
        text="\n\n".join(filter(None, (conversation.subject, text, url))) + "\n", case=case, url=url,
        at=timezone.now(),
    )  # fmt: skip


def _answered(user: User, word: SideWord) -> tuple[str, str]:
    """Subject and beginning of what they wrote."""
    with translation.override(user.language):
        return _("%(name)s answered in a side conversation") % {"name": word.who}, word.text[:EXCERPT]


def _returned(user: User, word: SideWord) -> tuple[str, str]:
    with translation.override(user.language):
        told = _("A mail to %(name)s did not arrive") % {"name": word.conversation.address}
    return told, word.conversation.trouble[:EXCERPT]


def _word(event: Event) -> SideWord | None:
    return SideWord.objects.filter(pk=event.data["word"]).select_related(*SHOWN).first()
