"""A list that goes on page by page: from the place of a row, never from a number of rows, so that whatever comes or goes
meanwhile moves none to another page, and the last page costs no more than the first."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable
from typing import Any, Protocol, Self, TypeVar

PAGE = 50
LONGEST = 80  # a moment with its zone, and a key
Day = TypeVar("Day", bound=dt.date)
Day_contra = TypeVar("Day_contra", bound=dt.date, contravariant=True)


class Listed(Protocol[Day_contra]):
    """Rows in the order of a list. `before` leaves those behind the row of a day, or a moment, and a key."""

    def before(self, at: Day_contra, key: uuid.UUID, /) -> Self: ...

    def __getitem__(self, some: slice, /) -> Iterable[Any]: ...


def page(found: Listed[Day], after: str, *, by: str, read: Callable[[str], Day]) -> tuple[list[Any], str]:
    """The rows behind a place, PAGE of them, and the place that the next page goes on from ("" at the end). `by` is what
    the list is ordered by, `read` reads it; a place that makes no sense begins the list again."""
    begun = place(after, read)
    rows = list((found.before(*begun) if begun else found)[: PAGE + 1])
    shown = rows[:PAGE]
    return shown, write(getattr(shown[-1], by), shown[-1].pk) if len(rows) > PAGE else ""


def write(at: dt.date, key: uuid.UUID) -> str:
    """A place: the day or the moment of a row, and its key. In UTC, so that no `+` of a zone is read as a space in an
    address."""
    told = f"{at.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%S.%fZ}" if isinstance(at, dt.datetime) else at.isoformat()
    return f"{told}.{key}"


def moment(text: str) -> dt.datetime:
    """As it stands in a place. Raises ValueError, OverflowError for one that no calendar has in UTC."""
    at = dt.datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("a moment without its zone")
    return at.astimezone(dt.UTC)


def place(after: str, read: Callable[[str], Day]) -> tuple[Day, uuid.UUID] | None:
    """What was written, read again; None for what makes no sense."""
    at, _dot, key = after[:LONGEST].rpartition(".")
    try:
        return read(at), uuid.UUID(key)
    except (ValueError, OverflowError):
        return None
