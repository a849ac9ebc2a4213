"""A reply that leaves later, in the house of the permissions."""

import datetime as dt
import uuid
from typing import Any

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, Delivery
from makegood.staff.models import User

MONTH = dt.timedelta(days=30)


def build(case: Case, bea: User, *, at: dt.datetime) -> None:
    """Next month."""
    cases.plan(case, Answer(text="Has it come by now?"), leaves_at=at + MONTH, by=bea, at=at)


def key(case: Case) -> uuid.UUID:
    """Which message it is."""
    return case.messages.get(delivery=Delivery.LATER).pk


def addresses(case: Case) -> dict[str, dict[str, Any]]:
    """What each address takes."""
    return {"reply-departure": {"key": key(case)}}
