"""Orders on the desk's pages."""

from django import template
from django.utils.safestring import SafeString

from makegood.desk.parts import bought as parts
from makegood.desk.parts.sheet import Sheet
from makegood.desk.sales.bought import Bought

register = template.Library()


@register.simple_tag
def orders_of_customer(bought: list[Bought], sheet: Sheet) -> SafeString:
    """What a case's customer bought, as items of a list."""
    return parts.written(bought, sheet)
