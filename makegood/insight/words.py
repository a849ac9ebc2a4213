"""Days, shares and lengths in the reader's manner, and what channels and languages are called."""

import datetime as dt

from babel.dates import format_date, format_skeleton
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from makegood.ui.wording import locale

CHANNELS = {"email": _("email"), "portal": _("form"), "api": _("other system"), "desk": _("desk")}


def day(on: dt.date) -> str:
    """1 Jun 2026."""
    return str(format_date(on, "medium", locale=locale()))


def short_day(on: dt.date) -> str:
    """The same without its year, for the foot of a chart."""
    return str(format_skeleton("MMMd", on, locale=locale()))


def month(on: dt.date) -> str:
    """Jun 2026."""
    return str(format_skeleton("yMMM", on, locale=locale()))


def channel(code: str) -> str:
    """A channel in words; one that is not listed is shown as it is."""
    return str(CHANNELS.get(code, code))


def language(code: str) -> str:
    """A language by its own name; one that is not listed is shown as it is."""
    return str(dict(settings.LANGUAGES).get(code, code))
