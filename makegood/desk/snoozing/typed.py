"""A time typed into a field of the case page: what is understood of it is shown before anything is saved. Reads only."""

import dataclasses
import datetime as dt
from collections.abc import Mapping

from makegood.cases import typed_times
from makegood.cases.models import Case
from makegood.staff.models import User

LONGEST = 100  # characters
WORDS, MOMENT, READ = "when", "understood", "read"  # the field, and what goes along once it has been understood
PRESSED = "press"  # a button that shows its moment


@dataclasses.dataclass(frozen=True)
class Typed:
    """The words as they stand in the field; the moment, where they are understood; whether it has been shown to whoever
    typed them, so that it may be saved."""

    words: str = ""
    at: dt.datetime | None = None
    is_shown: bool = False


NOTHING = Typed()


def read(typed: Mapping[str, str], case: Case, *, by: User, now: dt.datetime) -> Typed:
    """What stands in the field. The moment that was shown stays what it was, though “in 2 hours” is later by now."""
    if pressed := _moment(typed.get(PRESSED, "")):
        return Typed(words=typed.get(PRESSED, ""), at=pressed, is_shown=True)
    words = typed.get(WORDS, "").strip()[: LONGEST + 1]
    shown = _moment(typed.get(MOMENT, "")) if words and words == typed.get(READ, "").strip() else None
    if shown is not None:
        return Typed(words=words, at=shown, is_shown=True)
    return Typed(words=words, at=typed_times.read(words, case, by=by, at=now) if words else None)


def _moment(text: str) -> dt.datetime | None:
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else None
