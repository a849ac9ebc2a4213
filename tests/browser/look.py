"""How a page is looked at: by axe, at 320 px, and as pictures in light, dark and narrow (`make test-browser PICTURES=1`)."""

import os
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
# What a change of colours alone can spoil.
COLOURS = {**OPTIONS, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
# What a change of width alone cannot spoil is left out.
SHAPES = {**OPTIONS, "rules": {rule: {"enabled": False} for rule in COLOURS["runOnly"]["values"]}}


def axe(page: Page, options: dict = OPTIONS) -> None:
    """Fails with the rule, the element and the remedy for each thing axe finds."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    told = [f"{rule['id']}: {node['target']}\n    {node['failureSummary']}" for rule in found for node in rule["nodes"]]
    assert not told, f"axe on {page.url}:\n" + "\n".join(told)


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
            axe(page, OPTIONS if scheme == "light" else COLOURS)
        elif scheme == "light":
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
