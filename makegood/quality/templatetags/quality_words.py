"""Figures of quality in templates."""

import datetime as dt

from django import template
from django.utils.translation import gettext as _

from makegood.quality import words

register = template.Library()


@register.filter
def on_day(day: dt.date) -> str:
    """A day, or a week by its Monday: 1 Jun 2026."""
    return words.day(day)


@register.filter
def figure(value: float | None, digits: int = 2) -> str:
    """A number in the reader's manner; a dash for none."""
    return "–" if value is None else words.figure(value, digits)


@register.filter
def hundredths(share: float | None) -> str:
    """A share as “12.3 %”; a dash for none."""
    return "–" if share is None else _("%(number)s\u00a0%%") % {"number": words.percent(share)}
