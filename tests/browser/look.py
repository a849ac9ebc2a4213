"""How a page is looked at: by axe, at 320 px, and as pictures in light, dark and narrow (`make test-browser PICTURES=1`)."""

import os
import re
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

PICTURES = Path(settings.BASE_DIR) / "screenshots"
WIDE, NARROW = {"width": 1360, "height": 860}, {"width": 320, "height": 640}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# As patient as a slow machine needs: what never comes fails as surely, only later.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)
# Without preload: axe would fetch our style sheets again and look for what they import beside the page.
OPTIONS = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"], "preload": False}
# What colours alone can spoil, and all else.
COLOURS = {**OPTIONS, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
SHAPES = {**OPTIONS, "rules": {rule: {"enabled": False} for rule in COLOURS["runOnly"]["values"]}}
# Of an element its colours follow from its name, from what style sheets ask of its attributes (their values, or whether they
# are there at all), and from the same of all that it is in. What follows from its neighbours is not told apart.
CONTENT = {"href", "name", "value"}
STYLES = "".join(path.read_text() for path in Path(settings.BASE_DIR).glob("makegood/*/static/**/*.css"))
ASKED = {
    "values": ["class", *sorted({*re.findall(r"\[([a-z-]+)[~^$*]?=", STYLES)} - CONTENT)],
    "there": sorted({*re.findall(r"\[([a-z-]+)\]", STYLES)}),
}
# By scheme the hashes of those whose colours were looked at. Colours take axe most of its time, and most pages have most in common.
LOOKED_AT: dict[str, set[int]] = {}
# Those are sought and looked at in one breath: what a page shows for a moment only would be gone when axe comes.
NEW_ONES = """async ([asked, known, options]) => {
    const seen = new Set(known), kinds = new WeakMap(), fresh = new Set();
    const kind = (e) => {
        if (!e) return 7;
        if (kinds.has(e)) return kinds.get(e);
        const own = e.localName + asked.values.map((name) => e.getAttribute(name)) + asked.there.map((name) => e.hasAttribute(name));
        let hash = kind(e.parentElement);
        for (let at = 0; at < own.length; at++) hash = (Math.imul(hash, 31) + own.charCodeAt(at)) | 0;
        kinds.set(e, hash);
        return hash;
    };
    const include = [...document.querySelectorAll("body *")].filter((e) => {
        if (!e.checkVisibility() || seen.has(kind(e))) return false;
        fresh.add(kind(e));
        return true;
    });
    return [[...fresh], include.length ? (await axe.run({include}, options)).violations : []];
}"""


def axe(page: Page, options: dict = OPTIONS) -> None:
    """Fails with the rule, the element and the remedy for each thing axe finds."""
    _bring_axe(page)
    _fail_of(page, page.evaluate("options => axe.run(document, options)", options)["violations"])


def _bring_axe(page: Page) -> None:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)


def _fail_of(page: Page, found: list[dict]) -> None:
    told = [f"{rule['id']}: {node['target']}\n    {node['failureSummary']}" for rule in found for node in rule["nodes"]]
    assert not told, f"axe on {page.url}:\n" + "\n".join(told)


def colours(page: Page, scheme: str) -> None:
    """Axe on the colours of what looks unlike all that was looked at in this scheme before."""
    known = LOOKED_AT.setdefault(scheme, set())
    _bring_axe(page)
    fresh, found = page.evaluate(NEW_ONES, [ASKED, list(known), COLOURS])
    _fail_of(page, found)
    known.update(fresh)


def never_sideways(page: Page) -> None:
    """Fails when the page can be scrolled sideways, and names what sticks out."""
    out = page.evaluate(
        """() => {
        const wide = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= wide) return [];
        return [...document.querySelectorAll('body *')]
            .filter((e) => e.getBoundingClientRect().right > wide + 1 && !e.closest('.table-box, nav ul'))
            .map((e) => e.outerHTML.slice(0, 120))
            .concat(`${document.documentElement.scrollWidth} px wide`);
    }"""
    )
    assert not out, f"sticks out at {page.viewport_size} on {page.url}:\n" + "\n".join(out)


def everywhere(page: Page, name: str) -> None:
    """Axe, width and a picture, in light, dark and at 320 px; leaves the page wide and light."""
    page.wait_for_load_state()
    for scheme, size in (("light", WIDE), ("dark", WIDE), ("light", NARROW), ("dark", NARROW)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        never_sideways(page)
        if size is WIDE:
            colours(page, scheme)
        if scheme == "light":
            axe(page, SHAPES)
        _picture(page, f"{name}-{scheme}{'-narrow' if size is NARROW else ''}")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)


def screenshot(page: Page, name: str) -> None:
    """Pictures of the page as it stands, where they are asked for: in light, dark and narrow, into screenshots/."""
    for scheme, size in (("light", WIDE), ("dark", WIDE), ("light", NARROW)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        _picture(page, f"{name}-{scheme}{'-narrow' if size is NARROW else ''}")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)


def sign_in(page: Page, user, address: str) -> None:
    """Gives the browser a session of this member of staff, without walking through the form."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])


def _picture(page: Page, name: str) -> None:
    if os.environ.get("PICTURES"):
        PICTURES.mkdir(exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
