"""The duty rota in a real browser: an absence by keyboard, and a lead who sets how cases come to their owners."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from makegood.cases import actions as cases
from tests.browser import look
from tests.permissions import house as houses
from tests.permissions.house import AGENT, LEAD, House


@pytest.fixture
def house(transactional_db) -> House:
    return houses.build()


def test_she_notes_that_she_is_away(browser_page, house):
    page = browser_page(reverse("rota"), user=house.people[AGENT])
    today = timezone.localdate()
    page.get_by_label("First day away").fill((today + dt.timedelta(days=20)).isoformat())
    page.get_by_label("First day back").fill((today + dt.timedelta(days=10)).isoformat())
    page.get_by_role("button", name="Note the absence").click()
    expect(page.locator(".field[data-state=wrong]")).to_contain_text("lies after the first day away")
    page.complaints.clear()  # the browser writes down that the answer was 422
    look.everywhere(page, "rota-wrong")
    page.get_by_label("First day back").fill((today + dt.timedelta(days=30)).isoformat())
    page.get_by_label("First day back").press("Enter")
    expect(page.locator(".settings")).to_contain_text("back on")
    look.everywhere(page, "rota")


def test_a_lead_sets_the_rota_and_the_case_tells_why(browser_page, house):
    page = browser_page(reverse("rota"), user=house.people[LEAD])
    page.get_by_role("link", name="Change the rota of Money").click()
    page.locator("summary", has_text="Bea Lind").press("Enter")
    expect(page.get_by_label("Open cases at once").first).to_be_visible()
    page.get_by_label("In turn (round robin)").check()
    look.everywhere(page, "rota-team")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Duty rota")
    cases.assign(house.sold, owner=None, by=house.people[AGENT], at=timezone.now())
    assert cases.route(house.sold, at=timezone.now()).owner is not None
    page.goto(reverse("case", args=[house.sold.ref]))
    expect(page.locator(".happening", has_text="The rota gave the case to")).to_be_visible()
    look.everywhere(page, "rota-case")
