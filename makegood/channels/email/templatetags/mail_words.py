"""Words of the mail settings."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from makegood.channels.email import reasons
from makegood.channels.email.models import RawMail

register = template.Library()


@register.filter
def outcome_word(raw: RawMail) -> str:
    """What became of a mail."""
    told = {
        "opened": pgettext("mail", "opened a case"),
        "continued": pgettext("mail", "continues a case"),
        "auto-reply": pgettext("mail", "automatic answer"),
        "bounce": pgettext("mail", "delivery report"),
        "blocked": pgettext("mail", "from a blocked sender"),
        "loop": pgettext("mail", "our own mail, come back"),
        "duplicate": pgettext("mail", "here already"),
        "parked": pgettext("mail", "parked"),
        "discarded": pgettext("mail", "thrown away"),
    }
    return told.get(raw.outcome) or raw.outcome or _("is being taken in")


@register.filter
def reason_words(raw: RawMail) -> str:
    """Why it became that."""
    return reasons.told(raw)


@register.filter
def writer(raw: RawMail) -> str:
    """Who sent it: as the envelope says, else, for fetched mail that has none, as its message does."""
    return raw.envelope_from or (raw.message.sender if raw.message else "") or "–"
