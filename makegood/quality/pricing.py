"""What one fact costs by the rates of its day. Whole numbers of the smallest unit, so that every sum is exact."""

import datetime as dt
from zoneinfo import ZoneInfo

from makegood.quality.models import Cost, Rates

Kind = Cost.Kind


def cost(kind: str, quantity: int, rates: Rates | None) -> tuple[int, str]:
    """Smallest units and currency; nothing in no currency where no rates are in force.

    A remedy costs what it is worth; one that is no money has no price here beside the minutes spent on it.
    """
    if rates is None:
        return 0, ""
    each = {
        Kind.COMPLAINT: rates.complaint_minor,
        Kind.RETURN: rates.return_minor,
        Kind.CONTACT: rates.contact_minor,
        Kind.HANDLING: rates.minute_minor,
        Kind.REMEDY: 0,
    }
    return each[Kind(kind)] * quantity, rates.currency


def minutes(*, replies: int, notes: int, rates: Rates | None) -> int:
    """How long a case was handled where nobody held a clock: each reply and each note counts for so many minutes."""
    known = rates or Rates()
    return replies * known.reply_minutes + notes * known.note_minutes


def day_of(at: dt.datetime, timezone: str) -> dt.date:
    """The day of a moment in a brand's time zone."""
    return at.astimezone(ZoneInfo(timezone)).date()


def week_of(day: dt.date) -> dt.date:
    """The Monday of a day."""
    return day - dt.timedelta(days=day.weekday())
