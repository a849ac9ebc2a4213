"""Filter words: typed into the one box, told when they are not understood, kept in the address."""

from playwright.sync_api import expect

from makegood.cases.actions import tags
from tests.browser import look


def test_filter_words_are_found_told_and_kept_in_the_address(browser_page, desk):
    tags.put_on(desk["rain"], ["harbour bank"], by=desk["bea"], at=desk["now"])
    page = browser_page("/search", user=desk["bea"])
    expect(page.locator(".filter-words")).to_be_visible()
    look.everywhere(page, "filter-words")
    page.locator("#q").fill("owner:zoe stauts:open")
    page.keyboard.press("Enter")
    expect(page.locator("#unclear")).to_contain_text("Did you mean “status:”?")
    expect(page.locator("#q")).to_have_value("owner:zoe stauts:open")
    look.everywhere(page, "filter-words-unclear")
    page.locator("#q").fill("owner:none status:open promise:late")
    page.keyboard.press("Enter")
    expect(page.locator(".case-row")).to_have_count(2)
    page.get_by_role("link", name="Oldest words first").click()
    expect(page.locator(".case-row__subject").first).to_have_text("Delivery left in the rain")
    expect(page.locator("#q")).to_have_value("owner:none status:open promise:late")
    look.everywhere(page, "found-by-filter-words")
    page.goto("/search?tag=harbour%20bank")
    expect(page.locator(".case-row")).to_have_count(1)
    expect(page.locator("#q")).to_have_value('tag:"harbour bank"')
