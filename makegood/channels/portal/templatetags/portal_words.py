"""Words of the customer's pages."""

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from makegood.cases.models import Case, CaseState

register = template.Library()


@register.filter
def for_language(texts: dict[str, str]) -> str:
    """The text of the language that is active, else the first there is."""
    return texts.get(get_language() or "en") or next(iter(texts.values()), "")


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
