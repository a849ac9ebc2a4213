"""Words of the customer's pages."""

import datetime as dt

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from makegood.brands import signing
from makegood.brands.models import Brand
from makegood.cases import among_words
from makegood.cases.models import Attachment, Case, CaseState, Message
from makegood.ui import formatting, wording

register = template.Library()


@register.filter
def for_language(texts: dict[str, str]) -> str:
    """The text of the language that is active, else the first there is."""
    return texts.get(get_language() or "en") or next(iter(texts.values()), "")


@register.filter
def signature(brand: Brand, tone: str = "") -> str:
    """What stands under a brand's mails in the language that is active and a tone, "" for its usual one; of nobody's
    words, so that no line names who writes."""
    return signing.signed(for_language(brand.signatures_in(tone)), brand=brand.name)


@register.simple_tag
def words_of(message: Message, token: str) -> SafeString:
    """What we wrote, with its marks and its pictures."""
    files = message.attachments.all()
    shown = among_words.shown(message, files, lambda one: reverse("customer-file", args=[token, one.pk]))
    return formatting.formatted(message.text, shown)


@register.simple_tag
def files_below(message: Message) -> list[Attachment]:
    """The files that are listed below the words: all but the pictures that stand among them."""
    return [one for one in message.attachments.all() if not among_words.stands_there(one, message)]


@register.filter
def day(moment: dt.datetime) -> str:
    """A whole day in words, in the brand's own zone."""
    return wording.day(wording.local(moment))


@register.filter
def state_for_customer(case: Case) -> str:
    """Where the case stands, told to the customer."""
    told = {
        CaseState.NEW: _("We have it"),
        CaseState.WAITING_FOR_US: _("We are on it"),
        CaseState.WAITING_FOR_CUSTOMER: _("We wait for your answer"),
        CaseState.RESOLVED: _("Resolved"),
        CaseState.CLOSED: _("Closed"),
    }
    return told[CaseState(case.state)]
