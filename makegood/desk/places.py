"""Where words were placed and why, for the foot of a message."""

from django.utils.translation import gettext_lazy as _

from makegood.cases.models import Message

REASONS = {
    "token": _("Placed here by the token in our address"),
    "answer": _("Placed here because it answers our mail"),
    "thread": _("Placed here because it answers a mail of this case"),
    "subject": _("Placed here by the reference in its subject"),
    "link": _("Written on the customer’s page"),
    "claim": _("Claimed on the customer’s page with one press"),
    "moved": _("Moved here by hand"),
}


def told(message: Message) -> str:
    """Why this message is in this case; "" for the first one and for our own."""
    return str(REASONS.get(message.matched_by, ""))
