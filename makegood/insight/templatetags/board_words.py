"""Lengths of time on the board."""

import datetime as dt

from django import template

from makegood.ui import wording

register = template.Library()


@register.filter
def span(length: dt.timedelta) -> str:
    """3 h 10 min, in at most two units."""
    return wording.span(length)
