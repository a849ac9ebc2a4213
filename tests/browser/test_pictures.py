"""Bea pastes a picture into her words, and drops a file beside them."""

import re
from base64 import b64decode

import pytest
from playwright.sync_api import expect

from tests.browser import look

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAIAAAACDbGyAAAAEUlEQVR4nGPYYqOBjBgo5AMAU/gbWZQFiawAAAAASUVORK5CYII="
HOSTILE = {
    "name": "bent.svg",
    "mimeType": "image/svg+xml",
    "buffer": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
}
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


def test_what_she_picks_or_drops_is_seen_small_before_it_is_sent(page, desk):
    page.locator("#text").fill("Which of the two?")
    held = []
    page.route("**/draft/files", lambda route: held.append(route))  # it takes its time
    picture = {"name": "the other vase, seen from the side.png", "mimeType": "image/png", "buffer": b64decode(PNG)}
    page.locator("#attachments").set_input_files([picture])
    coming = page.locator(".files li")
    expect(coming.locator("img.thumb")).to_have_attribute("alt", "")
    expect(coming.locator("img.thumb")).to_have_js_property("naturalWidth", 5)
    expect(coming.get_by_role("progressbar", name=picture["name"])).to_be_visible()
    look.everywhere(page, "desk-picture-coming")
    held[0].abort()
    page.unroute("**/draft/files")
    expect(coming).to_have_count(0)
    page.complaints.clear()  # the browser writes down that nothing came back
    page.reload()
    page.locator("#attachments").set_input_files([picture, HOSTILE])
    page.locator("#text").evaluate(GIVE, ["drop", "hall.png", "image/png", PNG])
    expect(page.locator(".kept-files li")).to_have_count(3)
    expect(page.locator("[data-draft-state]")).to_have_text("Draft kept")
    for _loaded in range(2):
        seen = page.locator(".kept-files li:has(img.thumb)")
        expect(seen).to_have_count(2)
        expect(page.locator(".kept-files li", has_text="bent.svg").locator("img")).to_have_count(0)
        page.reload()
    look.everywhere(page, "desk-picture-seen")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(".message[data-from=us]", has_text="Which of the two?")).to_contain_text("bent.svg")


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
