"""A calendar invitation that came with a mail, in words a person reads."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from makegood.calendars import our_days
from makegood.ui import wording


@dataclasses.dataclass(frozen=True)
class Invitation:
    """What it is (an invitation, an answer, a cancellation), about what, when, where, and who calls."""

    kind: str
    summary: str
    when: str
    location: str
    organizer: str


def told(found: Mapping[str, Any]) -> Invitation:
    """From what a mail's calendar part said (RFC 5546). Times with a zone are told in the reader's own."""
    kinds = {
        "CANCEL": _("Called off"),
        "REPLY": _("Answer to an invitation"),
        "COUNTER": _("Another time proposed"),
    }
    return Invitation(
        kind=kinds.get(str(found.get("method", "")).upper()) or pgettext("calendar", "Invitation"),
        summary=str(found.get("summary", "")),
        when=_when(str(found.get("starts", "")), str(found.get("ends", ""))),
        location=str(found.get("location", "")),
        organizer=str(found.get("organizer", "")),
    )


def _when(starts: str, ends: str) -> str:
    start, end = _moment(starts), _moment(ends)
    if start is None:
        return starts
    if start.tzinfo is None:  # a whole day, or a time that means the same clock everywhere
        return wording.day(start) if start.time() == dt.time(0) else wording.day_and_hour(start)
    told = wording.full(start)
    if end is None:
        return f"{told} – {ends}" if ends else told
    return f"{told} – {wording.moment(end, start)}" if end.tzinfo else told


def _moment(said: str) -> dt.datetime | None:
    """None where it is told as it was written."""
    try:
        found = dt.datetime.fromisoformat(said)
    except ValueError:
        return None
    return found if our_days.are(found) else None
