"""Linked cases: linked by keyboard with suggestions, taken off and put back."""

from playwright.sync_api import expect

from tests.browser import look


def test_a_case_is_linked_by_keyboard_taken_off_and_put_back(browser_page, desk):
    page = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])
    page.keyboard.press("c")
    expect(page.locator("#link-way")).to_be_visible()
    page.locator("#link-way").select_option("duplicate-of")
    page.locator("#link-to").press_sequentially(desk["rain"].ref)
    expect(page.locator("#links-offered option")).to_have_attribute("value", desk["rain"].ref)
    page.keyboard.press("Enter")
    expect(page.locator("#links .linked a").first).to_be_visible()
    look.everywhere(page, "desk-links")
    page.get_by_role("button", name=f"Take off the link with {desk['rain'].ref}").click()
    expect(page.locator("#links .linked")).to_have_count(0)
    page.get_by_role("button", name="Put it back").click()
    expect(page.locator("#links .linked")).to_contain_text("Duplicate of")
