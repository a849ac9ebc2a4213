"""The form of a kind: a customer chooses it, errs in one field, sends it, and reads what she told."""

import pytest
from playwright.sync_api import expect

from makegood.cases.actions import fields, kinds, public_forms
from makegood.cases.actions.fields import Look as FieldLook
from makegood.cases.actions.public_forms import Look
from makegood.cases.models import FieldType
from makegood.staff import actions as staff
from makegood.staff.models import Role
from tests.browser import look


@pytest.fixture
def form(desk):
    """A form of complaints."""
    bea, now = desk["bea"], desk["now"]
    complaint = kinds.add("Complaint", names={}, by=bea, at=now)
    looks = [
        FieldLook("Serial number", FieldType.TEXT, help="Below the lamp."),
        FieldLook("Price", FieldType.NUMBER),
        FieldLook("Bought on", FieldType.DATE),
        FieldLook("What is broken", FieldType.CHOICES, choices=("Shade", "Cable")),
        FieldLook("Room", FieldType.CHOICE, choices=("Hall", "Attic")),
    ]
    asks = {fields.add(one, by=bea, at=now): one.name == "Serial number" for one in looks}
    told = Look("Something broke", is_offered=True, introduction="Tell us what, and we mend it.", asks=asks)
    return public_forms.keep(complaint, told, by=bea, at=now)


def test_ada_chooses_a_form_and_reads_what_she_told(browser_page, form):
    page = browser_page("/ask", script=False)
    page.get_by_role("link", name="Something broke").click()
    expect(page.get_by_role("heading", name="Something broke")).to_be_visible()
    page.get_by_label("What can we do for you?").fill("The lamp came broken.")
    page.get_by_label("Serial number").fill("A-1815")
    page.get_by_label("Price").fill("dear")
    page.get_by_label("Cable").check()
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".errorlist").last).to_contain_text("“dear” is no number.")
    expect(page.get_by_label("Serial number")).to_have_value("A-1815")
    expect(page.get_by_label("Cable")).to_be_checked()
    page.complaints.clear()  # that answer is a 422, on purpose
    page.get_by_label("Price").fill("12.50")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("section:has(#told)")).to_contain_text("12.5")
    page.complaints.clear()


def test_the_screens_of_forms(browser_page, desk, form):
    page = browser_page("/ask")
    expect(page.get_by_role("link", name="Something broke")).to_be_visible()
    look.everywhere(page, "ask-forms")
    page.get_by_role("link", name="Something broke").click()
    expect(page.get_by_label("Serial number")).to_be_visible()
    look.everywhere(page, "ask-form")
    page.get_by_label("What can we do for you?").fill("The lamp came broken.")
    page.get_by_label("Serial number").fill("A-1815")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("section:has(#told)")).to_contain_text("A-1815")
    look.everywhere(page, "ask-told")
    olive = staff.enrol(email="olive@hale.example", name="Olive", role=Role.ADMIN, teams=[desk["team"]], at=desk["now"])
    page = browser_page(f"/settings/kinds/{form.kind_id}/form", user=olive)
    expect(page.get_by_label("Serial number")).to_have_value("required")
    look.everywhere(page, "kind-form")
    page.goto("/settings/kinds/")
    expect(page.get_by_text("form for customers", exact=True)).to_be_visible()
    look.everywhere(page, "kinds-forms")
