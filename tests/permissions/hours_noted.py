"""Time that Bea noted on a case, in the house of the permissions, where time is tracked."""

import datetime as dt
from typing import Any

from makegood.brands import actions as brands
from makegood.brands.models import Organisation
from makegood.cases.actions import hours
from makegood.cases.models import Case
from makegood.staff.models import User


def build(case: Case, bea: User, *, at: dt.datetime) -> dict[str, dict[str, Any]]:
    """What the addresses take."""
    founded = Organisation.objects.get()
    brands.edit_organisation(founded, name=founded.name, country=founded.country, tracks_time=True, by="", at=at)
    noted = hours.note_time(case, minutes=20, note="On the phone about the bank.", by=bea, at=at)
    return {name: {"key": noted.pk} for name in ("time-entry", "time-entry-removal")}
