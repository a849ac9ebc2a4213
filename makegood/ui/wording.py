"""How a moment reads to a person: `38 min`, `Wed 12:00`, `12 Nov`, in the active language and time zone.

static/ui/js/clock.js words the countdown likewise, from the same templates; a browser test compares the two.
"""

import functools
from datetime import UTC, date, datetime, timedelta, tzinfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_skeleton
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

MINUTE = timedelta(minutes=1)
COUNTED = timedelta(hours=24)  # beyond this a date says more than a count of hours
SETTLED = ("kept", "broken", "excused", "paused", "held")


def locale() -> Locale:
    """The active language as Babel knows it. English is worded day first and by 24 hours, as the others."""
    return _locale(_language())


def templates() -> dict[str, str]:
    """The sentences a countdown is put into; `{hours}`, `{minutes}` and `{time}` are filled in."""
    return _templates(_language())


@functools.lru_cache(maxsize=32)
def _templates(language: str) -> dict[str, str]:
    return {
        "minutes": _("{minutes} min"),
        "hours": _("{hours} h {minutes} min"),
        "whole_hours": _("{hours} h"),
        "days": _("{days} d"),
        "late": _("{time} late"),
        "now": _("now"),
        "undo": _("Undo ({seconds})"),
    }


def states() -> dict[str, str]:
    """What is said of a commitment in place of its time."""
    return _states(_language())


@functools.lru_cache(maxsize=32)
def _states(language: str) -> dict[str, str]:
    return {
        "open": pgettext("promise", "open"),
        "soon": _("soon"),
        "late": _("late"),
        "kept": _("kept"),
        "broken": _("broken"),
        "excused": _("excused"),
        "paused": _("paused"),
        "held": _("held"),
    }


def span(length: timedelta) -> str:
    """A length of time in at most two units, cut to whole minutes: `3 h 10 min`. The sign is left out."""
    words = templates()
    minutes = int(abs(length) // MINUTE)
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return words["days"].format(days=hours // 24)
    if hours:
        return words["hours" if rest else "whole_hours"].format(hours=hours, minutes=rest)
    return words["minutes"].format(minutes=minutes)


def moment(at: datetime, now: datetime) -> str:
    """A moment as short as it can be: `10:00` today, `Wed 10:00` within six days, `12 Nov 10:00`."""
    at, now = local(at), local(now)
    days = (at.date() - now.date()).days
    if days == 0:
        return _in_form("Hm", at)
    if abs(days) < 7:
        return _in_form("EHm", at)
    if at.year == now.year or abs(days) < 90:
        return f"{_in_form('MMMd', at)} {_in_form('Hm', at)}"
    return _in_form("yMMMd", at)


def local(at: datetime, zone: tzinfo | None = None) -> datetime:
    """A moment on the reader's clock, or on that of a zone. Within hours of the ends of the calendar there may be none:
    then in UTC, and where that has none either, as it was told."""
    for one in (zone, UTC):
        try:
            return timezone.localtime(at, one)
        except OverflowError:
            continue
    return at.replace(tzinfo=UTC)


def day(at: datetime) -> str:
    """A whole day in words, as `Tuesday, 16 January 2024`."""
    return _day(at.date(), _language())


def day_and_hour(at: datetime) -> str:
    """A day and the clock, with no word of a zone: for a time that is meant wherever one is."""
    return f"{day(at)} {_in_form('Hm', at)}"


def full(at: datetime) -> str:
    """The whole of a moment: weekday, date, time and zone, for a tooltip and for print."""
    # In UTC, as two moments of the hour that comes twice are equal in their own zone.
    minute = local(at, UTC).replace(second=0, microsecond=0)
    return _full(minute, timezone.get_current_timezone(), _language())


@functools.lru_cache(maxsize=20_000)
def _full(minute: datetime, zone: tzinfo, language: str) -> str:
    at = local(minute, zone)
    hour = at.replace(minute=0)
    return f"{_day(at.date(), language)} {_in_form('Hm', at)} {_zone(f'{zone} {at.tzname()}', hour, language)}"


def clock(due: datetime | None, state: str, now: datetime) -> str:
    """What a clock says: the state once settled, else a countdown within a day, else the date."""
    if state in SETTLED or due is None:
        return states().get(state, state)
    left = due - now
    if left < timedelta(0):
        return templates()["late"].format(time=span(left)) if -left >= MINUTE else templates()["now"]
    if left >= COUNTED:
        tomorrow = (local(due).date() - local(now).date()).days == 1
        hour = _in_form("Hm", local(due))
        return _("tomorrow {hour}").format(hour=hour) if tomorrow else moment(due, now)
    return span(left) if left >= MINUTE else templates()["now"]


def _language() -> str:
    return get_language() or "en"


@functools.lru_cache(maxsize=32)
def _locale(language: str) -> Locale:
    language = language.replace("-", "_")
    try:
        return Locale.parse("en_GB" if language == "en" else language)
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


def _in_form(form: str, local: datetime) -> str:
    """A local time in one of Babel's forms, to the minute. Lists say the same times again and again, so each is
    worded once."""
    return _worded(form, local.replace(second=0, microsecond=0, tzinfo=None), _language())


@functools.lru_cache(maxsize=20_000)
def _worded(form: str, local: datetime, language: str) -> str:
    return str(format_skeleton(form, local, locale=_locale(language)))


@functools.lru_cache(maxsize=5_000)
def _day(day: date, language: str) -> str:
    return str(format_date(day, "full", locale=_locale(language)))


@functools.lru_cache(maxsize=20_000)
def _zone(name: str, local: datetime, language: str) -> str:
    """The zone of a local time. `name` tells apart what is equal as a time: other zones, and the hour that comes twice."""
    short = str(format_datetime(local, "z", locale=_locale(language)))
    # Where a language has no short name for a zone, Babel says +0100, which few can read.
    return f"({format_datetime(local, 'zzzz', locale=_locale(language))})" if short[0] in "+-" else short
