"""Bea formats her words by buttons and keys, and they are shown so to her and to Ada."""

import pytest
from playwright.sync_api import expect

from makegood.cases.models import Message
from tests.browser import look


@pytest.fixture
def page(browser_page, desk):
    return browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])


def test_bold_by_key_a_list_by_button_and_one_stop_for_the_tab_key(page, desk):
    words = page.locator("#text")
    words.fill("at once")
    words.select_text()
    page.keyboard.press("Control+b")
    expect(words).to_have_value("**at once**")
    page.keyboard.press("Control+b")
    expect(words).to_have_value("at once")
    page.keyboard.press("Control+i")
    expect(words).to_have_value("*at once*")
    page.keyboard.press("Control+z")
    expect(words).to_have_value("at once")
    page.get_by_role("button", name="Bold").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="List")).to_be_focused()
    page.keyboard.press("Enter")
    expect(words).to_have_value("- at once")
    words.fill(
        "You get it **at once**:\n\n- the refund\n- [your page](https://hale.example/ada)\n\n> You asked twice.\n\nBea"
    )
    look.everywhere(page, "desk-formatting")
    page.get_by_role("button", name="Send", exact=True).click()
    said = page.locator(".message[data-from=us]", has_text="You get it")
    expect(said.locator("strong", has_text="at once")).to_be_visible()
    expect(said.get_by_role("link", name="your page")).to_have_attribute("href", "https://hale.example/ada")
    assert Message.objects.get(case=desk["refund"], text__startswith="You get it").text.count("**") == 2
    look.everywhere(page, "desk-formatted")
