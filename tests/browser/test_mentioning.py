"""A colleague is named in a note by keyboard, from the list that opens behind the @."""

from playwright.sync_api import expect

from makegood.cases.models import Mention
from tests.browser import look


def test_named_by_keyboard(browser_page, desk):
    page = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])
    page.keyboard.press("n")
    words = page.locator("#text")
    expect(words).to_be_focused()
    words.press_sequentially("Could @cl")
    offered = page.get_by_role("listbox", name="Colleagues and teams").get_by_role("option")
    expect(offered).to_have_count(1)
    look.everywhere(page, "mentioning")
    words.press("Enter")
    expect(words).to_have_value("Could @Cleo Marsh ")
    expect(offered).to_have_count(0)
    words.press_sequentially("look?")
    words.press("Control+Enter")
    expect(page.locator(".message[data-from=note]", has_text="Could @Cleo Marsh look?")).to_be_visible()
    assert Mention.objects.get().staff.name == "Cleo Marsh"
    seen = browser_page("/", user=desk["cleo"])
    expect(seen.locator("#notices")).to_contain_text("Bea Lind named you in a note")
    look.everywhere(seen, "mentioned")
    seen.locator("#notices").get_by_role("link", name="Open").click()
    expect(seen.locator("#notices")).not_to_contain_text("named you")
