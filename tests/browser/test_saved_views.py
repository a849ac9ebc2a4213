"""A search is saved as a view, stands in the inbox, and goes along into its cases."""

import re

from playwright.sync_api import expect

from makegood.cases.actions import tags
from tests.browser import look


def test_a_search_becomes_a_view_of_the_inbox(browser_page, desk):
    tags.put_on(desk["rain"], ["harbour bank"], by=desk["bea"], at=desk["now"])
    page = browser_page('/search?q=tag:"harbour bank"', user=desk["bea"])
    page.get_by_role("link", name="Save as a view").click()
    page.get_by_label("Name").fill("About the bank")
    look.everywhere(page, "saved-view")
    page.get_by_role("button", name="Save").click()
    expect(page).to_have_url(re.compile(r"/inbox/v-\w+/$"))
    entry = page.locator("#views a", has_text="About the bank")
    expect(entry).to_have_attribute("aria-current", "page")
    expect(entry.locator(".count")).to_have_text("1")
    tags.put_on(desk["refund"], ["harbour bank"], by=desk["bea"], at=desk["now"])
    page.reload()
    expect(page.locator(".case-row")).to_have_count(2)
    expect(entry.locator(".count")).to_have_text("2")
    look.everywhere(page, "inbox-saved-view")
    page.locator(".case-row", has_text="Delivery left in the rain").click()
    expect(page).to_have_url(re.compile(r"\?in=v-\w+$"))
    expect(page.locator("#beside h2")).to_contain_text("About the bank")
    expect(page.locator("#beside .case-row")).to_have_count(2)
    page.goto("/views/")
    expect(page.locator(".settings__name")).to_have_text("About the bank")
    look.everywhere(page, "saved-views")
