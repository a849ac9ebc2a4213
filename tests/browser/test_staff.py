"""Olive, who runs Makegood, invites Bea; Bea joins, signs in and out. In a browser, with the keyboard."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from makegood.brands import actions as brands
from makegood.calendars import actions as calendars
from makegood.staff import actions as staff
from makegood.staff.models import Role
from tests.browser import look

PASSWORD = "correct horse battery"


@pytest.fixture
def olive(transactional_db):
    now = timezone.now()
    brands.found_organisation(name="Hale", country="GB", at=now)
    team = staff.make_team(name="Support", by="", at=now)
    week = {str(day): [["09:00", "17:00"]] for day in range(5)}
    hours = calendars.create(name="Office hours", timezone="Europe/London", weekly=week, country="GB", by="", at=now)
    brands.open_brand(
        name="Hale", languages=["en", "lt"], timezone="Europe/London", calendar=hours, teams=[team], by="", at=now
    )
    return staff.enrol(
        email="olive@hale.example", name="Olive", role=Role.ADMIN, teams=[team], password=PASSWORD, at=now
    )


def test_olive_invites_bea_and_bea_joins(browser_page, olive, live_server, settings):
    settings.BASE_URL = live_server.url
    page = browser_page("/settings/staff/", user=olive)
    look.everywhere(page, "staff")
    page.get_by_role("link", name="Invite somebody").click()
    page.get_by_label("Name").fill("Bea Lind")
    page.get_by_label("Mail address").fill("olive@hale.example")
    page.get_by_label("Support").check()
    page.get_by_role("button", name="Invite").click()
    expect(page.get_by_text("is already here").first).to_be_visible()
    look.everywhere(page, "staff-invite-wrong")
    page.get_by_label("Mail address").fill("bea@hale.example")
    page.get_by_label("Mail address").press("Enter")
    link = page.get_by_label("Link").input_value()
    look.everywhere(page, "staff-link")

    bea = browser_page(link, locale="lt-LT")
    look.everywhere(bea, "staff-invitation")
    bea = browser_page(link)
    bea.get_by_label("Password").fill("short")
    bea.get_by_role("button", name="Join").click()
    bea.get_by_label("Password").fill(PASSWORD)
    bea.get_by_label("Time zone").select_option("Europe/Vilnius")
    bea.get_by_role("button", name="Join").click()
    bea.complaints.clear()  # the inbox, where she lands, is not part of this story
    bea.goto("/profile/")
    assert bea.get_by_label("Time zone").input_value() == "Europe/Vilnius"
    look.everywhere(bea, "profile")
    bea.goto(link)
    expect(bea.get_by_role("heading", name="no longer works")).to_be_visible()
    bea.complaints.clear()  # that page is a 410, on purpose
    look.everywhere(bea, "staff-link-spent")


def test_somebody_signs_in_after_a_wrong_try(browser_page, olive):
    page = browser_page("/profile/")
    look.everywhere(page, "sign-in")
    page.get_by_label("Mail address").fill("olive@hale.example")
    page.get_by_label("Password").fill("wrong")
    page.get_by_label("Password").press("Enter")
    page.get_by_text("do not fit together").first.wait_for()
    page.complaints.clear()  # that answer is a 400, on purpose
    look.everywhere(page, "sign-in-wrong")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Password").press("Enter")
    page.get_by_role("heading", name="Your settings").wait_for()
    page.get_by_text("Olive").first.click()
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.get_by_role("link", name="Forgot your password?").click()
    expect(page).to_have_url(re.compile("/forgotten"))
    look.everywhere(page, "forgotten")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/settings/", "settings"),
        ("/settings/organisation/", "organisation"),
        ("/settings/brands/", "brands"),
        ("/settings/brands/hale/", "brand"),
        ("/settings/teams/", "teams"),
        ("/settings/teams/new/", "team-new"),
        ("/profile/", "profile-admin"),
    ],
)
def test_every_settings_page_is_open_to_everyone(browser_page, olive, path, name):
    look.everywhere(browser_page(path, user=olive), name)
