"""How both sides saw a case: the customer's three lines, the case page, and the figures."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from makegood.cases import actions as cases
from makegood.feedback import actions as feedback
from makegood.feedback.account import Account
from tests.browser import look
from tests.permissions import house as houses
from tests.permissions.house import AGENT, LEAD, House


@pytest.fixture
def house(transactional_db) -> House:
    house = houses.build()
    cases.resolve(house.refund, by=house.people[AGENT], at=timezone.now())
    return house


def test_both_accounts_and_the_figures_are_for_everybody(browser_page, house):
    at, refund = timezone.now(), house.refund
    feedback.state(refund, Account("A refund", 5, True), by=house.people[AGENT], at=at)
    feedback.look(
        feedback.answer(refund, Account("My money back", 2, True), by=refund.customer, at=at),
        by=house.people[AGENT],
        at=at,
    )
    page = browser_page(reverse("case", args=[refund.ref]), user=house.people[LEAD])
    page.locator("#how-we-see-it > summary").click()
    page.locator("#accounts").scroll_into_view_if_needed()
    look.everywhere(page, "both-sides")
    page.goto(reverse("feedback"))
    look.everywhere(page, "feedback")
    page.goto(reverse("feedback-cases"))
    look.everywhere(page, "feedback-cases")


def test_a_customer_tells_it_in_three_lines(browser_page, house):
    page = browser_page(f"/c/{house.token}/account")
    page.get_by_label("What did you need?").fill("My money back")
    page.get_by_label("How did it go?").select_option("4")
    look.everywhere(page, "customer-account")
    page.get_by_label("Is it solved?").select_option("yes")
    page.get_by_role("button", name="Tell us").click()
    expect(page.locator("#messages")).to_contain_text("Thank you for telling us.")
