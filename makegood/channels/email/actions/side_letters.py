"""What we write in side conversations: a colleague's words over the brand's signature, below it a message where one is
forwarded, and nothing else of the case."""

import datetime as dt

from makegood.cases import tokens
from makegood.cases.models import SideWord
from makegood.channels.email.actions import outside
from makegood.channels.email.models import Outgoing
from makegood.events.actions import verb


@verb
def queue_side_letter(word: SideWord, *, at: dt.datetime) -> Outgoing | None:
    """Send a word of ours, with its files; None where the brand has no mailbox. Queued twice, it is one mail."""
    conversation = word.conversation
    known = Outgoing.objects.filter(side_word=word).first()
    if known is not None:
        return known
    brand, team = conversation.case.brand, conversation.case.team.name
    parts = [word.text, brand.signed_by(brand.language, by=word.staff, team=team), word.quoted]
    letter = outside.Letter(
        Outgoing.Kind.SIDE, word, token=tokens.for_side_mail(conversation.key), address=conversation.address,
        subject=conversation.subject, text="\n\n".join(filter(None, parts)) + "\n",
    )  # fmt: skip
    written = Outgoing.objects.filter(side_word__conversation=conversation)
    return outside.queue(letter, conversation.case, earlier=written, at=at)
