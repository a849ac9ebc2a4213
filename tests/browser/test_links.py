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


def test_what_is_refused_is_told_at_the_field_and_other_words_stay(browser_page, desk):
    page = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])
    page.locator("#reminder-note").evaluate(
        "note => { note.closest('details').open = true; note.value = 'Ask Jonas'; }"
    )
    page.keyboard.press("c")
    page.locator("#link-way").select_option("duplicate-of")
    page.locator("#link-to").press_sequentially("C-0000000")
    page.keyboard.press("Enter")
    expect(page.locator("#link-refused")).to_contain_text("There is no such case")
    expect(page.locator("#link-to")).to_be_focused()
    expect(page.locator("#link-to")).to_have_value("C-0000000")
    expect(page.locator("#link-way")).to_have_value("duplicate-of")
    expect(page.locator("#reminder-note")).to_have_value("Ask Jonas")
    page.locator("#tag-name").fill("parcel")
    page.keyboard.press("Enter")
    expect(page.locator("#tags")).to_contain_text("parcel")
    expect(page.locator("#link-to")).to_have_value("C-0000000")
    page.locator("#link-to").fill("rain")
    page.keyboard.press("Enter")
    expect(page.locator("#link-form").get_by_text("Which of them?")).to_be_visible()
    look.everywhere(page, "desk-links-which")
    page.keyboard.press("Enter")
    expect(page.locator("#links .linked a").first).to_be_visible()
    expect(page.locator("#link-to")).to_have_value("")
    page.keyboard.press("c")
    page.locator("#link-to").press_sequentially(desk["rain"].ref)
    page.keyboard.press("Enter")
    expect(page.locator("#link-refused")).to_contain_text("linked already")
    expect(page.locator("#reminder-note")).to_have_value("Ask Jonas")
    page.complaints.clear()  # what is refused is a 422
