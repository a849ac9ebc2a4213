"""Ada and her page, by keyboard alone: she writes, answers with a file, and says that it is not solved."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from makegood.cases import actions as cases
from makegood.cases.models import Case, CaseState
from tests.browser import look
from tests.permissions import house as houses
from tests.permissions.house import AGENT, PIXEL, House


@pytest.fixture
def house(transactional_db) -> House:
    return houses.build()


def tab_to(page, name: str) -> None:
    """Press Tab until the focus is on what is called so; fails when it never comes there."""
    for _ in range(40):
        page.keyboard.press("Tab")
        called = page.evaluate(
            "document.activeElement.labels?.[0]?.innerText || document.activeElement.innerText || ''"
        )
        if name in called:
            return
    raise AssertionError(f"the keyboard does not reach {name}")


def test_ada_is_heard_by_one_field(browser_page, house):
    page = browser_page("/b/hale/ask")
    page.get_by_label("What can we do for you?").wait_for()
    tab_to(page, "What can we do for you?")  # where forms are offered above it, they come first
    page.keyboard.type("Where is my parcel? It was to come on Monday.")
    tab_to(page, "Your mail address")
    page.keyboard.type("not an address")
    page.evaluate("document.querySelector('form.form').noValidate = true")  # as a browser that does not check
    tab_to(page, "Send")
    page.keyboard.press("Enter")
    page.get_by_text("Please look at this again").wait_for()
    page.complaints.clear()  # that answer is a 422, on purpose
    assert page.get_by_label("What can we do for you?").input_value().startswith("Where is my parcel?")
    assert page.get_by_label("Your mail address").input_value() == "not an address"
    look.everywhere(page, "ask-wrong")
    page.get_by_label("Your mail address").fill("")
    tab_to(page, "Send")
    page.keyboard.press("Enter")
    page.get_by_text("Keep this page").first.wait_for()
    expect(page.get_by_text("we reply within 4 working hours")).to_be_visible()
    expect(page.get_by_text("By: ").first).to_be_visible()
    look.everywhere(page, "customer-asked")


def test_ada_answers_and_says_that_it_is_not_solved(browser_page, house):
    cases.resolve(house.refund, by=house.people[AGENT], at=timezone.now())
    page = browser_page(f"/c/{house.token}")
    look.everywhere(page, "customer-resolved")
    tab_to(page, "No, not solved")
    page.keyboard.press("Enter")
    page.get_by_text("We are on it again").first.wait_for()
    house.refund.refresh_from_db()
    assert house.refund.state == CaseState.WAITING_FOR_US

    page.get_by_label("Write to us").fill("Here is the receipt.")
    page.get_by_label("Files").set_input_files([{"name": "receipt.png", "mimeType": "image/png", "buffer": PIXEL}])
    tab_to(page, "Send")
    page.keyboard.press("Enter")
    page.get_by_text("We have your message.").first.wait_for()
    expect(page.get_by_role("link", name="receipt.png").last).to_be_visible()
    expect(page.get_by_text("Bea Lind of Hale is responsible")).to_be_visible()
    assert Case.objects.get(pk=house.refund.pk).messages.filter(text="Here is the receipt.").count() == 1


@pytest.mark.parametrize(("language", "heading"), [("lt", "Ką jums pažadėjome"), ("ja", "お客様へのお約束")])
def test_the_page_speaks_the_language_of_the_case(browser_page, house, language, heading):
    Case.objects.update(language=language)
    page = browser_page(f"/c/{house.token}")
    page.get_by_role("heading", name=heading).wait_for()


def test_without_script_ada_is_heard_as_well(browser_page, house):
    page = browser_page(f"/c/{house.token}", script=False)
    page.locator("textarea").fill("No script here.")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("No script here.").wait_for()
