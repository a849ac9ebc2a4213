"""Snoozing on the case page: the times of one press, and what a time that is typed would mean. Reads only."""

import dataclasses
import datetime as dt

from django.utils.translation import gettext as _

from makegood.cases import typed_times
from makegood.cases.actions.snoozing import returns_at
from makegood.cases.models import Case
from makegood.desk.snoozing.typed import Typed
from makegood.staff.models import User


@dataclasses.dataclass(frozen=True)
class Choice:
    """A time of one press, and what it is called."""

    label: str
    at: dt.datetime


def choices(case: Case, *, by: User, now: dt.datetime) -> list[Choice]:
    """Those that lie ahead, each once."""
    quick = typed_times.choices(case, by=by, at=now)
    found = [Choice(_("Later today"), quick.later)] if quick.later else []
    found.append(Choice(_("Tomorrow morning") if quick.is_tomorrow(now) else _("Next working day"), quick.next_day))
    if quick.next_week != quick.next_day:
        found.append(Choice(_("Next week"), quick.next_week))
    return found


def earlier(case: Case, typed: Typed, *, now: dt.datetime) -> dt.datetime | None:
    """When a promise brings the case back before the time that is typed; None where none does."""
    if typed.at is None:
        return None
    back = returns_at(case, until=typed.at, at=now)
    return back if back < typed.at else None
