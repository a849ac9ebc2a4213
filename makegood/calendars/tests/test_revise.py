"""Revising a calendar: what was promised stands."""

from datetime import UTC, datetime, timedelta

import pytest

from makegood.calendars import actions as calendars
from makegood.calendars.compiled import business_calendar
from makegood.calendars.models import CalendarVersion
from makegood.events.models import Event
from makegood.events.refusals import Refusal

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
NEXT_MONTH = datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture
def office():
    week = {str(day): [["09:00", "17:00"]] for day in range(5)}
    return calendars.create(name="Office", timezone="Europe/Vilnius", weekly=week, by="S-CLEO", at=NOW)


def revise(office, **changes):
    asked = {"timezone": "Europe/Vilnius", "weekly": {"0": [["10:00", "12:00"]]}}
    return calendars.revise(office, **asked | changes, by="S-CLEO", at=NOW + timedelta(hours=1))


def in_force(office, at):
    return CalendarVersion.objects.filter(calendar=office).in_force(at).first()


def test_the_new_hours_count_from_their_day_on(office):
    first = office.versions.get()
    second = revise(office, valid_from=NEXT_MONTH)
    assert in_force(office, NEXT_MONTH - timedelta(seconds=1)) == first
    assert in_force(office, NEXT_MONTH) == second
    assert second.number == 2


def test_the_old_version_is_as_it_was(office):
    first = office.versions.get()
    calendar = business_calendar(first)
    revise(office)
    first.refresh_from_db()
    assert first.weekly["0"] == [["09:00", "17:00"]]
    assert business_calendar(first) is calendar


def test_of_two_versions_from_the_same_moment_the_later_made_counts(office):
    revise(office, valid_from=NEXT_MONTH)
    third = revise(office, valid_from=NEXT_MONTH)
    assert in_force(office, NEXT_MONTH) == third


def test_the_log_says_who_changed_the_hours(office):
    version = revise(office)
    event = Event.objects.get(name="calendar.revised")
    assert (event.about, event.by, event.data["number"]) == (office.key, "S-CLEO", version.number)


def test_hours_cannot_begin_in_the_past(office):
    with pytest.raises(Refusal):
        revise(office, valid_from=NOW - timedelta(days=1))
    assert office.versions.count() == 1


def test_a_calendar_is_renamed_without_a_new_version(office):
    calendars.rename(office, name="Head office", by="S-CLEO", at=NOW)
    office.refresh_from_db()
    assert (office.name, office.versions.count()) == ("Head office", 1)
    with pytest.raises(Refusal):
        calendars.rename(office, name="", by="S-CLEO", at=NOW)
