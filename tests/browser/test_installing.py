"""Bea's pages can be installed, and without a network she meets a page in her language, and nothing that was private."""

import json

from playwright.sync_api import expect

from tests.browser import look
from tests.browser.hale import desk  # noqa: F401 - the fixture

KEPT = """async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const kept = await Promise.all(caches_.map((cache) => cache.keys()));
    return kept.flat().map((request) => new URL(request.url).pathname);
}"""


def test_without_a_network_bea_meets_a_page_of_ours_and_nothing_private_is_kept(browser_page, desk):  # noqa: F811
    desk["bea"].language = "en"
    desk["bea"].save()
    page = browser_page("/", user=desk["bea"], worker=True)
    told = json.loads(page.request.get(page.locator("link[rel=manifest]").get_attribute("href")).text())
    assert told["name"] == "Hale & Sons"
    for icon in told["icons"]:
        assert page.request.get(icon["src"]).body().startswith(b"\x89PNG"), icon
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.goto(f"/cases/{desk['refund'].ref}")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("refund")
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", name="No connection")).to_be_visible()
    look.axe(page)
    look.screenshot(page, "offline")
    kept = page.evaluate(KEPT)
    assert kept and all(path.startswith("/static/") or path == "/offline/en.html" for path in kept), kept
    page.context.set_offline(False)
    page.get_by_role("link", name="Try again").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("refund")
    page.complaints.clear()  # that the network was gone
