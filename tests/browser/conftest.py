"""A real browser on a real server with the test database.

`browser_page("/ui/", scheme="dark")` opens a page; what it writes to its console as an error (a breach of the
Content-Security-Policy, a script that failed, a file not found) fails the test.
"""

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.browser import look
from tests.browser.hale import desk  # noqa: F401 - for the stories of the desk

# Begun first, so that none of them is still alone at work when all others have ended.
LONGEST = (
    "test_every_page.py", "test_hostile_mails.py", "test_a_customer_writes.py", "test_demo.py", "test_quality.py", "test_desk_live.py",
    "test_insight.py", "test_desk.py", "test_staff.py",
)  # fmt: skip


def pytest_collection_modifyitems(items):
    here = str(look.PICTURES.parent / "tests" / "browser")
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))


def is_complaint(said: ConsoleMessage) -> bool:
    """An error that a person would meet. The test's server has no live stream; the journeys' has."""
    return said.type == "error" and "/live" not in str(said.location.get("url", ""))


@pytest.fixture
def server(transactional_db, settings, request):
    """The address of a live server. Static files come under their plain names, straight from the source."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.ALLOWED_HOSTS = ["*"]
    return request.getfixturevalue("live_server").url


@pytest.fixture
def browser_page(server: str, chromium: Browser):
    """A function that opens an address in a browser of its own: locale, scheme, size, who is signed in."""
    contexts, complaints = [], []

    def open_page(
        path: str = "/",
        *,
        locale: str = "en-GB",
        scheme: str = "light",
        size=look.WIDE,
        user=None,
        script: bool = True,
        worker: bool = False,
    ) -> Page:
        # Without the service worker, unless it is asked for: it would fetch pages past what a story puts in their way.
        context = chromium.new_context(
            base_url=server, locale=locale, color_scheme=scheme, viewport=size, java_script_enabled=script,
            service_workers="allow" if worker else "block",
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(look.PATIENCE)
        page.on("console", lambda said: complaints.append(said.text) if is_complaint(said) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.complaints = complaints  # a story that provokes an error on purpose empties this
        if user is not None:
            look.sign_in(page, user, server)
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints, "The browser complained:\n" + "\n".join(complaints)
