"""Making a calendar."""

from datetime import UTC, date, datetime, timedelta

import pytest

from makegood.calendars import actions as calendars
from makegood.calendars.compiled import business_calendar, day_names, holidays_between
from makegood.calendars.explain import Reason, explain
from makegood.calendars.models import Calendar, CalendarVersion
from makegood.events.models import Event
from makegood.events.refusals import Refusal

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)
WEEK = {str(day): [["09:00", "12:00"], ["13:00", "17:00"]] for day in range(5)}


def office(**changes):
    asked = {
        "name": "Vilnius office",
        "timezone": "Europe/Vilnius",
        "weekly": WEEK,
        "country": "LT",
        "exceptions": {"2026-12-23": {"hours": [["09:00", "13:00"]], "note": "Winter party"}},
    }
    return calendars.create(**asked | changes, by="S-CLEO", at=NOW)


def test_an_office_is_open_in_its_hours_and_closed_on_its_holidays():
    version = office().versions.get()
    calendar = business_calendar(version)
    assert calendar.due(NOW, 8 * HOUR) == datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert not calendar.is_open(datetime(2026, 12, 24, 8, tzinfo=UTC))
    assert calendar.elapsed(datetime(2026, 12, 23, tzinfo=UTC), datetime(2026, 12, 28, tzinfo=UTC)) == 4 * HOUR


def test_the_log_says_who_made_it():
    calendar = office()
    event = Event.objects.get(name="calendar.created")
    assert (event.about, event.by, event.at) == (calendar.key, "S-CLEO", NOW)


def test_an_exception_opens_a_holiday():
    exceptions = {"2026-12-24": {"hours": [["09:00", "11:00"]]}}
    calendar = business_calendar(office(exceptions=exceptions).versions.get())
    assert calendar.is_open(datetime(2026, 12, 24, 8, tzinfo=UTC))


def test_an_office_that_works_on_holidays_is_open_on_them():
    calendar = business_calendar(office(observes_holidays=False).versions.get())
    assert calendar.is_open(datetime(2026, 12, 24, 8, tzinfo=UTC))


def test_holidays_are_named_in_the_language_asked_for():
    version = office().versions.get()
    christmas = date(2026, 12, 25)
    assert holidays_between(version, christmas, christmas, language="lt") == {christmas: "Šv. Kalėdų pirma diena"}
    assert holidays_between(version, christmas, christmas, language="en") == {christmas: "Christmas Day"}
    assert holidays_between(version, christmas, christmas, language="ja") == {christmas: "Christmas Day"}


def test_holidays_of_years_to_come_count():
    calendar = business_calendar(office().versions.get())
    assert not calendar.is_open(datetime(2040, 12, 25, 9, tzinfo=UTC))


def test_explain_names_the_holidays_and_the_notes():
    version = office().versions.get()
    names = day_names(version, date(2026, 12, 22), date(2026, 12, 31), language="en")
    start = datetime(2026, 12, 22, 14, tzinfo=UTC)
    days = explain(business_calendar(version), start, 6 * HOUR, names=names)
    assert [(day.reason, day.name) for day in days[:4]] == [
        (Reason.OPEN, ""),
        (Reason.EXCEPTION, "Winter party"),
        (Reason.HOLIDAY, "Christmas Eve"),
        (Reason.HOLIDAY, "Christmas Day"),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "  "},
        {"timezone": "Europe/Atlantis"},
        {"weekly": {}},
        {"weekly": {"0": [["17:00", "09:00"]]}},
        {"weekly": {"0": [["09:00"]]}},
        {"weekly": {"7": [["09:00", "17:00"]]}},
        {"weekly": {"monday": [["09:00", "17:00"]]}},
        {"country": "XX"},
        {"subdivision": "SCT"},
        {"exceptions": {"Christmas": {"hours": []}}},
        {"exceptions": {"2026-12-24": {"hours": [["9", "25"]]}}},
    ],
)
def test_a_calendar_that_makes_no_sense_is_refused(changes):
    with pytest.raises(Refusal):
        office(**changes)
    assert not Calendar.objects.exists()
    assert not CalendarVersion.objects.exists()


def test_a_name_is_used_once():
    office()
    with pytest.raises(Refusal, match="Vilnius office"):
        office()
