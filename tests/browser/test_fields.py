"""Kinds and fields: chosen and filled in on the case page, and kept by administrators."""

from playwright.sync_api import expect

from makegood.cases.actions import fields, kinds
from makegood.cases.actions.fields import Look
from makegood.cases.models import FieldType, Needed
from makegood.staff import actions as staff
from makegood.staff.models import Role
from tests.browser import look


def test_a_kind_is_chosen_and_its_fields_filled_in_without_leaving(browser_page, desk):
    bea, now = desk["bea"], desk["now"]
    complaint = kinds.add("Complaint", names={}, by=bea, at=now)
    needed = Look("Serial number", FieldType.TEXT, needed=Needed.TO_RESOLVE, kinds=[complaint], help="Below the lamp.")
    fields.add(needed, by=bea, at=now)
    fields.add(Look("Price", FieldType.NUMBER, kinds=[complaint]), by=bea, at=now)
    fields.add(Look("Colours", FieldType.CHOICES, choices=("Red", "Dark blue"), kinds=[complaint]), by=bea, at=now)
    fields.add(Look("Asked", FieldType.PERSON, kinds=[complaint]), by=bea, at=now)
    page = browser_page(f"/cases/{desk['refund'].ref}", user=bea)
    page.locator("#text").fill("Half a reply")
    page.get_by_label("Kind", exact=True).select_option("Complaint")
    page.get_by_role("button", name="Set", exact=True).click()
    expect(page.locator("#fields")).to_be_visible()
    page.get_by_role("button", name="Resolve", exact=True).click()
    expect(page.locator("#fields [role=alert]")).to_contain_text("Fill in first: Serial number.")
    page.get_by_label("Serial number").fill("A-1815")
    page.get_by_label("Price").fill("dear")
    page.get_by_label("Dark blue").check()
    page.locator("#fields-save").click()
    expect(page.locator("#fields .errorlist")).to_contain_text("“dear” is no number.")
    expect(page.get_by_label("Serial number")).to_have_value("A-1815")
    look.everywhere(page, "desk-fields")
    page.get_by_label("Price").fill("12.5")
    page.locator("#fields-save").click()
    expect(page.locator("#conversation")).to_contain_text("Bea Lind changed Price: – → 12.5")
    expect(page.locator("#fields-save")).to_be_focused()
    expect(page.get_by_label("Dark blue")).to_be_checked()
    expect(page.locator("#text")).to_have_value("Half a reply")
    page.complaints.clear()  # of the refusals


def test_an_administrator_makes_a_field(browser_page, desk):
    kinds.add("Complaint", names={"nl": "Klacht"}, by=desk["bea"], at=desk["now"])
    olive = staff.enrol(email="olive@hale.example", name="Olive", role=Role.ADMIN, teams=[desk["team"]], at=desk["now"])
    page = browser_page("/settings/fields/new", user=olive)
    page.get_by_label("Name", exact=True).fill("Colour")
    page.get_by_label("It takes").select_option("One choice")
    page.locator("#id_choices").fill("Red\nBlue")
    page.get_by_label("Complaint").check()
    look.everywhere(page, "field")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".settings__told code")).to_have_text("field.colour:")
    look.everywhere(page, "fields")
    page.goto("/settings/kinds/")
    expect(page.locator(".settings__name")).to_have_text("Complaint")
    look.everywhere(page, "kinds")
