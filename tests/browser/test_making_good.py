"""Making good on the case page: by keyboard and without a script, on a telephone, for everybody."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from makegood.recovery import actions as recovery
from makegood.recovery.gift import Gift
from makegood.recovery.models import Remedy
from makegood.staff.models import Role
from tests.browser import look
from tests.permissions import house as houses
from tests.permissions.house import ADMIN, AGENT, LEAD, House


@pytest.fixture
def house(transactional_db) -> House:
    house = houses.build()
    amounts = {"currency": "EUR", "per_case": Decimal(50), "per_month": Decimal(500)}
    recovery.set_authority(role=Role.AGENT, **amounts, by=house.people[ADMIN], at=timezone.now())
    return house


def test_the_panel_is_for_everybody(browser_page, house):
    recovery.grant(house.refund, Gift("call"), by=house.people[AGENT], at=timezone.now())
    page = browser_page(reverse("case", args=[house.refund.ref]), user=house.people[LEAD])
    page.locator("#grant > summary").click()
    expect(page.locator("#grant[open]")).to_be_visible()
    look.everywhere(page, "making-good")


def test_every_page_about_it_is_for_everybody(browser_page, house):
    page = browser_page("/remedies/", user=house.people[ADMIN])
    look.everywhere(page, "remedies")
    page.goto("/settings/authority/")
    look.everywhere(page, "authority")
    page.goto("/settings/refunds/")
    look.everywhere(page, "refunds")
    page.goto(reverse("cashier", args=[house.cashier.pk]))
    look.everywhere(page, "payment-system")
    page.goto(reverse("charter-write", args=[house.hale.slug]))
    look.everywhere(page, "charter-remedies")


def test_an_agent_gives_by_one_press_and_asks_by_another_without_leaving_the_page(browser_page, house):
    page = browser_page(reverse("case", args=[house.refund.ref]), user=house.people[AGENT])
    page.get_by_role("button", name="Voucher €10.00").press("Enter")
    page.locator(".shell").get_by_text("You may still give €30.00 in this case").wait_for()
    assert Remedy.objects.get(kind="voucher").minor == 1000
    page.locator("#grant > summary").press("Enter")
    page.get_by_label("Amount").fill("400")
    page.get_by_role("button", name="Give it").press("Enter")
    page.get_by_text("more than you may grant yourself").first.wait_for()
    page.locator("#grant > summary").press("Enter")
    expect(page.get_by_text("more than you may grant yourself").first).to_be_visible()
    page.locator("#grant > summary").press("Enter")
    page.complaints.clear()  # the browser writes down that the answer was 422
    page.get_by_role("button", name="Ask a lead").press("Enter")
    page.locator(".shell").get_by_text("Bea Lind asks a lead: A voucher: €400.00").wait_for()


def test_a_remedy_whose_letter_came_back_is_sent_to_another_address(browser_page, desk):
    gift = Gift(kind="words", words="A box of tea")
    recovery.grant(desk["refund"], gift, by=desk["cleo"], at=desk["now"])
    owed = Remedy.objects.get(case=desk["refund"], kind="words")
    recovery.note_undelivered(owed.pk, explanation="550 5.1.1 No such user", at=desk["now"])
    page = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])
    panel = page.locator("#remedies")
    expect(panel).to_contain_text("letter came back")
    panel.get_by_label("Send it to another address").fill("ada@home.example")
    look.everywhere(page, "letter-came-back")
    panel.get_by_role("button", name="Send it again").click()
    expect(panel).not_to_contain_text("letter came back")
