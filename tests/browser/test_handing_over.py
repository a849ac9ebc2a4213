"""Handing a case over: offered, by hand or by a template, and accepted by keyboard from the list or on the case page."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from makegood.cases import actions as cases
from makegood.cases.models import Message
from tests.browser import look
from tests.permissions import house as houses
from tests.permissions.house import AGENT, LEAD, House


@pytest.fixture
def house(transactional_db) -> House:
    return houses.build()


def test_what_is_offered_is_for_everybody(browser_page, house):
    page = browser_page(reverse("inbox-view", args=["offered"]), user=house.people[LEAD])
    look.everywhere(page, "offered-list")
    page.goto(reverse("case", args=[house.refund.ref]))
    page.locator("#decline > summary").click()
    page.locator("#offered").scroll_into_view_if_needed()
    look.everywhere(page, "offered-case")


def test_the_receiver_accepts_by_one_key(browser_page, house):
    page = browser_page(reverse("case", args=[house.refund.ref]), user=house.people[LEAD])
    page.keyboard.press("f")
    expect(page.locator(".shell").get_by_text("Cleo Marsh accepted the case and answers for it now")).to_be_visible()
    expect(page.locator("#offered")).to_have_count(0)


def test_in_the_list_the_key_leads_to_the_first_and_enter_accepts_it(browser_page, house):
    page = browser_page(reverse("inbox-view", args=["offered"]), user=house.people[LEAD])
    page.keyboard.press("f")
    expect(page.get_by_role("button", name="Accept: My refund of order 1815")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{house.refund.ref}**")
    house.refund.refresh_from_db()
    assert house.refund.owner == house.people[LEAD]


def test_the_giver_sees_what_waits_and_takes_it_back(browser_page, house):
    page = browser_page(reverse("case", args=[house.refund.ref]), user=house.people[AGENT])
    expect(page.locator(".shell").get_by_text("Bea Lind offers this case to your team Money.")).to_be_visible()
    page.locator("#offered").get_by_role("button", name="Take it back").press("Enter")
    expect(page.locator("#offered")).to_have_count(0)


def test_a_template_hands_it_over_and_undo_takes_that_back(browser_page, house):
    does = {
        "hand_over": {"team": str(house.team.pk), "owner": str(house.people[LEAD].pk), "reason": "It needs a lead."}
    }
    cases.save_template(
        None, name="To a lead", texts={"en": "A colleague will see to it."}, brand=None, does=does,
        by=house.people[LEAD], at=timezone.now(),
    )  # fmt: skip
    page = browser_page(reverse("case", args=[house.refund.ref]), user=house.people[AGENT])
    page.get_by_role("button", name="Templates").or_(page.locator("[data-templates] > summary")).first.click()
    page.get_by_role("button", name="To a lead").click()
    does = page.get_by_role("group", name="This happens with the reply")
    expect(does.get_by_role("checkbox", name="Hand it over to Cleo Marsh, Support: “It needs a lead.”")).to_be_checked()
    look.everywhere(page, "handing-over-template")
    page.get_by_role("button", name="Send", exact=True).click()
    page.locator(".message", has_text="A colleague will see to it.").locator("[data-until] button").click()
    expect(does.get_by_role("checkbox")).to_be_checked()
    assert not Message.objects.filter(text="It needs a lead.").exists()


def test_whoever_keeps_templates_says_to_whom(browser_page, house):
    page = browser_page(reverse("template-new"), user=house.people[LEAD])
    page.get_by_label("Name").fill("To a lead")
    page.get_by_label("English").fill("A colleague will see to it.")
    page.get_by_label("Team that it hands the case over to").select_option("Support")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("Why it is handed over")).to_have_attribute("aria-invalid", "true")
    page.complaints.clear()  # the browser writes down that the answer was 422
    look.everywhere(page, "template-hands-over")
