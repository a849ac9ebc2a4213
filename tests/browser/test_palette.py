"""Bea goes anywhere and does anything by Ctrl+K and a few letters."""

import re

from playwright.sync_api import expect

from tests.browser import look
from tests.browser.hale import desk  # noqa: F401 - the fixture


def test_a_few_letters_lead_to_a_place_an_act_and_a_case(browser_page, desk):  # noqa: F811
    page = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])
    palette, field = page.locator("#palette"), page.get_by_role("combobox", name="A place, an act")
    options, chosen = palette.get_by_role("option"), palette.locator("[aria-selected=true]")
    page.locator("#text").click()
    page.keyboard.type("Half a sentence")
    page.keyboard.press("Control+k")
    expect(field).to_be_focused()
    expect(options.filter(has_text="Your settings")).to_have_count(1)  # the server has told what it offers
    expect(options.filter(has_text="Read lately")).to_have_count(0)  # this very case alone was read
    look.axe(page)
    look.screenshot(page, "palette")
    page.keyboard.type("resol")
    expect(chosen).to_contain_text("Resolve")
    expect(field).to_have_attribute("aria-activedescendant", "palette-0")
    page.keyboard.press("ArrowDown")
    expect(chosen).to_contain_text("Resolved and closed")
    page.keyboard.press("Escape")
    expect(page.locator("#text")).to_be_focused()
    expect(page.locator("#text")).to_have_value("Half a sentence")

    page.keyboard.press("Control+k")
    page.keyboard.type("write a note")
    expect(chosen).to_contain_text("Write a note")
    page.keyboard.press("Enter")
    expect(palette).to_be_hidden()
    expect(page.get_by_role("radio", name="Note")).to_be_checked()
    expect(page.locator("#text")).to_be_focused()

    page.keyboard.press("Control+k")
    page.keyboard.type(desk["rain"].ref)
    expect(chosen).to_have_text(re.compile("Go to case C-"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Delivery left in the rain")

    page.set_viewport_size(look.NARROW)
    page.keyboard.press("Control+k")
    expect(options.filter(has_text="Your settings")).to_have_count(1)
    look.never_sideways(page)
    page.keyboard.type("refund")
    expect(chosen).to_contain_text("Third time I ask about my refund")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(desk["refund"].ref))


def test_on_opening_it_remembers_what_was_read_last_and_enter_goes_back_there(browser_page, desk):  # noqa: F811
    page = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])
    page.goto(f"/cases/{desk['rain'].ref}")
    page.goto("/inbox/all/")
    page.keyboard.press("Control+k")
    options = page.locator("#palette").get_by_role("option")
    expect(options.nth(0)).to_contain_text("Delivery left in the rain")
    expect(options.nth(1)).to_contain_text("Third time I ask about my refund")
    look.everywhere(page, "palette-remembers")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(desk["refund"].ref))
    page.keyboard.press("Control+k")
    expect(options.nth(0)).to_contain_text("Delivery left in the rain")
