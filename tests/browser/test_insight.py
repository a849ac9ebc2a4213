"""Reports and the board in a real browser: read on a telephone and across a room, each figure opens its cases."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.clockwork import following
from makegood.customers import actions as customers
from makegood.events.models import Reaction
from makegood.insight import actions as insight
from makegood.insight import links
from makegood.insight.models import Screen
from tests.browser import look
from tests.permissions import house as houses
from tests.permissions.house import AGENT, LEAD, House

DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
WALL = {"width": 1920, "height": 1080}


@pytest.fixture
def house(transactional_db) -> House:
    """With some weeks of cases, counted."""
    house, now = houses.build(), timezone.now()
    for number in range(40):
        _case(house, number, at=now - (30 - 0.7 * number) * DAY)
    _bring_up_to_date()
    return house


def _case(house: House, number: int, *, at: dt.datetime) -> None:
    address = f"c{number}@customer.example"
    ada = customers.find_or_create(address=address, name=f"Customer {number}", language="en", at=at)
    words = Words(text="?", language="en", sender=address)
    case, _ = cases.open_case(
        brand=house.hale, customer=ada, subject=f"Order {number}", words=words, channel="email", at=at
    )
    cases.assign(case, owner=house.people[AGENT if number % 3 else LEAD], by=house.people[LEAD], at=at)
    cases.acknowledge(case, channel="email", at=at)
    if number % 4:
        cases.resolve(case, by=house.people[AGENT], at=at + 5 * HOUR)


def _bring_up_to_date() -> None:
    """What the worker does, as far as it is for the figures: all else that follows would take as long again."""
    Reaction.objects.exclude(name__startswith="reports.").delete()
    while following.work(at=timezone.now()) or insight.bring_up_to_date(at=timezone.now()):
        pass


def test_a_lead_reads_reports_and_opens_what_stands_behind(browser_page, house):
    page = browser_page(reverse("reports"), user=house.people[LEAD])
    expect(page.get_by_role("heading", name="Your own figures")).to_be_visible()
    look.everywhere(page, "reports")
    page.get_by_role("link", name="Person", exact=True).click()
    row = page.get_by_role("row", name="Bea Lind")
    expect(row).to_be_visible()
    opened = row.get_by_role("link").first.inner_text()
    row.get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="Opened", level=1)).to_be_visible()
    expect(page.locator("tbody tr")).to_have_count(int(opened))
    look.everywhere(page, "report-cases")
    page.get_by_role("link", name="Reports").last.click()
    page.locator(".chart-table summary").click()
    expect(page.get_by_role("region", name="The charts as a table")).to_be_visible()
    look.never_sideways(page)


def test_an_agent_finds_their_own_figures(browser_page, house):
    page = browser_page(reverse("reports"), user=house.people[AGENT], scheme="dark")
    expect(page.get_by_role("row", name="Opened").first).to_be_visible()
    expect(page.get_by_role("navigation", name="Whose figures")).to_have_count(0)
    look.everywhere(page, "reports-own")


def test_the_board_by_day_and_across_the_room(browser_page, house):
    page = browser_page(reverse("board"), user=house.people[LEAD])
    expect(page.locator(".board__figure")).to_have_count(6)
    look.everywhere(page, "board")
    page.get_by_role("link", name="Fill the screen").click()
    expect(page.get_by_role("link", name="Leave the full screen")).to_be_visible()
    look.everywhere(page, "board-large")
    page.set_viewport_size(WALL)
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight"), "the wall is not scrolled"


def test_the_board_changes_by_the_clock_without_a_reload(browser_page, house):
    page = browser_page(reverse("board"), user=house.people[LEAD])
    waiting = page.locator(".board__figure").first.locator("dd").first
    before = int(waiting.inner_text())
    page.evaluate("document.body.dataset.stays = 'yes'")
    _case(house, 400, at=timezone.now())
    _bring_up_to_date()
    expect(waiting).to_have_text(str(before + 1))
    expect(page.locator("body")).to_have_attribute("data-stays", "yes")


def test_a_wall_screen_is_opened_looked_at_and_revoked(browser_page, house):
    page = browser_page(reverse("screens"), user=house.people[LEAD])
    look.everywhere(page, "screens")
    page.get_by_label("Where it hangs").fill("Hall")
    page.get_by_label("Brand").select_option(label="Hale")
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_role("link", name="Link of Hall")).to_be_visible()
    address = reverse("wall", args=[links.token(Screen.objects.get(name="Hall"))])
    wall = browser_page(address, size=WALL)
    expect(wall.get_by_role("heading", name="Hale", level=1)).to_be_visible()
    assert wall.evaluate("document.documentElement.scrollHeight <= innerHeight"), "the wall is not scrolled"
    look.everywhere(wall, "wall")
    page.get_by_role("button", name="Revoke Hall").click()
    expect(page.locator("#confirm")).to_be_visible()
    page.locator("[data-confirm-yes]").click()
    expect(page.locator("#messages")).to_contain_text("its link opens nothing any more")
    wall.goto(address)
    expect(wall.get_by_role("heading", level=1)).not_to_have_text("Hale")
    wall.complaints.clear()  # the browser writes down that the answer was 404
