"""The days that people mean. At the ends of the calendar some time zones have no name for a moment, and no database counts
beyond them; whoever types such a day mistyped it."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from makegood.events.refusals import Refusal

FIRST, LAST = 1970, 2999  # years; both are ours


def are(when: dt.date) -> bool:
    """Whether a day, or a moment, is of our days."""
    return FIRST <= when.year <= LAST


def told() -> str:
    """What is said of one that is not."""
    return _("Give a day or time in the years %(first)d to %(last)d.") % {"first": FIRST, "last": LAST}


def validate(when: dt.date) -> None:
    """Validator of a form's field. Raises ValidationError."""
    if not are(when):
        raise ValidationError(told())


def check(when: dt.date, *, field: str = "") -> None:
    """The same for a verb. Raises Refusal, which names the field."""
    if not are(when):
        raise Refusal(told(), field=field)
