"""The lists: views with their counts, pages, what is unread, finding, and the address that carries all of it."""

import re

import pytest
from playwright.sync_api import expect

from makegood.cases import actions as cases
from tests.browser import look
from tests.browser.hale import MINUTE, wrote, wrote_again


@pytest.fixture
def many(desk):
    """Sixty more cases, so that a list has a second page."""
    for number in range(60):
        at = desk["now"] - (number + 1) * MINUTE
        wrote(desk["brand"], f"Customer {number}", f"c{number}@customer.example", f"Matter {number}", "Words", at)
    return desk


def test_the_list_one_came_from_stays_beside_the_case(browser_page, many):
    cases.assign(many["rain"], owner=many["bea"], by=many["bea"], at=many["now"])
    page = browser_page("/inbox/mine/", user=many["bea"])
    expect(page.locator(".case-row")).to_have_count(2)
    page.get_by_role("link", name="Delivery left in the rain").click()
    expect(page).to_have_url(re.compile(r"/cases/C-\w+\?in=mine$"))
    expect(page.locator("#beside .case-row")).to_have_count(2)
    page.get_by_role("button", name="Resolve").click()
    expect(page.locator("#beside .case-row")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"\?in=mine$"))
    page.locator("#beside .case-row").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Third time I ask about my refund")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Delivery left in the rain")
    page.reload()
    expect(page.locator("#beside h2")).to_contain_text("Mine")


def test_pages_further_and_back(browser_page, many):
    page = browser_page("/inbox/all/", user=many["bea"])
    expect(page.locator("#views a", has_text="All open").locator(".count")).to_have_text("64")
    expect(page.locator(".case-row")).to_have_count(50)
    first = set(page.locator(".case-row__subject").all_inner_texts())
    page.keyboard.press("]")
    page.wait_for_url("**/inbox/all/?after=*")
    expect(page.locator(".case-row")).to_have_count(14)
    assert not first & set(page.locator(".case-row__subject").all_inner_texts())
    look.everywhere(page, "desk-second-page")
    page.locator(".case-row").nth(3).click()
    expect(page.locator("#beside .case-row[aria-current]")).to_have_count(1)
    page.locator("#beside h2 a").click()
    page.wait_for_url("**/inbox/all/?after=*")
    page.keyboard.press("[")
    expect(page.locator(".case-row")).to_have_count(50)


def test_what_is_read_is_no_longer_marked(browser_page, desk):
    page = browser_page("/", user=desk["bea"])
    row = page.locator(".case-row", has_text="Delivery left in the rain")
    expect(row).to_have_attribute("data-unread", "")
    row.click()
    expect(page.locator(".case-row[aria-current]")).not_to_have_attribute("data-unread", "")
    page.goto("/")
    expect(row).not_to_have_attribute("data-unread", "")
    wrote_again(desk["rain"], "It still rains.", desk["now"] + MINUTE)
    page.reload()
    expect(row).to_have_attribute("data-unread", "")


@pytest.mark.parametrize("asked", ["zivile@customer.example", "prisijungti paskyra", "Šimkutė", "simkute"])
def test_a_case_is_found_by_address_and_words(browser_page, desk, asked):
    page = browser_page("/", user=desk["bea"])
    page.keyboard.press("/")
    page.keyboard.type(asked)
    page.keyboard.press("Enter")
    expect(page.locator(".case-row")).to_have_count(1)
    expect(page.locator(".case-row")).to_contain_text("Negaliu prisijungti")


def test_a_reference_leads_straight_to_its_case(browser_page, desk):
    page = browser_page(f"/search?q={desk['rain'].ref.lower()}", user=desk["bea"])
    expect(page.get_by_role("heading", level=1)).to_have_text("Delivery left in the rain")
    page.goto("/search?q=zebra")
    expect(page.locator(".shell").get_by_text("Nothing found")).to_be_visible()
    look.everywhere(page, "desk-nothing-found")


def test_done_cases_have_a_list_of_their_own(browser_page, desk):
    cases.resolve(desk["rain"], by=desk["bea"], at=desk["now"])
    page = browser_page("/inbox/done/", user=desk["bea"])
    expect(page.locator(".case-row")).to_have_count(1)
    page.locator(".case-row").click()
    expect(page.get_by_role("button", name="Reopen")).to_be_visible()
    expect(page.locator("#beside h2")).to_contain_text("Resolved and closed")
    page.get_by_role("button", name="Reopen").click()
    expect(page.locator(".case__about")).to_contain_text("Waiting for us")
