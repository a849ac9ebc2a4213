"""Cleo looks after the opening hours."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from makegood.brands import actions as brands
from makegood.calendars import actions as calendars
from makegood.calendars.models import Calendar

pytestmark = pytest.mark.django_db

WEEK = {f"day_{day}": "09:00-12:00, 13:00-17:00" for day in range(5)}
FILLED = WEEK | {
    "name": "Shop",
    "timezone": "Europe/Amsterdam",
    "country": "NL",
    "observes_holidays": "on",
    "exceptions": "2030-12-24 09:00-13:00 Early closing\n2030-12-31",
}


@pytest.fixture
def set_up(owner):
    brands.found_organisation(name="Hale", country="GB", at=timezone.now())


@pytest.fixture
def office(db):
    return calendars.create(
        name="Office",
        timezone="Europe/Vilnius",
        weekly={str(day): [["09:00", "17:00"]] for day in range(5)},
        country="LT",
        exceptions={str(timezone.now().date() + timedelta(days=30)): {"hours": [], "note": "Stocktaking"}},
        by="",
        at=timezone.now() - timedelta(days=30),
    )


@pytest.fixture
def desk(client, cleo, set_up):
    client.force_login(cleo)
    return client


@pytest.mark.any_engine
def test_she_sees_which_calendars_there_are(desk, office):
    page = desk.get("/settings/calendars/").content.decode()
    assert "Office" in page
    assert "Europe/Vilnius" in page


def test_she_sees_the_week_and_the_holidays_by_name(desk, office):
    page = desk.get(f"/settings/calendars/{office.pk}/").content.decode()
    assert "09:00–17:00" in page
    assert "25 December" in page
    assert "Christmas Day" in page
    assert "Lithuania" in page
    assert "Stocktaking" in page


def test_holidays_are_named_in_her_language(desk, office, cleo):
    type(cleo).objects.filter(pk=cleo.pk).update(language="lt")
    desk.cookies["django_language"] = "lt"
    page = desk.get(f"/settings/calendars/{office.pk}/", headers={"accept-language": "lt"}).content.decode()
    assert "Šv. Kalėdų pirma diena" in page


def test_she_makes_a_calendar(desk, cleo):
    answer = desk.post("/settings/calendars/new/", FILLED)
    made = Calendar.objects.get()
    assert answer.headers["Location"] == f"/settings/calendars/{made.pk}/"
    version = made.versions.get()
    assert version.weekly == {str(day): [["09:00", "12:00"], ["13:00", "17:00"]] for day in range(5)}
    assert version.exceptions == {
        "2030-12-24": {"hours": [["09:00", "13:00"]], "note": "Early closing"},
        "2030-12-31": {"hours": [], "note": ""},
    }
    assert (version.country, version.timezone) == ("NL", "Europe/Amsterdam")
    assert desk.get(answer.headers["Location"]).status_code == 200


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("day_2", "9 to 5", "9 to 5"),
        ("day_2", "25:00-26:00", "no such time"),
        ("day_2", "22:00-06:00", "closes before it opens"),
        ("day_2", "9-13, 12-17", "overlap"),
        ("exceptions", "2030-12-24 9-13\nChristmas", "Line 2"),
        ("exceptions", "2030-12-24 13-9", "closes before it opens"),
        ("exceptions", "2030-02-30", "Line 1"),
        ("subdivision", "SCT", "Known are"),
        ("timezone", "Europe/Atlantis", "Atlantis"),
    ],
)
def test_what_makes_no_sense_is_told_at_its_place(desk, field, text, told):
    answer = desk.post("/settings/calendars/new/", FILLED | {"country": "DE", field: text})
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert told in answer.context["form"].errors[field][0]
    assert not Calendar.objects.exists()


def test_a_week_without_hours_is_refused(desk):
    answer = desk.post("/settings/calendars/new/", FILLED | dict.fromkeys(WEEK, ""))
    assert list(answer.context["form"].errors) == ["day_0"]


def test_a_name_in_use_is_told_at_the_name(desk, office):
    answer = desk.post("/settings/calendars/new/", FILLED | {"name": "Office"})
    assert list(answer.context["form"].errors) == ["name"]


def test_the_form_shows_the_hours_as_they_are(desk, office):
    page = desk.get(f"/settings/calendars/{office.pk}/versions/").content.decode()
    assert 'value="09:00–17:00"' in page
    assert "Stocktaking" in page


def test_she_changes_the_hours_from_a_date_on(desk, office):
    starts = timezone.now().date() + timedelta(days=40)
    answer = desk.post(
        f"/settings/calendars/{office.pk}/versions/", FILLED | {"day_5": "10-14", "valid_from": starts.isoformat()}
    )
    assert answer.status_code == 302
    version = office.versions.get(number=2)
    assert version.weekly["5"] == [["10:00", "14:00"]]
    assert version.valid_from == datetime.combine(starts, time(0), ZoneInfo("Europe/Amsterdam"))
    assert "to come" in desk.get(f"/settings/calendars/{office.pk}/").content.decode()


@pytest.mark.parametrize("start", ["2020-01-01", "9999-12-31"])
def test_a_start_in_the_past_or_on_a_day_that_nobody_means_is_refused(desk, office, start):
    answer = desk.post(f"/settings/calendars/{office.pk}/versions/", FILLED | {"valid_from": start})
    assert list(answer.context["form"].errors) == ["valid_from"]


def test_she_renames_it(desk, office):
    desk.post(f"/settings/calendars/{office.pk}/name/", {"name": "Head office"})
    office.refresh_from_db()
    assert office.name == "Head office"


PAGES = ["", "new/", "{key}/", "{key}/versions/", "{key}/name/"]


@pytest.mark.parametrize("page", PAGES)
def test_agents_and_strangers_stay_out(client, bea, set_up, office, page):
    address = "/settings/calendars/" + page.format(key=office.pk)
    assert "/sign-in" in client.get(address).headers["Location"]
    client.force_login(bea)
    assert client.get(address).status_code == 403
    assert client.post(address, FILLED).status_code in (403, 405)
    assert office.versions.count() == 1


@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows(desk, office, page):
    assert desk.get("/settings/calendars/" + page.format(key=office.pk)).status_code == 200
