"""What the page's own scripts do for Bea, and what they must never do to her words."""

import re
from datetime import timedelta

import pytest
from django.template import engines
from django.utils import timezone, translation
from playwright.sync_api import expect

from makegood.ui import wording
from makegood.ui.csp import POLICY
from tests.browser import look


@pytest.fixture
def page_of(browser_page, rf):
    """A function that opens a page with this main part, under the real policy, with the real scripts."""

    def open_it(main: str, live: str = "", before=lambda page: None):
        page = browser_page("about:blank")
        template = engines["django"].from_string(
            "{% extends 'ui/base.html' %}{% load ui %}{% block title %}Sample{% endblock %}"
            "{% block main %}<h1>Sample</h1>" + main + "{% endblock %}"
        )
        html = template.render({"live_url": live}, rf.get("/sample"))
        headers = {"Content-Security-Policy": POLICY, "Content-Type": "text/html; charset=utf-8"}
        page.route(re.compile(r"/sample$"), lambda route: route.fulfill(body=html, headers=headers))
        before(page)
        page.goto("/sample")
        return page

    return open_it


def stream(*names):
    """Answers an EventSource with these names once, and then stays away."""
    body = "retry: 600000\n\n" + "".join(f"data: {name}\n\n" for name in names)
    return lambda route: route.fulfill(body=body, content_type="text/event-stream")


@pytest.mark.parametrize("language", ["en", "lt", "ja"])
def test_the_clock_says_what_the_server_says(browser_page, language):
    page, now = browser_page("/ui/", locale=language), timezone.now()
    minutes = [-4000, -1440, -61, -60, -12, 0, 1, 38, 60, 61, 190, 1439]
    dues = [now + timedelta(minutes=m, seconds=30) for m in minutes]
    with translation.override(language):
        expected = [wording.clock(due, "open", now) for due in dues]
    said = page.evaluate(
        "async ([dues, now]) => { const { words } = await import('/static/ui/js/clock.js');"
        " return dues.map((due) => words(due, now, '', '')); }",
        [[due.timestamp() * 1000 for due in dues], now.timestamp() * 1000],
    )
    assert said == expected


def test_a_clock_turns_late_under_her_eyes(page_of):
    page = page_of(CLOCK)
    clock = page.locator("mg-clock")
    page.evaluate(
        "() => { const c = document.querySelector('mg-clock'); c.tick(Date.parse(c.dataset.due) + 720_000); }"
    )
    expect(clock).to_have_text("12 min late")
    expect(clock).to_have_attribute("data-state", "late")


CLOCK = (
    '<mg-clock class="clock" data-state="soon" data-due="2040-01-01T10:00:00+00:00" data-later="1 Jan 10:00">'
    '<time datetime="2040-01-01T10:00:00+00:00">1 Jan 10:00</time></mg-clock>'
)
WRITING = (
    '<form><label for="words">Words</label><textarea id="words" name="body" data-key="r" data-key-label="Write"'
    ' data-draft-url="/draft"></textarea><p data-draft-state data-saved="Draft kept" data-kept="Kept in this browser"'
    ' data-restored="Brought back"></p><div class="files" data-remove="Remove {name}"><label for="files">Attach</label>'
    '<input type="file" id="files" multiple><ul></ul></div></form>'
)


def test_one_key_leads_to_the_reply_but_not_while_she_writes(page_of):
    page = page_of(WRITING, before=lambda page: page.route("**/draft", lambda route: route.fulfill(status=204)))
    page.keyboard.press("r")
    expect(page.locator("#words")).to_be_focused()
    page.keyboard.type("r?")
    expect(page.locator("#words")).to_have_value("r?")
    page.locator("h1").click()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_contain_text("Write")
    look.axe(page)


def test_who_wants_no_shortcuts_switches_them_off(page_of):
    page = page_of(WRITING)
    page.keyboard.press("?")
    page.locator("[data-keys-switch]").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    expect(page.locator("#words")).not_to_be_focused()


