"""Two people at one case see each other, and who writes; the row in the list bears a mark."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from makegood.cases.models import Presence
from tests.browser import look
from tests.serving import eventually


@pytest.fixture
def two(browser_page, desk):
    """Bea and Cleo, each with the case open."""
    address = reverse("case", args=[desk["refund"].ref])
    bea = browser_page(address, user=desk["bea"])
    with bea.expect_response("**/presence"):
        bea.reload()
    return bea, browser_page(address, user=desk["cleo"])


def test_each_sees_the_other_and_who_writes(two):
    bea, cleo = two
    expect(cleo.locator("#presence")).to_have_text("Bea Lind has this case open, too.")
    with cleo.expect_response("**/presence"):
        cleo.locator("#text").press_sequentially("Dear Ada")
    with bea.expect_response("**/presence"):
        bea.reload()
    expect(bea.locator("#presence")).to_have_text("Cleo Marsh is writing in this case.")
    bea.locator("#presence").scroll_into_view_if_needed()
    look.everywhere(bea, "presence")


def test_the_list_marks_the_row_and_who_leaves_is_gone(two, desk):
    bea, cleo = two
    expect(cleo.locator("#presence")).to_contain_text("Bea Lind")
    cleo.goto("/")
    mark = cleo.locator("#list .case-row__here")
    expect(mark).to_contain_text("Bea")
    look.everywhere(cleo, "presence-list")
    bea.goto("/")
    here = Presence.objects.filter(staff=desk["bea"], is_gone=False)
    eventually(lambda: not here.exists())
    cleo.reload()
    expect(cleo.locator("#list")).to_be_visible()
    expect(mark).to_have_count(0)
