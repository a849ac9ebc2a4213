"""Every component can be read and used by everyone, in both themes and on a narrow screen."""

import pytest
from playwright.sync_api import expect

from tests.browser import look


def test_the_components_are_open_to_everyone(browser_page):
    look.everywhere(browser_page("/ui/"), "gallery")


def test_a_form_with_errors_is_open_to_everyone(browser_page):
    page = browser_page("/ui/?wrong")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    look.everywhere(page, "gallery-wrong")


@pytest.mark.parametrize("language", ["lt", "ru", "nl", "ja"])
def test_the_components_fit_in_every_language(browser_page, language):
    page = browser_page("/ui/", locale=language, size=look.NARROW)
    look.never_sideways(page)


def test_a_page_works_without_script(browser_page):
    page = browser_page("/ui/", script=False)
    page.locator("summary", has_text="Hand over").click()
    expect(page.get_by_role("link", name="To Cleo")).to_be_visible()


@pytest.mark.parametrize("name", ["case", "charter"])
def test_whole_pages_are_open_to_everyone(browser_page, name):
    look.everywhere(browser_page(f"/ui/{name}"), f"gallery-{name}")
