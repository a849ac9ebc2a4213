"""The cost of poor quality in a real browser: read on a telephone too, and a point opens its cases."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.orders import actions as orders
from makegood.orders.models import Order
from makegood.orders.sale import Piece, Sale
from makegood.quality import actions as quality
from makegood.quality.actions.rating import Amounts
from makegood.recovery import actions as recovery
from makegood.recovery.models import Trigger
from tests.browser import look
from tests.permissions import house as houses
from tests.permissions.house import ADMIN, AGENT, House

DAY = dt.timedelta(days=1)
EURO = Amounts("EUR", Decimal("25.00"), Decimal("12.50"), Decimal("4.99"), Decimal("0.75"), 8, 4)
PRODUCTS = ("Lamp for a reading corner", "Clock", "Kettle", "Chair")
CAUSES = ("Late carrier", "Wrong address on the parcel", "Faulty batch", "Unclear manual")


@pytest.fixture
def house(transactional_db) -> House:
    """Where mistakes have a price."""
    house, now = houses.build(), timezone.now()
    quality.set_rates(EURO, brand=None, since=now.date() - 400 * DAY, by=house.people[ADMIN], at=now)
    return house


@pytest.fixture
def history(house) -> None:
    """Half a year of finished cases, and one week in which far more went wrong."""
    olive, now = house.people[ADMIN], timezone.now()
    causes = [recovery.add_cause(name, under=None, by=olive, at=now) for name in CAUSES]
    for number in range(200):
        at = now - (8 + 0.8 * number) * DAY
        _finished(house, number, causes, wrong=number % 7 == 0 or 60 <= number < 67, at=at)
    quality.see_past()


def _finished(house: House, number: int, causes, *, wrong: bool, at: dt.datetime) -> None:
    bea, address = house.people[AGENT], f"c{number}@customer.example"
    ada = customers.find_or_create(address=address, name=f"Customer {number}", language="en", at=at)
    words = Words(text="?", language="en", sender=address)
    case, _ = cases.open_case(
        brand=house.hale, customer=ada, subject=f"Order {number}", words=words, channel="email", at=at
    )
    if wrong:
        name = PRODUCTS[number % 10 % 4]
        piece = Piece(name.split()[0].upper(), 1, Decimal("49.00"), name=name)
        orders.take(Sale(f"20{number}", address, "EUR", at, (piece,)), source="csv", brand=house.hale, at=at)
        cases.note_order(case, Order.objects.get(number=f"20{number}"), by=bea.key, at=at)
        found = recovery.open_by_hand(case, Trigger.Kind.COMPLAINT, by=bea, at=at)
        recovery.learn(found, causes[number % 9 % 4], by=bea, at=at)
    cases.note(case, text="Looked at.", by=bea, at=at)
    cases.resolve(case, by=bea, at=at)
    cases.close_due(at=at + 7 * DAY)


def test_figures_charts_and_what_is_behind_them(browser_page, house, history):
    page = browser_page(reverse("quality"), user=house.people[ADMIN])
    expect(page.locator("svg.control-chart [data-part=signal]").first).to_be_visible()
    look.everywhere(page, "quality")
    page.locator("summary", has_text="The chart of shares as a table").click()
    page.locator("summary", has_text="How we count").click()
    expect(page.locator("details[open] > summary", has_text="How we count")).to_be_visible()
    look.everywhere(page, "quality-open")
    page.locator("svg.control-chart a", has=page.locator("[data-part=signal]")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cases behind the figure")
    look.everywhere(page, "quality-cases")
    page.go_back()
    page.get_by_role("link", name="Late carrier").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Costs behind the figure")
    look.everywhere(page, "quality-costs")


def test_rates(browser_page, house):
    page = browser_page(reverse("quality-rates"), user=house.people[ADMIN])
    look.everywhere(page, "quality-rates")
    page.get_by_label("A complaint").fill("30")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("cell", name="€30.00")).to_be_visible()
