"""Cleo changes the opening hours, in a browser, with the keyboard."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from makegood.brands import actions as brands
from makegood.calendars import actions as calendars
from makegood.staff import actions as staff
from makegood.staff.models import Role
from tests.browser import look

WEEK = {str(day): [["09:00", "17:00"]] for day in range(5)}


@pytest.fixture
def cleo(transactional_db):
    now = timezone.now()
    brands.found_organisation(name="Hale", country="GB", at=now)
    calendars.create(name="Office hours", timezone="Europe/London", weekly=WEEK, country="GB", by="", at=now)
    person = staff.invite(email="cleo@hale.example", name="Cleo", role=Role.LEAD, teams=[], by="", at=now)
    return staff.accept(
        person,
        name="Cleo",
        password="correct horse battery",
        language="en",
        timezone="Europe/London",
        at=now,
    )


def test_cleo_changes_the_hours(browser_page, cleo):
    page = browser_page("/settings/calendars/", user=cleo)
    look.everywhere(page, "calendars")
    page.get_by_role("link", name="Office hours").click()
    expect(page.get_by_text("Christmas Day").first).to_be_visible()
    look.everywhere(page, "calendar")

    page.get_by_role("link", name="Change the hours").click()
    wednesday = page.get_by_label("Wednesday")
    wednesday.fill("9-13, 12-17")
    wednesday.press("Enter")
    expect(page.get_by_text("These hours overlap").first).to_be_visible()
    look.everywhere(page, "calendar-wrong")

    page.get_by_label("Wednesday").fill("9-12, 13-17")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("row", name="Wednesday").get_by_text("09:00–12:00, 13:00–17:00")).to_be_visible()
    expect(page.get_by_text("Version 2")).to_be_visible()
