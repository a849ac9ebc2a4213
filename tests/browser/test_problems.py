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


def test_who_changes_the_words_that_a_colleague_changed_sees_both(browser_page, desk):
    known = problems.Description("The bank sends refunds late", known="Since Monday all transfers wait a day.")
    made = problems.open_problem(known, by=desk["bea"], at=desk["now"])
    page = browser_page(f"/problems/{made.ref}/description", user=desk["bea"])
    theirs = problems.Description("The bank sends refunds late", known="Since Sunday.\nTransfers wait two days.")
    problems.save_problem(made, theirs, by=desk["bea"], at=desk["now"])
    page.get_by_label("What is known of it").fill("Since Monday. They mend it.")
    page.get_by_label("What customers can do meanwhile").fill("Wait one day more.")
    page.get_by_role("button", name="Save").click()
    wrong = page.locator(".field[data-state=wrong]")
    expect(wrong.locator(".theirs")).to_contain_text("Transfers wait two days.")
    expect(wrong.locator("textarea")).to_have_value("Since Monday. They mend it.")
    page.complaints.clear()  # the browser writes down that the answer was 422
    look.everywhere(page, "problem-changed-meanwhile")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#main, main").first).to_contain_text("Since Monday. They mend it.")
    expect(page.locator("#main, main").first).to_contain_text("Wait one day more.")
