"""A known problem in the house of the permissions, which causes the case about the refund."""

import datetime as dt
from typing import Any

from makegood.cases.actions import problems
from makegood.cases.models import Case
from makegood.staff.models import User


def build(case: Case, bea: User, *, at: dt.datetime) -> dict[str, dict[str, Any]]:
    """What the addresses take."""
    made = problems.open_problem(problems.Description("The bank is late"), by=bea, at=at)
    problems.tie(case, problem=made, by=bea, at=at)
    return {name: {"ref": made.ref} for name in ("problem", "problem-description", "problem-telling")}
