"""The pages of promises: open to everyone, with the keyboard, in light, dark and at 320 px."""

import pytest

from tests.browser import look
from tests.permissions import house as houses
from tests.permissions.house import LEAD, House


@pytest.fixture
def house(transactional_db) -> House:
    """A company in which promises broke while Makegood was not running."""
    return houses.build()


def test_cleo_releases_what_was_held(browser_page, house):
    page = browser_page("/promises/held/", user=house.people[LEAD])
    look.everywhere(page, "held")
    page.get_by_label("Reason").select_option("other")
    page.get_by_role("button", name="Excuse all").click()
    page.get_by_text("Say the reason in your words.").first.wait_for()
    page.complaints.clear()  # that answer is a 422, on purpose
    look.everywhere(page, "held-wrong")
    page.get_by_label("In your words").fill("The cleaner pulled the plug")
    page.get_by_label("In your words").press("Enter")
    page.get_by_role("heading", name="Nothing is held").or_(page.get_by_text("Nothing is held")).first.wait_for()
    look.everywhere(page, "held-none")


def test_the_ledger_is_read_by_everyone(browser_page, house):
    page = browser_page("/ledger/", user=house.people[LEAD])
    look.everywhere(page, "ledger")
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("What happened").select_option("excused")
    page.get_by_role("button", name="Show", exact=True).click()
    page.locator(".shell").get_by_text("No entry matches").wait_for()
    look.everywhere(page, "ledger-none")


def test_the_charter_page_with_its_figures(browser_page, house):
    page = browser_page("/charter")
    look.everywhere(page, "charter-figures")
