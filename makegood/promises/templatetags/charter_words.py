"""Weekdays, percentages and the names of promises in the visitor's language."""

from babel import Locale
from babel.numbers import format_percent
from django import template
from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language

from makegood.promises import sentences

register = template.Library()


@register.filter
def weekday(day: int) -> str:
    """The name of a weekday, Monday = 0."""
    return str(WEEKDAYS[day])


@register.filter
def percent(share: float) -> str:
    """0.957 as “95.7%” or “95,7 %”, in the manner of the language; never rounded up to a hundred."""
    locale = Locale.parse(get_language() or "en", sep="-")
    pattern = locale.percent_formats[None].pattern
    if share < 1:
        share, pattern = min(share, 0.999), pattern.replace("##0", "##0.#")
    return str(format_percent(share, format=pattern, locale=locale))


@register.filter
def promise_name(key: str) -> str:
    """“First reply” for first-reply."""
    return sentences.name(key)
