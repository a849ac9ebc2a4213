"""Bea's reminder of a case, in the house of the permissions: nobody else's."""

import datetime as dt
from typing import Any

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.staff.models import User


def build(case: Case, bea: User, *, at: dt.datetime) -> dict[str, dict[str, Any]]:
    """For tomorrow; what each address takes."""
    cases.remind(case, due_at=at + dt.timedelta(days=1), note="Ask the bank.", by=bea, at=at)
    return {"reminder-completion": {"key": case.reminders.get().pk}}
