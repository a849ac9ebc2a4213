"""Splitting a case: ticked by keyboard, looked at, done, and put back by one press in the case itself."""

import datetime as dt

from playwright.sync_api import expect

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.customers import actions as customers
from tests.browser import look


def write_more(case, at) -> None:
    """The customer writes of another matter; and their sister, who was copied in, of her own."""
    ask = "And my invoice is wrong: " + "it has 19% of VAT where there should be none. " * 4
    words = Words(text=ask, language="en", sender=case.parties.get(role="customer").address)
    cases.add_words(case, customer=case.customer, words=words, channel="email", at=at - dt.timedelta(seconds=1))
    sis = customers.find_or_create(address="sis@customer.example", name="Sis", at=at)
    theirs = Words(text="My invoice, too.", language="en", sender="sis@customer.example", sender_name="Sis")
    cases.add_words(case, customer=sis, words=theirs, channel="email", at=at)


def test_what_is_another_matter_gets_a_case_of_its_own_and_comes_back(browser_page, desk):
    write_more(desk["refund"], desk["now"])
    page = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])
    page.keyboard.press(".")
    page.get_by_role("link", name="Split", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Split this case")
    look.everywhere(page, "split-choosing")
    page.get_by_role("checkbox", name="And my invoice is wrong").focus()
    page.keyboard.press("Space")
    page.get_by_role("checkbox", name="My invoice, too.").check()
    page.get_by_role("button", name="Look what would happen").click()
    expect(page.get_by_role("heading", name="This is what the new case will be")).to_be_visible()
    page.get_by_role("radio", name="Sis").check()
    page.get_by_text("The messages that go").click()
    look.everywhere(page, "split-looking")
    page.get_by_role("button", name="Split them off").click()
    expect(page.locator(".happening").filter(has_text="split this case off")).to_be_visible()
    look.everywhere(page, "split-new-case")
    page.get_by_role("button", name="Undo the split").click()
    page.wait_for_url(f"**/cases/{desk['refund'].ref}*")
    expect(page.locator("#thread")).to_contain_text("And my invoice is wrong")
    expect(page.get_by_role("button", name="Undo the split")).to_have_count(0)


def test_splitting_without_script(browser_page, desk):
    write_more(desk["rain"], desk["now"])
    page = browser_page(f"/cases/{desk['rain'].ref}/split", user=desk["bea"], script=False)
    page.get_by_role("button", name="Look what would happen").click()
    expect(page.locator("main")).to_contain_text("Choose at least one message.")
    page.complaints.clear()  # of the refusal
    page.get_by_role("checkbox", name="My invoice, too.").check()
    page.get_by_role("button", name="Look what would happen").click()
    expect(page.locator("main")).to_contain_text("It will be a case of Sis.")
    page.get_by_role("button", name="Split them off").click()
    page.get_by_role("button", name="Undo the split").click()
    expect(page.locator("#thread")).to_contain_text("My invoice, too.")
