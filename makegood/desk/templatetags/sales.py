"""Orders and figures of sales on the desk's pages."""

from babel.numbers import format_decimal
from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from makegood.desk.parts import bought as parts
from makegood.desk.parts.sheet import Sheet
from makegood.desk.sales.bought import Bought

register = template.Library()


@register.simple_tag
def orders_of_customer(bought: list[Bought], sheet: Sheet) -> SafeString:
    """What a case's customer bought, as items of a list."""
    return parts.written(bought, sheet)


@register.filter
def decimal(value: float) -> str:
    """A rate with one decimal, in the manner of the language."""
    return str(format_decimal(round(value, 1), locale=(get_language() or "en").replace("-", "_")))
