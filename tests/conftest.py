"""A real browser for the stories that need one, and a whole one for those that need what the shell leaves out."""

import shutil

import pytest
from playwright.sync_api import sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# The shell first: the same engine without the windows of a whole browser, which cost more than our pages do.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
WHOLE_CHROMIUM = next(filter(None, map(shutil.which, NAMES[1:])), None)


@pytest.fixture(scope="session")
def driver():
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as environment:
        # Playwright keeps an event loop in this thread; the tests' own queries beside it are no danger.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield playwright


@pytest.fixture(scope="session")
def chromium(request):
    if not CHROMIUM:
        pytest.skip("The browser's stories need Chromium (on Debian: apt-get install chromium fonts-noto-cjk).")
    browser = request.getfixturevalue("driver").chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def whole_chromium(request):
    """With what a person's browser has and the shell has not, such as notifications; still without a window."""
    if not WHOLE_CHROMIUM:
        pytest.skip("This needs the whole browser, not the shell alone (on Debian: apt-get install chromium).")
    launch = request.getfixturevalue("driver").chromium.launch
    browser = launch(executable_path=WHOLE_CHROMIUM, args=["--headless=new", *FLAGS], headless=False)
    yield browser
    browser.close()
