"""Calendar invitations in a few words, read by icalendar."""

from datetime import date, datetime
from typing import Any

from makegood.channels.email.parsing import lazily
from makegood.channels.email.parsing.mail import Invitation

LARGEST = 1_000_000


def invitation(content: bytes, troubles: list[str]) -> Invitation | None:
    """What a text/calendar part asks for; None when it holds no event or cannot be read."""
    if len(content) > LARGEST or b"BEGIN:VEVENT" not in content.upper():
        return None
    try:
        calendar = lazily.module("icalendar").Calendar.from_ical(content)
        events = calendar.walk("VEVENT")
        if not events:
            return None
        event = events[0]
        return Invitation(
            method=str(calendar.get("method", "")).upper(),
            summary=str(event.get("summary", "")).strip(),
            organizer=_address(event.get("organizer")),
            location=str(event.get("location", "")).strip(),
            starts=_time(event.get("dtstart")),
            ends=_time(event.get("dtend")),
            uid=str(event.get("uid", "")),
        )
    except Exception as error:
        troubles.append(f"the calendar file could not be read ({type(error).__name__})")
        return None


def _address(value: Any) -> str:
    text = str(value or "")
    return text[7:] if text[:7].lower() == "mailto:" else text


def _time(value: Any) -> datetime | None:
    moment = getattr(value, "dt", None)
    if isinstance(moment, datetime):
        return moment
    return datetime(moment.year, moment.month, moment.day) if isinstance(moment, date) else None  # noqa: DTZ001 (all day)
