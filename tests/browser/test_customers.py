"""A customer's page in the browser: two who are one person are merged and parted again, with and without script."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from makegood.clockwork import erasing
from makegood.customers import actions as customers
from tests.browser import look
from tests.permissions import house as houses
from tests.permissions.house import ADMIN, AGENT, House


@pytest.fixture
def house(transactional_db) -> House:
    """Mira, who bought the clock, wrote before as Lena's neighbour: nobody knows yet that she is one person."""
    return houses.build()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_two_are_merged_by_keyboard_and_parted_again(browser_page, house, script):
    mira, lena = house.sold.customer, house.one_person.target
    page = browser_page(reverse("case", args=[house.sold.ref]), user=house.people[AGENT], script=script)
    page.get_by_role("link", name="Mira Holt", exact=True).click()
    expect(page.get_by_role("heading", name="Mira Holt")).to_be_visible()
    page.get_by_role("link", name="Merge", exact=True).click()
    page.get_by_label("Reference or mail address of the other").fill("lena@home.example")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 case goes over.")).to_be_visible()
    if script:
        look.everywhere(page, "customer-merging-look")
    page.get_by_role("button", name="Merge them").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Lena Roth")).to_be_visible()
    expect(page.get_by_role("link", name="It stands")).to_be_visible()
    if script:
        look.everywhere(page, "customer-merged")
    page.get_by_role("button", name=f"Undo the merge of {mira.ref}").click()
    expect(page.locator("#messages")).to_contain_text("They are two customers again.")
    expect(page.get_by_role("heading", name="Mira Holt")).to_be_visible()
    page.goto(reverse("customer", args=[lena.ref]))
    expect(page.get_by_role("link", name="It stands")).to_have_count(0)


def test_who_has_a_part_in_the_same_cases_is_offered(browser_page, house):
    sis = customers.find_or_create(address="sis@home.example", name="Sis Roth", at=timezone.now())
    house.one_person.target.cases.first().parties.create(address="sis@home.example", role="copied", key="sis")
    house.sold.customer = sis
    house.sold.save()
    page = browser_page(reverse("customer-merging", args=[house.one_person.target.ref]), user=house.people[AGENT])
    expect(page.get_by_role("link", name="Sis Roth")).to_be_visible()
    look.everywhere(page, "customer-merging")


def test_an_administrator_takes_the_data_and_erases(browser_page, house):
    mira = house.sold.customer
    page = browser_page(reverse("customer", args=[mira.ref]), user=house.people[ADMIN])
    look.everywhere(page, "customer")
    page.get_by_role("link", name="Erase").click()
    expect(page.get_by_role("button", name="Erase for good")).to_be_visible()
    look.everywhere(page, "customer-erasure")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Export").click()
    assert taken.value.suggested_filename == f"{mira.ref}.zip"
    page.get_by_label("To be sure, type their name: Mira Holt").fill("Mira")
    page.get_by_role("button", name="Erase for good").click()
    expect(page.get_by_text("That is not their name as it stands here.").first).to_be_visible()
    page.complaints.clear()  # on purpose
    look.axe(page)
    page.get_by_label("To be sure, type their name: Mira Holt").fill("Mira Holt")
    page.keyboard.press("Enter")
    expect(page.get_by_text("What was said goes at the moment.")).to_be_visible()
    while erasing.work(at=timezone.now()):
        pass
    page.reload()
    expect(page.get_by_text("This customer was erased.")).to_be_visible()
    look.everywhere(page, "customer-erased")
    page.get_by_role("link", name=house.sold.ref).first.click()
    expect(page.get_by_text("Its customer was erased, and all that was said with them.")).to_be_visible()
    look.everywhere(page, "case-erased")


def test_a_note_stays_typed_while_other_forms_of_the_page_are_saved(browser_page, house):
    lena = house.one_person.target
    page = browser_page(reverse("customer", args=[lena.ref]), user=house.people[AGENT])
    page.locator("#write-note > summary").click()
    page.locator("#note-text").fill("Rings twice.")
    page.get_by_label("How we address them").select_option("formal")
    page.locator("#form-of-address").get_by_role("button", name="Save").click()
    expect(page.locator("#messages")).to_contain_text("Saved.")
    expect(page.get_by_label("How we address them")).to_have_value("formal")
    expect(page.locator("#note-text")).to_have_value("Rings twice.")
    page.locator("#note-consent > summary").click()
    page.locator("#note-consent input[name=purpose]").fill("Newsletter")
    page.locator("#note-consent form").evaluate("form => { form.noValidate = true; }")
    page.get_by_role("button", name="Save the consent").click()
    expect(page.locator("#note-consent [role=alert]").first).to_be_focused()
    expect(page.locator("#note-consent input[name=purpose]")).to_have_value("Newsletter")
    expect(page.locator("#note-text")).to_have_value("Rings twice.")
    page.get_by_role("button", name="Save the note").click()
    expect(page.locator("#notes .remarks")).to_contain_text("Rings twice.")
    expect(page.locator("#notes")).to_be_focused()
    expect(page.locator("#note-text")).to_have_value("")
    expect(page.locator("#note-consent input[name=purpose]")).to_have_value("Newsletter")
    page.complaints.clear()  # what is refused is a 422
