"""A reply that shifts the blame is pointed out as Bea writes it, and leaves when she presses Send."""

import pytest
from playwright.sync_api import expect

from tests.browser import look

BLAMES = "The courier lost your parcel, that is not our fault."


@pytest.fixture
def page(browser_page, desk):
    return browser_page(f"/cases/{desk['rain'].ref}", user=desk["bea"])


def test_it_is_pointed_out_while_she_writes_and_words_are_at_hand(page):
    page.locator("#text").fill(f"Dear Jonas,\n{BLAMES}\n")
    hint = page.get_by_role("region", name="This shifts the blame")
    expect(hint).to_contain_text(BLAMES)
    look.everywhere(page, "desk-blame")
    hint.get_by_role("button", name="Put this in").click()
    expect(page.locator("#text")).to_have_value(f"Dear Jonas,\n{BLAMES}\n{hint.locator('q').last.inner_text()}")
    page.locator("#text").fill(f"Dear Jonas,\n{BLAMES}")
    expect(page.locator("[data-draft-state]")).to_have_text("Draft kept")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(".message", has_text=BLAMES)).to_be_visible()


def test_sent_too_quickly_it_comes_back_once(page):
    page.locator("#text").fill(BLAMES)
    page.locator("#text").press("Control+Enter")
    expect(page.locator("#noticed [data-focus]")).to_contain_text("this shifts the blame")
    page.complaints.clear()  # the browser writes down that the answer was 422
    look.everywhere(page, "desk-blame-asked")
    page.locator("#text").press("Control+Enter")
    expect(page.locator(".message", has_text=BLAMES)).to_be_visible()


def test_without_script_it_comes_back_once(browser_page, desk):
    page = browser_page(f"/cases/{desk['rain'].ref}", user=desk["bea"], script=False)
    page.locator("#text").fill(BLAMES)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator("#noticed")).to_contain_text("Change it, or press again")
    page.complaints.clear()  # the browser writes down that the answer was 422
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(".message", has_text=BLAMES)).to_be_visible()