def test_the_keys_walk_the_list(browser_page):
    page = browser_page("/ui/")
    page.keyboard.press("j")
    expect(page.locator("[data-list-keys] a").nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("[data-list-keys] a").nth(0)).to_be_focused()


def test_a_draft_goes_to_the_server_as_she_writes(page_of):
    kept = []
    take = lambda route: (kept.append(route.request.post_data), route.fulfill(status=204))  # noqa: E731
    page = page_of(WRITING, before=lambda page: page.route("**/draft", take))
    page.locator("#words").fill("I am sorry.")
    expect(page.locator("[data-draft-state]")).to_have_text("Draft kept")
    assert kept[-1] == "body=I+am+sorry."


def test_a_draft_outlives_a_server_that_is_down(page_of):
    page = page_of(WRITING, before=lambda page: page.route("**/draft", lambda route: route.abort()))
    page.locator("#words").fill("I am sorry.")
    expect(page.locator("[data-draft-state]")).to_have_text("Kept in this browser")
    page.reload()
    expect(page.locator("#words")).to_have_value("I am sorry.")
    expect(page.locator("[data-draft-state]")).to_have_text("Brought back")
    page.complaints.clear()


def test_files_are_listed_by_name_and_can_be_taken_out(page_of):
    page = page_of(WRITING)
    one, two = ({"name": name, "mimeType": "text/plain", "buffer": b"hello"} for name in ("a.txt", "b.txt"))
    page.locator("#files").set_input_files([one])
    page.locator("#files").set_input_files([two])
    expect(page.locator(".files li")).to_have_count(2)
    page.get_by_role("button", name="Remove a.txt").click()
    expect(page.locator(".files li")).to_have_count(1)
    assert page.evaluate("[...document.querySelector('#files').files].map((file) => file.name)") == ["b.txt"]


def test_a_pasted_picture_is_attached(page_of):
    page = page_of(WRITING)
    page.evaluate(
        "() => { const carrier = new DataTransfer(); carrier.items.add(new File(['x'], 'screen.png'));"
        " document.querySelector('#words').dispatchEvent("
        "   new ClipboardEvent('paste', { clipboardData: carrier, bubbles: true, cancelable: true })); }"
    )
    expect(page.locator(".files li")).to_contain_text("screen.png")


def test_deleting_is_asked_about_first(page_of):
    page = page_of('<form action="/ui/" data-confirm="Delete it?"><button class="button">Delete</button></form>')
    page.get_by_role("button", name="Delete").click()
    expect(page.locator("#confirm")).to_contain_text("Delete it?")
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator("#confirm")).to_be_hidden()
    assert page.url.endswith("/sample")
    page.get_by_role("button", name="Delete").click()
    page.locator("[data-confirm-yes]").click()
    page.wait_for_url("**/ui/?")


def test_the_time_to_undo_runs_out(page_of):
    soon = (timezone.now() + timedelta(seconds=8)).isoformat()
    page = page_of(f'<div class="toast" data-until="{soon}"><button data-count>Undo</button></div>')
    expect(page.locator("[data-until] [data-count]")).to_contain_text("Undo (")
    expect(page.locator("[data-until]")).to_have_count(0)


CASE = (
    '<section id="case" data-live-key="C-7F3K9Q" data-live-url="/fragment"><p id="said">{said}</p>'
    '<details id="quote"><summary>Earlier</summary>words</details>'
    '<label for="words">Words</label><textarea id="words"></textarea></section>'
)
WORKING = (
    "() => { document.querySelector('#words').value = 'half a sentence';"
    " document.querySelector('#quote').open = true; }"
)


def live_page(page_of, names, fragment, count=None):
    def before(page):
        page.route("**/stream", stream(*names))
        page.route("**/fragment", lambda route: (count is not None and count.append(1), fragment(route)))
        page.add_init_script(f"addEventListener('DOMContentLoaded', {WORKING})")

    return page_of(CASE.format(said="before"), live="/stream", before=before)


