"""Somebody who only wants to look round loads the demo company on the first visit, without JavaScript."""

import pytest

from makegood.brands.models import Organisation
from makegood.cases.models import Case
from makegood.welcome import code
from makegood.welcome.demo import loading
from tests.browser import look


@pytest.fixture(autouse=True)
def fresh(transactional_db, settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(loading, "WEEKS", 1)


@pytest.mark.timeout(600)
def test_a_visitor_looks_round(browser_page):
    page = browser_page("/welcome", script=False)
    page.get_by_label("One-time code").fill(code.current())
    page.get_by_role("button", name="Begin").click()
    page.set_default_timeout(300_000)
    page.get_by_role("button", name="Look around with the demo company").click()
    page.get_by_role("heading", name="Look around in Hearth").wait_for()
    assert Organisation.objects.get().is_demo
    assert Case.objects.in_work().count() > 20
    page.set_default_timeout(look.PATIENCE)
    look.everywhere(browser_page("/welcome/demo"), "welcome-demo")
    page.get_by_role("button", name="Sign in as Ada Marsh").click()
    page.get_by_text("This is the demo company.").wait_for()
    page.get_by_role("link", name="Ada Marsh").or_(page.get_by_text("Ada Marsh")).first.wait_for()
