"""Time on the case page, by keyboard and by hand."""

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from makegood.brands import actions as brands
from makegood.brands.models import Organisation
from tests.browser import look


def test_timed_by_keyboard_noted_by_hand_and_corrected(browser_page, desk):
    founded = Organisation.objects.get()
    brands.edit_organisation(founded, name=founded.name, country="GB", tracks_time=True, by="", at=timezone.now())
    page = browser_page(reverse("case", args=[desk["refund"].ref]), user=desk["bea"])
    panel = page.locator("#hours")
    page.keyboard.press("s")
    expect(panel.get_by_text("Your timer has been running since")).to_be_visible()
    page.keyboard.press("s")
    expect(panel.get_by_role("button", name="Start a timer")).to_be_visible()
    expect(panel.locator("h2 .count")).to_have_text("1 min")
    panel.get_by_text("Note time by hand").click()
    panel.get_by_label("Minutes").fill("74")
    panel.get_by_label("What was done").fill("On the phone with the bank.")
    panel.get_by_role("button", name="Note it").click()
    expect(panel.locator("h2 .count")).to_have_text("1 hr 15 min")
    panel.get_by_text("2 entries").click()
    expect(panel.get_by_text("On the phone with the bank.")).to_be_visible()
    panel.scroll_into_view_if_needed()
    look.everywhere(page, "hours")
    panel.get_by_role("link", name="Correct").first.click()
    page.get_by_label("Minutes").fill("70")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("74 min became 70 min.")).to_be_visible()
    look.everywhere(page, "time-entry")