def fulfil(said):
    return lambda route: route.fulfill(body=CASE.format(said=said), content_type="text/html")


def test_a_change_appears_and_what_is_half_written_stays(page_of):
    page = live_page(page_of, ["C-7F3K9Q"], fulfil("after"))
    expect(page.locator("#said")).to_have_text("after")
    expect(page.locator("#words")).to_have_value("half a sentence")
    expect(page.locator("#quote")).to_have_attribute("open", "")
    expect(page.locator("#announcer")).not_to_be_empty()


def test_what_concerns_others_is_not_fetched(page_of):
    count = []
    page = live_page(page_of, ["C-OTHER", "S-1"], fulfil("after"), count)
    page.wait_for_timeout(1200)
    assert not count


def test_many_changes_are_fetched_once(page_of):
    count = []
    page = live_page(page_of, ["C-7F3K9Q"] * 30, fulfil("after"), count)
    expect(page.locator("#said")).to_have_text("after")
    page.wait_for_timeout(300)
    assert len(count) == 1


@pytest.mark.parametrize(
    "meanwhile",
    [
        "document.querySelector('#case').dataset.liveUrl = '/fragment?more'",
        "document.querySelector('#case').replaceWith(document.querySelector('#case').cloneNode(true))",
    ],
)
def test_what_an_act_of_hers_changed_meanwhile_is_fetched_again(page_of, meanwhile):
    """Its first answer is passed over, as it may be older than her act; what it would have told is not."""
    asked = []

    def answer(route):
        asked.append(route.request.url)
        if len(asked) == 1:
            route.request.frame.evaluate(meanwhile)
        fulfil(f"answer {len(asked)}")(route)

    def before(page):
        page.route("**/stream", stream("C-7F3K9Q"))
        page.route("**/fragment*", answer)

    page = page_of(CASE.format(said="before"), live="/stream", before=before)
    expect(page.locator("#said")).to_have_text("answer 2")


def test_what_is_gone_leaves_the_page(page_of):
    def before(page):
        page.route("**/stream", stream("C-7F3K9Q"))
        page.route("**/fragment", lambda route: route.fulfill(status=404))

    page = page_of(CASE.format(said="before"), live="/stream", before=before)
    expect(page.locator("#case")).to_have_count(0)
    page.complaints.clear()


def test_what_is_gone_stays_while_her_words_are_in_it(page_of):
    count = []
    page = live_page(page_of, ["C-7F3K9Q"], lambda route: route.fulfill(status=404), count)
    page.wait_for_timeout(1200)
    assert count
    expect(page.locator("#words")).to_have_value("half a sentence")
    page.complaints.clear()


def test_a_hidden_tab_fetches_nothing_until_it_is_seen(page_of):
    count = []

    def before(page):
        page.add_init_script("Object.defineProperty(document, 'hidden', { get: () => !window.seen })")
        page.route("**/stream", stream("C-7F3K9Q"))
        page.route("**/fragment", lambda route: (count.append(1), fulfil("after")(route)))

    page = page_of(CASE.format(said="before"), live="/stream", before=before)
    page.wait_for_timeout(1200)
    assert not count
    page.evaluate("() => { window.seen = true; document.dispatchEvent(new Event('visibilitychange')); }")
    expect(page.locator("#said")).to_have_text("after")


def test_a_lost_connection_is_told(page_of):
    page = page_of(CASE.format(said="x"), live="/stream", before=lambda p: p.route("**/stream", lambda r: r.abort()))
    expect(page.locator("#connection")).to_be_visible()
    look.axe(page)
    page.complaints.clear()


def test_axe_would_find_a_picture_without_words(page_of):
    page = page_of('<img src="/static/ui/favicon.svg">')
    with pytest.raises(AssertionError, match="image-alt"):
        look.axe(page)
