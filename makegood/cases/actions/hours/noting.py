"""Minutes worked on a case, noted by whoever worked."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from makegood.brands.models import Organisation
from makegood.cases import hour_events as events
from makegood.cases.models import Case, Task, TimeEntry
from makegood.cases.models.hours import LONGEST_MINUTES, LONGEST_NOTE
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.staff.models import User

OLDEST = dt.timedelta(days=366)


@verb
def note_time(
    case: Case,
    *,
    minutes: int,
    note: str = "",
    task: Task | None = None,
    day: dt.date | None = None,
    is_timed: bool = False,
    by: User,
    at: dt.datetime,
) -> TimeEntry:
    """So many minutes were worked on a case, or on one of its tasks; on a `day` of the past year, or today. Raises Refusal."""
    if not is_timed:
        check_tracked()
    entry = TimeEntry(
        case=case, staff=by, team_id=case.team_id, task=task, minutes=checked_minutes(minutes),
        note=note.strip()[:LONGEST_NOTE], is_timed=is_timed, at=at,
        day=_checked_day(day, today=at.astimezone(ZoneInfo(case.brand.timezone)).date()),
    )  # fmt: skip
    entry.save(force_insert=True)
    fact = events.TimeNoted(entry=str(entry.pk), staff=by.key, minutes=minutes)
    record(fact, about=case.present.ref, at=at, by=by.key, facets=case.facets)
    return entry


def check_tracked() -> None:
    """Raises Refusal where the organisation tracks no time."""
    if not Organisation.objects.filter(tracks_time=True).exists():
        raise Refusal(_("Time is not tracked here."))


def checked_minutes(minutes: int) -> int:
    """Raises Refusal for none, or more than a day has."""
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise Refusal(_("Write a number of minutes from 1 to %(most)d.") % {"most": LONGEST_MINUTES}, field="minutes")
    return minutes


def _checked_day(day: dt.date | None, *, today: dt.date) -> dt.date:
    if day is not None and day > today:
        raise Refusal(_("That day lies ahead."), field="day")
    if day is not None and day < today - OLDEST:
        raise Refusal(_("That day is more than a year ago."), field="day")
    return day or today
