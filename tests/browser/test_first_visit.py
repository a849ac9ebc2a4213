"""Olive opens a fresh installation in a browser and sets it up with the code from the terminal."""

import pytest

from makegood.brands.models import Brand
from makegood.welcome import code
from tests.browser import look

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def fresh(transactional_db, settings, tmp_path):
    settings.DATA_DIR = tmp_path


def test_olive_sets_makegood_up(browser_page):
    page = browser_page("/welcome")
    look.everywhere(page, "welcome-code")
    page.get_by_label("One-time code").fill(code.current())
    page.get_by_label("One-time code").press("Enter")
    page.get_by_role("heading", name="Set up Makegood").wait_for()
    look.everywhere(page, "welcome")
    page.get_by_label("Name of the company").fill("Hale & Sons")
    page.get_by_label("Support address").fill("help@hale.example")
    page.get_by_label("Country").select_option("LT")
    page.get_by_label("Time zone").select_option("Europe/Vilnius")
    page.get_by_label("Friday").fill("17-9")
    page.get_by_label("Your name").fill("Olive Hale")
    page.get_by_label("Mail address").fill("olive@hale.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Set up").click()
    page.get_by_text("Please look at this again").wait_for()
    look.everywhere(page, "welcome-wrong")
    assert page.get_by_label("Time zone").input_value() == "Europe/Vilnius"
    page.get_by_label("Friday").fill("9-15")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Password").press("Enter")
    page.wait_for_url("**/")
    page.complaints.clear()  # the inbox is another story
    page.goto("/profile/")
    assert page.get_by_label("Name", exact=True).input_value() == "Olive Hale"
    assert Brand.objects.get().timezone == "Europe/Vilnius"


def test_the_form_knows_the_browser_s_time_zone(chromium, server):
    context = chromium.new_context(base_url=server, locale="ja-JP", timezone_id="Asia/Tokyo")
    page = context.new_page()
    page.goto("/welcome")
    page.locator("input[name=code]").fill(code.current())
    page.locator("input[name=code]").press("Enter")
    page.locator("select[name=timezone]").wait_for()
    assert page.locator("select[name=timezone]").input_value() == "Asia/Tokyo"
    assert page.locator("select[name=country]").input_value() == "JP"
    context.close()
