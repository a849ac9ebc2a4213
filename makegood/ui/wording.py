"""How a moment reads to a person: `38 min`, `Wed 12:00`, `12 Nov`, in the active language and time zone.

static/ui/js/clock.js words the countdown likewise, from the same templates; a browser test compares the two.
"""

from datetime import datetime, timedelta

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_skeleton
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

MINUTE = timedelta(minutes=1)
COUNTED = timedelta(hours=24)  # beyond this a date says more than a count of hours
SETTLED = ("kept", "broken", "excused", "paused", "held")


def locale() -> Locale:
    """The active language as Babel knows it. English is worded day first and by 24 hours, as the others."""
    language = (get_language() or "en").replace("-", "_")
    try:
        return Locale.parse("en_GB" if language == "en" else language)
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


def templates() -> dict[str, str]:
    """The sentences a countdown is put into; `{hours}`, `{minutes}` and `{time}` are filled in."""
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
    return {
        "open": _("open"),
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
    spoken = locale()
    at, now = timezone.localtime(at), timezone.localtime(now)
    hour = format_skeleton("Hm", at, locale=spoken)
    days = (at.date() - now.date()).days
    if days == 0:
        return str(hour)
    if abs(days) < 7:
        return str(format_skeleton("EHm", at, locale=spoken))
    if at.year == now.year or abs(days) < 90:
        return f"{format_skeleton('MMMd', at, locale=spoken)} {hour}"
    return str(format_skeleton("yMMMd", at, locale=spoken))


def full(at: datetime) -> str:
    """The whole of a moment: weekday, date, time and zone, for a tooltip and for print."""
    spoken = locale()
    at = timezone.localtime(at)
    day, hour = format_date(at, "full", locale=spoken), format_skeleton("Hm", at, locale=spoken)
    return f"{day} {hour} {format_datetime(at, 'z', locale=spoken)}"


def clock(due: datetime | None, state: str, now: datetime) -> str:
    """What a clock says: the state once settled, else a countdown within a day, else the date."""
    if state in SETTLED or due is None:
        return states().get(state, state)
    left = due - now
    if left < timedelta(0):
        return templates()["late"].format(time=span(left)) if -left >= MINUTE else templates()["now"]
    if left >= COUNTED:
        tomorrow = (timezone.localtime(due).date() - timezone.localtime(now).date()).days == 1
        hour = format_skeleton("Hm", timezone.localtime(due), locale=locale())
        return _("tomorrow {hour}").format(hour=hour) if tomorrow else moment(due, now)
    return span(left) if left >= MINUTE else templates()["now"]
