"""Handing a case over: offered, and accepted by keyboard from the list or on the case page."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser import look
from tests.permissions import house as houses
from tests.permissions.house import AGENT, LEAD, House


@pytest.fixture
def house(transactional_db) -> House:
    return houses.build()


def test_what_is_offered_is_for_everybody(browser_page, house):
    page = browser_page(reverse("inbox-view", args=["offered"]), user=house.people[LEAD])
    look.everywhere(page, "offered-list")
    page.goto(reverse("case", args=[house.refund.ref]))
    page.locator("#decline > summary").click()
    page.locator("#offered").scroll_into_view_if_needed()
    look.everywhere(page, "offered-case")


def test_the_receiver_accepts_by_one_key(browser_page, house):
    page = browser_page(reverse("case", args=[house.refund.ref]), user=house.people[LEAD])
    page.keyboard.press("f")
    expect(page.locator(".shell").get_by_text("Cleo Marsh accepted the case and answers for it now")).to_be_visible()
    expect(page.locator("#offered")).to_have_count(0)


def test_in_the_list_the_key_leads_to_the_first_and_enter_accepts_it(browser_page, house):
    page = browser_page(reverse("inbox-view", args=["offered"]), user=house.people[LEAD])
    page.keyboard.press("f")
    expect(page.get_by_role("button", name="Accept: My refund of order 1815")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{house.refund.ref}**")
    house.refund.refresh_from_db()
    assert house.refund.owner == house.people[LEAD]


def test_the_giver_sees_what_waits_and_takes_it_back(browser_page, house):
    page = browser_page(reverse("case", args=[house.refund.ref]), user=house.people[AGENT])
    expect(page.locator(".shell").get_by_text("Bea Lind offers this case to your team Money.")).to_be_visible()
    page.locator("#offered").get_by_role("button", name="Take it back").press("Enter")
    expect(page.locator("#offered")).to_have_count(0)
