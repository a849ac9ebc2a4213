"""Cleo's notices: reached from the masthead, unread marked, read by a press."""

from django.utils import timezone
from playwright.sync_api import expect

from makegood.clockwork import telling
from makegood.staff.notices.kinds import Kind
from tests.browser import look


def test_the_page_of_notices(browser_page, desk):
    for number, kind in enumerate((Kind.MENTION, Kind.RISK, Kind.WORDS)):
        telling.tell(
            desk["cleo"], kind, key=f"story.{number}", subject=f"[{desk['refund'].ref}] {kind.label}", text="",
            case=desk["refund"], at=timezone.now(),
        )  # fmt: skip
    page = browser_page("/", user=desk["cleo"])
    page.get_by_role("link", name="Notices, unread: 3").click()
    expect(page.get_by_role("heading", name="Notices")).to_be_visible()
    look.everywhere(page, "told")
    page.locator("#told li").first.get_by_role("button").click()
    expect(page.get_by_role("link", name="Notices, unread: 2")).to_be_visible()
    page.get_by_role("button", name="Mark all as read").click()
    expect(page.locator("#unread")).to_have_attribute("aria-label", "Notices")
    page.get_by_label("Which notices").select_option(label="A promise you answer for is due soon")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#told li")).to_have_count(1)
    look.everywhere(page, "told-read")
