"""Olive finds a browser that she does not know, and signs it out."""

from playwright.sync_api import expect

from tests.browser import look
from tests.browser.test_staff import PASSWORD, olive  # noqa: F401 - the fixture


def enter(page):
    page.get_by_label("Mail address").fill("olive@hale.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Password").press("Enter")
    expect(page.get_by_role("heading", name="Where you are signed in")).to_be_visible()


def test_olive_ends_a_browser_that_she_does_not_know(browser_page, olive):  # noqa: F811
    here, there = browser_page("/profile/sessions/"), browser_page("/profile/sessions/")
    enter(there)
    enter(here)
    expect(here.get_by_text("Chrome on Linux")).to_have_count(2)
    expect(here.locator(".badge", has_text="this browser")).to_have_count(1)
    look.everywhere(here, "profile-sessions")
    here.get_by_role("button", name="Sign out Chrome Linux").click()
    expect(here.get_by_text("That browser is signed out.").first).to_be_visible()
    expect(here.get_by_text("Chrome on Linux")).to_have_count(1)
    there.reload()
    expect(there.get_by_role("heading", name="Sign in")).to_be_visible()
