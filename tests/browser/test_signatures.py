"""Which signature stands under a reply is seen and chosen in the composer."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser import look


@pytest.fixture
def page(browser_page, desk):
    brand = desk["brand"]
    brand.signature = {"en": "Yours faithfully,\n{name}\n{team}, {brand} & Sons of London"}
    brand.friendly_signature = {"en": "Cheers, {name}"}
    brand.save()
    return browser_page(reverse("case", args=[desk["refund"].ref]), user=desk["bea"])


def test_the_other_signature_is_chosen_for_one_reply(page, desk):
    told = page.locator("#signature summary")
    expect(told).to_contain_text("Formal")
    expect(told.get_by_text("Friendly")).to_be_hidden()
    told.click()
    page.get_by_role("radio", name="Friendly").check()
    expect(told.get_by_text("Friendly")).to_be_visible()
    expect(told.get_by_text("Formal")).to_be_hidden()
    page.locator("#text").fill("It is on its way.")
    expect(page.locator("[data-draft-state]")).to_have_text("Draft kept")
    look.everywhere(page, "desk-signature")
    page.reload()
    expect(page.locator("#signature summary").get_by_text("Friendly")).to_be_visible()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(".message[data-from=us]", has_text="It is on its way.")).to_be_visible()
    assert desk["refund"].messages.get(text="It is on its way.").tone == "friendly"


def test_a_form_of_address_is_chosen_on_the_customers_page(page, desk):
    page.goto(reverse("customer", args=[desk["refund"].customer.ref]))
    page.get_by_label("How we address them").select_option("Friendly")
    page.locator("form", has=page.locator("#id_tone")).get_by_role("button").click()
    expect(page.get_by_label("How we address them")).to_have_value("friendly")
    look.everywhere(page, "customer-tone")
