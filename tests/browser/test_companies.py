"""Companies: written down from a customer's page, and looked at."""

from playwright.sync_api import expect

from makegood.customers import actions as customers
from tests.browser import look


def test_a_customer_is_put_into_a_company_that_is_new(browser_page, desk):
    ada = desk["refund"].customer
    page = browser_page(f"/customers/{ada.ref}", user=desk["bea"])
    page.get_by_role("link", name="Say which company").click()
    page.get_by_label("Company", exact=True).fill("Byron Works")
    page.get_by_role("button", name="Save").click()
    expect(
        page.locator("#main, main").get_by_text("There is no company “Byron Works” that you may see.", exact=True)
    ).to_be_visible()
    page.complaints.clear()  # of the refusal
    page.get_by_role("link", name="Add it as a new company").click()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Byron Works")
    page.get_by_label("Mail domains").fill("byron.example")
    look.everywhere(page, "desk-company-form")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Byron Works")
    expect(page.get_by_role("link", name=ada.name).first).to_be_visible()
    look.everywhere(page, "desk-company")
    customers.add_company(name="Zeta", domains=["zeta.example"], by=desk["bea"], at=desk["now"])
    page.goto("/companies/")
    expect(page.get_by_role("link", name="Zeta")).to_be_visible()
    look.everywhere(page, "desk-companies")
