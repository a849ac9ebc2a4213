"""A known problem: a case is tied to it by keyboard, all its customers are told after a look, and it is undone."""

from playwright.sync_api import expect

from makegood.cases.actions import problems
from tests.browser import look


def test_a_case_is_tied_and_all_customers_are_told(browser_page, desk):
    known = problems.Description(
        "The bank sends refunds late", known="Since Monday all transfers wait a day.", workaround="Wait one day more."
    )
    made = problems.open_problem(known, by=desk["bea"], at=desk["now"])
    problems.tie(desk["rain"], problem=made, by=desk["bea"], at=desk["now"])
    page = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])
    page.locator("#problem-ref").click()
    expect(page.locator("#problems-offered option")).to_have_attribute("value", made.ref)
    page.locator("#problem-ref").fill(made.ref)
    page.keyboard.press("Enter")
    expect(page.locator("#problem a").first).to_have_text("The bank sends refunds late")
    look.everywhere(page, "desk-problem")
    page.locator("#problem a").first.click()
    expect(page.locator(".table tbody tr")).to_have_count(2)
    look.everywhere(page, "problem")
    page.get_by_role("link", name="Tell all customers").click()
    page.get_by_label("English").fill("The bank is late. Your refund comes tomorrow.")
    look.everywhere(page, "problem-telling")
    page.get_by_role("button", name="Look at it").click()
    send = page.get_by_role("button", name="Send it to 2 customers")
    expect(send).to_be_focused()
    look.everywhere(page, "problem-preview")
    send.click()
    expect(page.locator("#going")).to_contain_text("2 cases done.")
    look.everywhere(page, "problem-told")
    page.locator("#going").get_by_role("button", name="Undo").click()
    expect(page.locator("#going")).to_contain_text("2 cases done.")
    expect(page.locator("#going")).to_contain_text("Undo")
    page.goto("/problems/")
    expect(page.locator(".settings__name")).to_have_text(["The bank sends refunds late"])
    look.everywhere(page, "problems")
