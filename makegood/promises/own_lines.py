"""Promises that an organisation writes itself: by which key they are counted, and what lists call them."""

import re

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from makegood.promises import phrases
from makegood.promises.models import CharterLine, Form, Hours

# Stands in lists and mails; the time is a phrase such as “within 4 working hours” or “for 7 days”.
NAMES = {
    (Form.WITHIN, "case.acknowledged"): pgettext_lazy("short name of a promise", "Confirmed %(time)s"),
    (Form.WITHIN, "reply.sent"): pgettext_lazy("short name of a promise", "Reply %(time)s"),
    (Form.WITHIN, "case.resolved"): pgettext_lazy("short name of a promise", "Resolved %(time)s"),
    (Form.WITHIN, "case.told_why"): pgettext_lazy("short name of a promise", "New date %(time)s"),
    (Form.WITHIN, "case.closed"): pgettext_lazy("short name of a promise", "Closed %(time)s"),
    (Form.NEVER, "case.reopened"): pgettext_lazy("short name of a promise", "Stays solved %(time)s"),
    (Form.NEVER, "reply.failed"): pgettext_lazy("short name of a promise", "Replies arrive %(time)s"),
    (Form.NEVER, "case.handed_over"): pgettext_lazy("short name of a promise", "The same person %(time)s"),
}
UNITS = {unit.value[0]: unit.value for unit in CharterLine.Unit}
UNTIL_CLOSED = "closed"
LONGEST = 36  # a number may follow


def key(form: str, event: str, amount: int | None, unit: str, hours: str) -> str:
    """The key of a new line, such as within-reply-sent-4wh: within four working hours. At most LONGEST letters."""
    working = "w" if hours == Hours.OPENING else ""
    time = f"{amount}{working}{unit[0]}" if amount else UNTIL_CLOSED
    return f"{_begins(form, event)}-{time}"[:LONGEST]


def name(key: str) -> str | None:
    """What lists call it, in the language that is active; None for a key that is none of these."""
    for (form, event), words in NAMES.items():
        begins = _begins(form, event)
        if key.startswith(begins):
            time = _time(form, key.removeprefix(begins))
            return None if time is None else str(words) % {"time": time}
    return None


def _time(form: str, told: str) -> str | None:
    found = re.fullmatch(rf"-(?:(\d+)(w?)([smhd])|{UNTIL_CLOSED})(?:-\d+)?", told)
    if found is None:
        return None  # written before a key told its unit
    amount, working, unit = found.groups()
    if amount is None:
        return _(phrases.UNTIL_CLOSED)
    spells = phrases.FOR if form == Form.NEVER else phrases.WITHIN
    spell = spells.get((UNITS[unit], Hours.OPENING if working else Hours.ALWAYS))
    return spell(int(amount)) if spell else None


def _begins(form: str, event: str) -> str:
    return slugify(f"{form} {event}".replace(".", " ").replace("_", " "))
