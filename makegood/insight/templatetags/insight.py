"""Days in templates."""

import datetime as dt

from django import template

from makegood.insight import words

register = template.Library()


@register.filter
def on_day(day: dt.date) -> str:
    """1 Jun 2026."""
    return words.day(day)
