"""A time typed into a field of the case page: what is understood of it is shown before anything is saved. Reads only."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from makegood.calendars import our_days
from makegood.cases import typed_times
from makegood.cases.models import Case
from makegood.staff.models import User

LONGEST = 100  # characters
WORDS, MOMENT, READ = "when", "understood", "read"  # the field, and what goes along once it has been understood
EXACT = ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M")
PRESSED = "press"  # a button that shows its moment


@dataclasses.dataclass(frozen=True)
class Typed:
    """The words as they stand in the field; the moment, where they are understood; whether it has been shown to whoever
    typed them, so that it may be saved."""

    words: str = ""
    at: dt.datetime | None = None
    is_shown: bool = False

    @property
    def is_settled(self) -> bool:
        """Nothing was typed, or whoever typed it has seen how it is understood."""
        return not self.words or (self.at is not None and self.is_shown)


NOTHING = Typed()


def told(wanted: Typed) -> str:
    """Why it is not saved yet; "" where it can be."""
    if wanted.is_settled:
        return ""
    if wanted.at is None:
        return _("This time is not understood, or it has gone by.")
    return _("Look at the time as it is understood. If it is right, press once more.")


def read(
    typed: Mapping[str, str], case: Case, *, by: User, now: dt.datetime, is_deadline: bool = False, before: str = ""
) -> Typed:
    """What stands in the field, whose name and those of what goes along begin with `before`. The moment that was shown stays what it was, though “in 2 hours” is later by now. A
    deadline that means one thing only need not be shown first."""
    if pressed := moment("" if before else typed.get(PRESSED, "")):
        return Typed(words=typed.get(PRESSED, ""), at=pressed, is_shown=True)
    words = typed.get(before + WORDS, "").strip()[: LONGEST + 1]
    is_read = bool(words) and words == typed.get(before + READ, "").strip()
    shown = moment(typed.get(before + MOMENT, "")) if is_read else None
    if shown is not None:
        return Typed(words=words, at=shown, is_shown=True)
    if is_deadline and (exact := _exact(words, by)):
        return Typed(words=words, at=exact, is_shown=True) if exact > now else Typed(words=words)
    at = typed_times.read(words, case, by=by, at=now, is_deadline=is_deadline) if words else None
    return Typed(words=words, at=at)


def _exact(words: str, by: User) -> dt.datetime | None:
    for form in EXACT:
        try:
            return dt.datetime.strptime(words, form).replace(tzinfo=ZoneInfo(by.timezone))
        except ValueError:
            continue
    return None


def moment(text: str) -> dt.datetime | None:
    """One in ISO 8601 with its zone; None for anything else."""
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo and our_days.are(at) else None
