"""Tags: put on by keyboard with suggestions, taken off, seen in lists, and kept by administrators."""

from playwright.sync_api import expect

from makegood.cases.actions import tags
from makegood.staff import actions as staff
from makegood.staff.models import Role
from tests.browser import look


def test_a_tag_is_put_on_by_keyboard_with_suggestions_and_taken_off(browser_page, desk):
    tags.put_on(desk["rain"], ["harbour bank"], by=desk["bea"], at=desk["now"])
    page = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])
    page.keyboard.press("l")
    expect(page.locator("#tag-name")).to_be_focused()
    page.keyboard.type("harb")
    expect(page.locator("#tags-offered option")).to_have_count(1)
    expect(page.locator("#tags-offered option")).to_have_attribute("value", "harbour bank")
    page.locator("#tag-name").fill("harbour bank, angry")
    page.keyboard.press("Enter")
    expect(page.locator("#tags .tag")).to_have_text(["angry", "harbour bank"])
    expect(page.locator("#tag-name")).to_be_focused()
    expect(page.locator("#tag-name")).to_have_value("")
    expect(page.locator("#beside .case-row[aria-current] .tag")).to_have_count(2)
    look.everywhere(page, "desk-tags")
    page.get_by_role("button", name="Take off: angry").click()
    expect(page.locator("#tags .tag")).to_have_text(["harbour bank"])
    page.locator("#tag-name").fill("x" * 41)
    page.keyboard.press("Enter")
    expect(page.locator("#tag-refused")).to_contain_text("at most 40 letters")
    expect(page.locator("#tag-name")).to_have_value("x" * 41)
    expect(page.locator("#tag-name")).to_be_focused()
    page.complaints.clear()  # of the refusal
    page.goto("/")
    expect(page.locator(".case-row .tag")).to_have_count(2)
    look.everywhere(page, "inbox-tags")


def test_tags_without_script(browser_page, desk):
    page = browser_page(f"/cases/{desk['rain'].ref}", user=desk["bea"], script=False)
    page.locator("#tag-name").fill("bank")
    page.locator("#act-tag").get_by_role("button", name="Add").click()
    expect(page.locator("#tags .tag")).to_have_text(["bank"])
    page.get_by_role("button", name="Take off: bank").click()
    expect(page.locator("#tags .tag")).to_have_count(0)


def test_an_administrator_keeps_the_list(browser_page, desk):
    tags.put_on(desk["rain"], ["refunds", "refund"], by=desk["bea"], at=desk["now"])
    olive = staff.enrol(email="olive@hale.example", name="Olive", role=Role.ADMIN, teams=[desk["team"]], at=desk["now"])
    page = browser_page("/settings/tags/", user=olive)
    expect(page.locator(".settings__name")).to_have_text(["refund", "refunds"])
    look.everywhere(page, "tags")
    page.get_by_role("link", name="refunds").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("refunds")
    look.everywhere(page, "tag")
    page.get_by_label("Merge it into").fill("Refund")
    page.get_by_role("button", name="Merge").click()
    expect(page.locator(".settings__name")).to_have_text(["refund"])
