"""Money in the reader's way of writing it."""

from decimal import Decimal

from django import template
from django.utils.translation import get_language

from makegood.promises import money

register = template.Library()


@register.filter
def amount(value: Decimal, currency: str) -> str:
    """An amount with its currency, such as €1,234.50 or 1 234,50 €."""
    return money.told(value, currency, get_language() or "en")
