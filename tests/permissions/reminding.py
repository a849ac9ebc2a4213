"""Bea's reminder of a case, in the house of the permissions: nobody else's."""

import datetime as dt
from typing import Any

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.staff.models import User


def build(case: Case, bea: User, *, at: dt.datetime) -> None:
    """For tomorrow."""
    cases.remind(case, due_at=at + dt.timedelta(days=1), note="Ask the bank.", by=bea, at=at)


def addresses(case: Case) -> dict[str, dict[str, Any]]:
    """What each address takes."""
    return {"reminder-completion": {"key": case.reminders.get().pk}}
