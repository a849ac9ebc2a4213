"""Sales and service are one, in the browser: Mira claims what has not come, staff see it, and Sol what became of his sales."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from makegood.cases import tokens
from makegood.insight import actions as insight
from makegood.orders import actions as orders
from makegood.orders.sale import Piece, Sale
from tests.browser import look
from tests.permissions import house as houses
from tests.permissions.house import AGENT, LEAD, SELLER, House

DAY = dt.timedelta(days=1)


@pytest.fixture
def house(transactional_db) -> House:
    """With a year of sales: most came in time; of Mira's newest, one part came and the day is over."""
    house, now = houses.build(), timezone.now()
    for number in range(24):
        _sell(house, f"19{number}", f"c{number}@customer.example", now - 90 * DAY, promised_at=now - 80 * DAY,
              delivered_at=now - 85 * DAY, returned={"CLOCK": 1} if number < 3 else {})  # fmt: skip
    _sell(house, "1821", "mira@customer.example", now - 9 * DAY, promised_at=now - DAY, delivered={"CLOCK": 1},
          support="Gold with a person who knows your house", support_until=now + 300 * DAY)  # fmt: skip
    insight.note_all_sales()
    insight.count_sales(at=now)
    return house


def _sell(house: House, number: str, address: str, at: dt.datetime, **more) -> None:
    clocks = (Piece("CLOCK", 3, Decimal("49.00"), name="A clock for the wall of a long corridor", warranty_days=730),)
    seller = house.people[SELLER].email
    sale = Sale(number, address, "EUR", at, clocks, seller=seller, **more)
    orders.take(sale, source=f"csv:{house.hale.pk.hex}", brand=house.hale, at=at)


def test_a_difference_is_claimed_by_keyboard_and_staff_see_it(browser_page, house):
    page = browser_page(f"/c/{tokens.for_link(house.sold.parties.get().key)}")
    expect(page.locator(".shell").get_by_text("Not all delivered")).to_be_visible()
    look.everywhere(page, "customer-orders")
    page.get_by_role("button", name="Make a claim about order 1821").focus()
    page.keyboard.press("Enter")
    expect(
        page.locator(".shell").get_by_text("Of order 1821 only 1 of 3 pieces have come. I make a claim.")
    ).to_be_visible()
    expect(page.locator(".shell").get_by_text("Claimed on")).to_be_visible()
    expect(page.get_by_role("button", name="Make a claim")).to_have_count(0)
    desk = browser_page(reverse("case", args=[house.sold.ref]), user=house.people[AGENT])
    expect(desk.locator(".shell").get_by_text("Claimed: Not all delivered")).to_be_visible()
    look.everywhere(desk, "case-orders")


def test_sellers_and_their_leads_see_what_became_of_the_sales(browser_page, house):
    page = browser_page(reverse("sellers"), user=house.people[SELLER])
    expect(page.get_by_role("heading", name="Your own sales")).to_be_visible()
    look.everywhere(page, "sellers-own")
    page.get_by_role("link", name="It stands").click()
    page.get_by_label("Your note to whoever is responsible").fill("That batch had weak springs.")
    page.get_by_role("button", name="Write the note").click()
    expect(page.locator(".shell").get_by_text("That batch had weak springs.")).to_be_visible()
    look.everywhere(page, "sale-case")
    lead = browser_page(reverse("sellers"), user=house.people[LEAD])
    look.everywhere(lead, "sellers-lead")
    lead.get_by_role("link", name="Sol Abel").click()
    expect(lead.get_by_role("heading", name="Sol Abel")).to_be_visible()
    look.everywhere(lead, "seller")
