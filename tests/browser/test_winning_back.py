"""Winning back a customer in a real browser: the agent on the case page, the customer on theirs."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.recovery import actions as recovery
from makegood.recovery.models import StepName, Trigger
from tests.browser import look
from tests.permissions import house as houses
from tests.permissions.house import ADMIN, AGENT, House


@pytest.fixture
def house(transactional_db) -> House:
    return houses.build()


def test_the_agent_takes_steps_without_leaving_the_case_and_the_customer_answers(browser_page, house):
    bea = house.people[AGENT]
    page = browser_page(reverse("case", args=[house.refund.ref]), user=bea)
    panel = page.locator("#recovery")
    expect(panel).to_contain_text("They have not heard from us yet.")
    expect(panel).to_contain_text("may be a complaint")
    look.everywhere(page, "case-recovery")
    panel.get_by_role("button", name="It is a complaint").click()
    expect(panel).to_contain_text("They complained")
    panel.get_by_role("button", name="They have heard from us").click()
    expect(panel).not_to_contain_text("They have not heard from us yet.")
    panel.get_by_text("Write what went wrong for them").click()
    panel.get_by_label("What went wrong for them").fill("Three weeks without a word.")
    panel.get_by_role("button", name="Save").first.click()
    expect(panel.locator("blockquote")).to_have_text("Three weeks without a word.")
    panel.get_by_role("button", name="It is put right").click()
    expect(panel.get_by_role("button", name="Undo: Put right")).to_be_visible()
    look.everywhere(page, "case-recovery-later")
    customer = browser_page(reverse("customer-case", args=[house.token]))
    look.everywhere(customer, "customer-made-good")
    customer.get_by_role("button", name="Yes, that is it").click()
    customer.get_by_role("button", name="Yes, all is well").click()
    expect(customer.get_by_role("button", name="Yes, all is well")).to_have_count(0)
    page.reload()
    expect(panel).to_contain_text("The customer says: yes, that is it.")
    expect(panel).to_contain_text("All is well again.")


def test_its_other_pages(browser_page, house):
    olive, at = house.people[ADMIN], timezone.now()
    found = house.recovered.recovery
    recovery.understand(found, words="Three weeks without a word.", by=olive, at=at)
    recovery.take(found, StepName.PUT_RIGHT, by=olive, at=at)
    recovery.add_cause("Late", under=house.recovered.cause, by=olive, at=at)
    page = browser_page(reverse("recoveries"), user=olive)
    look.everywhere(page, "recoveries")
    for name, args in (("recovery", [found.ref]), ("golden", []), ("recovery-settings", []), ("causes", [])):
        page.goto(reverse(name, args=args))
        look.everywhere(page, name)


def test_the_return_rates_are_read_on_a_telephone_too(browser_page, house):
    long_ago = timezone.now() - dt.timedelta(days=120)
    for number in range(25):
        _disappointed(house, number, at=long_ago)
    recovery.note_all_customers()
    recovery.count_customers(at=timezone.now())
    page = browser_page(reverse("came-back"), user=house.people[ADMIN])
    expect(page.locator("svg.interval [data-part=rate]").nth(1)).to_be_visible()
    look.everywhere(page, "came-back")
    page.get_by_role("link", name="All: all 25").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("25 recoveries behind the figure")
    look.everywhere(page, "came-back-behind")


def _disappointed(house, number, *, at):
    address = f"customer{number}@customer.example"
    customer = customers.find_or_create(address=address, name=f"Customer {number}", language="en", at=at)
    words = Words(text="?", language="en", sender=address)
    case, _ = cases.open_case(brand=house.hale, customer=customer, subject="?", words=words, channel="email", at=at)
    found = recovery.open_by_hand(case, Trigger.Kind.COMPLAINT, by=house.people[AGENT], at=at)
    recovery.acknowledge(found, by=house.people[AGENT], at=at + dt.timedelta(minutes=number))
    if number % 3:
        cases.open_case(
            brand=house.hale, customer=customer, subject="Another", words=words, channel="email",
            at=at + dt.timedelta(days=9),
        )  # fmt: skip
