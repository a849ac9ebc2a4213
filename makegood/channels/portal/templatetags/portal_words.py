"""Words of the customer's pages."""

import datetime as dt

from django import template
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from makegood.cases.models import Case, CaseState
from makegood.ui import wording

register = template.Library()


@register.filter
def for_language(texts: dict[str, str]) -> str:
    """The text of the language that is active, else the first there is."""
    return texts.get(get_language() or "en") or next(iter(texts.values()), "")


@register.filter
def day(moment: dt.datetime) -> str:
    """A whole day in words, in the brand's own zone."""
    return wording.day(timezone.localtime(moment))


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
