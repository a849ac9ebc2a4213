"""A reply that leaves later, in the house of the permissions."""

import datetime as dt
from typing import Any

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case
from makegood.staff.models import User

MONTH = dt.timedelta(days=30)


def build(case: Case, bea: User, *, at: dt.datetime) -> dict[str, dict[str, Any]]:
    """Next month; what each address takes."""
    message = cases.plan(case, Answer(text="Has it come by now?"), leaves_at=at + MONTH, by=bea, at=at)
    return {"reply-departure": {"key": message.pk}}
