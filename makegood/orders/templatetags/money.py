"""Money in the reader's way of writing it."""

from decimal import Decimal

from babel.numbers import format_currency
from django import template
from django.utils.translation import get_language

register = template.Library()


@register.filter
def money(amount: Decimal | None, currency: str) -> str:
    """An amount with its currency, such as €1,234.50 or 1 234,50 €."""
    if amount is None:
        return ""
    return str(format_currency(amount, currency, locale=(get_language() or "en").replace("-", "_")))
