"""Making calendars and revising them. A version is never changed: what was promised under it stands."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from makegood.calendars.business_time import BusinessCalendar
from makegood.calendars.compiled import compile_version
from makegood.calendars.events import CalendarCreated, CalendarRenamed, CalendarRevised
from makegood.calendars.holiday_names import is_known
from makegood.calendars.hours import HoursError, checked
from makegood.calendars.models import Calendar, CalendarVersion
from makegood.calendars.wording import trouble_with
from makegood.events import actions as events
from makegood.events.models import Origin
from makegood.events.refusals import Refusal

Week = Mapping[str, Sequence[Sequence[str]]]
Exceptions = Mapping[str, Mapping[str, Any]]


@events.verb
def create(
    *,
    name: str,
    timezone: str,
    weekly: Week,
    country: str = "",
    subdivision: str = "",
    observes_holidays: bool = True,
    exceptions: Exceptions | None = None,
    valid_from: dt.datetime | None = None,
    by: str,
    at: dt.datetime,
    origin: str = Origin.LIVE,
) -> Calendar:
    """Make a calendar with its first version, valid from `valid_from` (default: `at`).

    `weekly`: {"0": [["09:00", "12:00"], ["13:00", "17:00"]], …}, Monday = "0"; a missing day is closed; "24:00" ends
    a day. `exceptions`: {"2026-12-24": {"hours": [["09:00", "13:00"]], "note": "…"}}. Raises Refusal for a name in
    use, an unknown zone or subdivision, hours that make no sense, or none at all.
    """
    calendar = Calendar(name=_free(name))
    version = _version(
        calendar=calendar,
        number=1,
        valid_from=valid_from or at,
        timezone=timezone,
        weekly=_week(weekly),
        country=country,
        subdivision=subdivision,
        observes_holidays=observes_holidays,
        exceptions=_exceptions(exceptions or {}),
    )
    calendar.save(force_insert=True)
    version.save(force_insert=True)
    fact = CalendarCreated(calendar=calendar.key, version=str(version.pk))
    events.record(fact, about=calendar.key, by=by, at=at, origin=origin)
    return calendar


@events.verb
def revise(
    calendar: Calendar,
    *,
    timezone: str,
    weekly: Week,
    country: str = "",
    subdivision: str = "",
    observes_holidays: bool = True,
    exceptions: Exceptions | None = None,
    valid_from: dt.datetime | None = None,
    by: str,
    at: dt.datetime,
) -> CalendarVersion:
    """Make the calendar's next version, for what is promised from `valid_from` (default: `at`) on. Raises as `create`.

    What was promised before keeps its hours, so a start in the past is refused.
    """
    valid_from = valid_from or at
    if valid_from < at:
        raise Refusal(_("New hours cannot begin in the past: what was promised then keeps its hours."))
    # Two leads at once take turns at the calendar's row, so that each gets a number of its own.
    Calendar.objects.select_for_update().get(pk=calendar.pk)
    last = calendar.versions.order_by("-number").first()
    version = _version(
        calendar=calendar,
        number=last.number + 1 if last else 1,
        valid_from=valid_from,
        timezone=timezone,
        weekly=_week(weekly),
        country=country,
        subdivision=subdivision,
        observes_holidays=observes_holidays,
        exceptions=_exceptions(exceptions or {}),
    )
    version.save(force_insert=True)
    fact = CalendarRevised(calendar=calendar.key, version=str(version.pk), number=version.number)
    events.record(fact, about=calendar.key, by=by, at=at)
    return version


@events.verb
def rename(calendar: Calendar, *, name: str, by: str, at: dt.datetime) -> Calendar:
    """Give a calendar another name; its hours stay. Raises Refusal for a name in use, or none."""
    calendar.name = _free(name, of=calendar)
    calendar.save(update_fields=["name"])
    events.record(CalendarRenamed(calendar=calendar.key), about=calendar.key, by=by, at=at)
    return calendar


def _free(name: str, *, of: Calendar | None = None) -> str:
    name = " ".join(name.split())[:80]
    if not name:
        raise Refusal(_("A calendar needs a name."))
    holder = Calendar.objects.filter(name=name).first()
    if holder and holder != of:
        raise Refusal(_("There is a calendar named “%(name)s” already.") % {"name": name})
    return name


def _week(weekly: Week) -> dict[str, Any]:
    try:
        return {str(day): checked(hours) for day, hours in sorted(weekly.items()) if hours}
    except HoursError as error:
        raise Refusal(trouble_with(error)) from error


def _exceptions(exceptions: Exceptions) -> dict[str, Any]:
    kept = {}
    for day, rest in sorted(exceptions.items()):
        try:
            hours = checked(rest.get("hours", []))
            date = dt.date.fromisoformat(day)
        except HoursError as error:
            raise Refusal(trouble_with(error)) from error
        except ValueError as error:
            raise Refusal(_("“%(day)s” is not a date. Write it like 2026-12-24.") % {"day": day}) from error
        kept[date.isoformat()] = {"hours": hours, "note": str(rest.get("note", ""))[:120]}
    return kept


def _version(**fields: Any) -> CalendarVersion:
    """An unsaved version that can be used, else Refusal."""
    version = CalendarVersion(**fields)
    if not _is_time_zone(version.timezone):
        raise Refusal(_("“%(name)s” is not a time zone. Write it like Europe/Vilnius.") % {"name": version.timezone})
    if version.country and version.observes_holidays and not is_known(version.country, version.subdivision):
        raise Refusal(_("The holidays of “%(place)s” are not known here.") % {"place": version.place})
    try:
        compiled = compile_version(version)
    except ValueError as error:
        raise Refusal(_("These hours cannot be used: %(reason)s") % {"reason": error}) from error
    # Exceptions alone would run out one day, and then nothing could be promised.
    if not any(compiled.weekly.values()):
        raise Refusal(_("A calendar must be open at some time of the week."))
    return version


def _is_time_zone(name: str) -> bool:
    try:
        BusinessCalendar(name, {})
    except ValueError:
        return False
    return True
