"""Bea sets up a second factor by the app on her telephone, signs in with its code, and once with a recovery code."""

import pyotp
from django.utils import timezone
from playwright.sync_api import expect

from makegood.staff import actions as staff
from makegood.staff.models import Role
from makegood.staff.second_factor import actions as second_factor
from makegood.staff.second_factor.tests import phone
from tests.browser import look
from tests.browser.test_staff import PASSWORD, olive  # noqa: F401 - the fixture


def bea(team):
    return staff.enrol(
        email="bea@hale.example", name="Bea Lind", role=Role.AGENT, teams=[team], password=PASSWORD, at=timezone.now()
    )


def begin(page):
    page.get_by_label("Mail address").fill("bea@hale.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Password").press("Enter")


def test_bea_must_have_one_sets_it_up_and_signs_in_with_it(browser_page, olive):  # noqa: F811
    bea(olive.teams.get())
    second_factor.require([Role.AGENT], by="", at=timezone.now())
    page = browser_page("/profile/")
    begin(page)
    expect(page.get_by_role("heading", name="Set up a second factor")).to_be_visible()
    look.everywhere(page, "second-factor-set-up")
    secret = page.get_by_label("Or type this key into the app").input_value().replace(" ", "")
    page.get_by_label("Code", exact=True).fill("123")
    page.get_by_label("Code", exact=True).press("Enter")
    expect(page.get_by_text("not the code that the app shows").first).to_be_visible()
    page.complaints.clear()  # that answer is a 400, on purpose
    page.get_by_label("Code", exact=True).fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Turn it on").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    look.everywhere(page, "second-factor-codes")
    codes = page.get_by_role("list", name="Recovery codes").get_by_role("listitem")
    expect(codes).to_have_count(10)
    code = codes.first.inner_text()
    page.get_by_role("link", name="go on").click()
    expect(page.get_by_role("heading", name="Your settings")).to_be_visible()
    page.get_by_role("link", name="Recovery codes, or remove it").click()
    expect(page.get_by_role("heading", name="Your second factor")).to_be_visible()
    look.everywhere(page, "second-factor-own")

    elsewhere = browser_page("/profile/")
    begin(elsewhere)
    expect(elsewhere.get_by_role("heading", name="Your second factor")).to_be_visible()
    look.everywhere(elsewhere, "sign-in-code")
    elsewhere.get_by_role("link", name="Use a recovery code").click()
    expect(elsewhere.get_by_role("heading", name="Sign in with a recovery code")).to_be_visible()
    look.everywhere(elsewhere, "sign-in-recovery-code")
    elsewhere.get_by_label("Recovery code").fill(code.lower())
    elsewhere.get_by_label("Recovery code").press("Enter")
    expect(elsewhere.get_by_text("You have 9 recovery codes left.").first).to_be_visible()


def test_olive_decides_who_needs_one_and_helps_whoever_lost_it(browser_page, olive):  # noqa: F811
    member = bea(olive.teams.get())
    phone.add(member)
    page = browser_page("/settings/signing-in/", user=olive)
    page.get_by_label("Agent").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.").first).to_be_visible()
    look.everywhere(page, "signing-in")
    page.goto(f"/settings/staff/{member.ref}/")
    look.everywhere(page, "staff-member-with-second-factor")
    page.get_by_role("button", name="Remove their second factor").click()
    page.locator("[data-confirm-yes]").click()
    expect(page.get_by_text("signs in with the password alone").first).to_be_visible()
