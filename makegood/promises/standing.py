"""What stands about one case or order: its commitments as an event, the case's clock and the greeting need them.

Who takes in a mail remembers what has been made or read a moment ago (`events/together.py`), and asks once.
"""

import datetime as dt
from typing import Any

from django.db.models import QuerySet

from makegood.events import together
from makegood.events.prepared import PreparedQuery
from makegood.promises.models import Commitment, State


def _concerned(about: Any, message: Any) -> QuerySet[Commitment]:
    asked = Commitment.objects.concerned(about, message=message).for_change()
    return asked.select_related("line", "calendar").order_by("made_at", "id")


CONCERNED = PreparedQuery(_concerned)
FIRST_DUE = PreparedQuery(
    lambda about: (
        Commitment.objects.filter(about=about, owed=True, due_at__isnull=False)
        .order_by("due_at")
        .values_list("due_at", flat=True)[:1]
    )
)
FIRST_OPEN = PreparedQuery(
    lambda about: (
        Commitment.objects.filter(about=about, owed=True, state=State.OPEN, due_at__isnull=False)
        .order_by("due_at")
        .values_list("due_at", flat=True)[:1]
    )
)
OWED = PreparedQuery(lambda about: Commitment.objects.about(about).owed().select_related("line"))


def concerned(about: str, *, message: str) -> list[Commitment]:
    """Those that an event may still change, locked until the transaction ends, the eldest first."""
    found = together.recall(_made(about), lambda: CONCERNED(about=about, message=message or None))
    note(about, found)
    return found


def note(about: str, commitments: list[Commitment]) -> None:
    """Remember that these are all that matter."""
    together.remember(_made(about), commitments)


def owed(about: str) -> list[Commitment]:
    """Those still to be done, the eldest first."""
    return [one for one in together.recall(_made(about), lambda: OWED(about=about)) if one.owed]


def first_due(about: str) -> dt.datetime | None:
    """When the first of what is owed is due; None where nothing is."""
    made: list[Commitment] | None = together.recall(_made(about), lambda: None)
    if made is None:
        return next(iter(FIRST_DUE(about=about)), None)
    return min((one.due_at for one in made if one.owed and one.due_at is not None), default=None)


def first_open(about: str) -> dt.datetime | None:
    """When the first promise is due that runs and can still be kept; None where there is none."""
    return next(iter(FIRST_OPEN(about=about)), None)


def _made(about: str) -> tuple[str, str]:
    return "commitments", about
