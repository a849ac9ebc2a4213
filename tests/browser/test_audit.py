"""Olive looks up who signed in, and takes the list out."""

from django.utils import timezone
from playwright.sync_api import expect

from makegood.staff import actions as staff
from tests.browser import look
from tests.browser.test_staff import olive  # noqa: F401 - the fixture


def test_olive_looks_up_who_signed_in(browser_page, olive):  # noqa: F811
    for _ in range(3):
        staff.note_sign_in(olive, at=timezone.now())
    page = browser_page("/settings/", user=olive)
    page.get_by_role("link", name="Audit").click()
    expect(page.get_by_role("heading", name="Audit")).to_be_visible()
    expect(page.get_by_label("To", exact=True)).not_to_have_value("")
    look.everywhere(page, "audit")
    page.get_by_label("What").select_option("Signing in, passwords, keys")
    page.get_by_label("Who").select_option("Olive")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("row", name="Olive signed in")).to_have_count(3)
    with page.expect_download() as download:
        page.get_by_role("button", name="Export as CSV").click()
    assert download.value.suggested_filename.startswith("audit-")
    page.get_by_label("What").select_option("Exports and erasures")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("row", name="Olive exported the audit log")).to_have_count(1)
