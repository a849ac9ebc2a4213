"""A playbook in the house of the permissions, started on the case about the refund."""

import datetime as dt
from typing import Any

from makegood.cases.actions import checklists
from makegood.cases.models import Case
from makegood.staff.models import User


def build(case: Case, bea: User, *, at: dt.datetime) -> dict[str, dict[str, Any]]:
    """What the addresses take."""
    book = checklists.save_playbook(
        None, name="Ask about the bank", steps=["Ring the bank"], team=case.team, by=bea, at=at
    )
    made = checklists.start(case, book, by=bea, at=at)
    return {
        **{name: {"key": book.pk} for name in ("playbook", "playbook-tasks", "playbook-start")},
        **{name: {"key": made.steps.get().pk} for name in ("step-ticking", "step-omission")},
        "checklist-removal": {"key": made.pk},
    }
