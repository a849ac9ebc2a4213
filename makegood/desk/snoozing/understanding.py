"""What is shown below a field in which a time is typed. Reads only."""

import datetime as dt
from typing import Any

from django.utils import timezone

from makegood.cases.models import Case
from makegood.desk.snoozing import panel
from makegood.desk.snoozing.typed import Typed
from makegood.promises import standing

FORMS = {
    "later": "composer",
    "awaited": "composer",
    "nudge-reply": "composer",
}  # of any other field the form is named by it
AWAITED, NUDGED = "awaited-", "nudge-"
BEFORE = {"awaited": AWAITED, "nudge-reply": NUDGED}  # with what the names of further such fields in one form begin


def facts(field: str, case: Case, wanted: Typed, *, told: str = "", is_pressed: bool = False) -> dict[str, Any]:
    """The moment that is understood, and what of promises stands against it; `told` is why it cannot be saved;
    `is_pressed`: it was to be, so that it is said where the time has not been seen yet."""
    shown: dict[str, Any] = {
        "field": field,
        "form_id": FORMS.get(field, f"{field}-form"),
        "wanted": wanted,
        "told": told,
        "again": is_pressed and wanted.at is not None and not wanted.is_shown,
        "before": BEFORE.get(field, ""),
    }
    if wanted.at is None or told:
        return shown
    if field == "snooze":
        shown["earlier"] = panel.earlier(case, wanted, now=timezone.now())
    if field == "later":
        shown["late"] = _due_before(case, wanted.at)
    return shown


def _due_before(case: Case, at: dt.datetime) -> dt.datetime | None:
    due = standing.first_open(case.ref)
    return due if due is not None and due < at else None
