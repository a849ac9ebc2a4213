"""Bea pastes a picture into her words, and drops a file beside them."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import look

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAIAAAACDbGyAAAAEUlEQVR4nGPYYqOBjBgo5AMAU/gbWZQFiawAAAAASUVORK5CYII="
GIVE = """(area, [how, name, type, content]) => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const given = new DataTransfer();
  given.items.add(new File([bytes], name, { type }));
  const more = { bubbles: true, cancelable: true };
  area.dispatchEvent(how === "paste"
    ? new ClipboardEvent("paste", { ...more, clipboardData: given })
    : new DragEvent("drop", { ...more, dataTransfer: given }));
}"""


@pytest.fixture
def page(browser_page, desk):
    return browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])


def test_a_pasted_picture_is_kept_placed_and_shown(page, desk):
    words = page.locator("#text")
    words.fill("Is it this one? ")
    words.evaluate(GIVE, ["paste", "vase.png", "image/png", PNG])
    expect(page.locator(".kept-files")).to_contain_text("vase.png")
    expect(words).to_have_value(re.compile(r"^Is it this one\? !\[vase\.png\]\(cid:[0-9a-f]{32}\)$"))
    words.press_sequentially(" Bea")
    expect(page.locator("[data-draft-state]")).to_have_text("Draft kept")
    look.everywhere(page, "desk-picture-kept")
    page.get_by_role("button", name="Send", exact=True).click()
    shown = page.locator(".message[data-from=us]", has_text="Is it this one?").get_by_role("img", name="vase.png")
    expect(shown).to_have_attribute("src", re.compile(rf"^/cases/{desk['refund'].ref}/files/"))
    look.everywhere(page, "desk-picture")


def test_what_cannot_be_uploaded_is_said_and_the_words_stay(page, desk):
    words = page.locator("#text")
    words.fill("See the map.")
    page.route("**/draft/files", lambda route: route.abort())
    words.evaluate(GIVE, ["drop", "map.txt", "text/plain", "aGVyZQ=="])
    expect(page.locator("#composer [role=alert]")).to_have_text("map.txt: It could not be uploaded. Try again.")
    expect(words).to_have_value("See the map.")
    page.complaints.clear()  # the browser writes down that nothing came back
    look.everywhere(page, "desk-picture-failed")
    page.unroute("**/draft/files")
    words.evaluate(GIVE, ["drop", "map.txt", "text/plain", "aGVyZQ=="])
    expect(page.locator(".kept-files")).to_contain_text("map.txt")
    expect(page.locator("[data-keep-told]")).to_be_hidden()
    expect(words).to_have_value("See the map.")
