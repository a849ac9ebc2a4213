"""Bea adds a passkey on a real browser's (virtual) authenticator, and signs in with it alone."""

import re

from django.utils import timezone
from playwright.sync_api import expect

from makegood.staff.models import Role
from makegood.staff.second_factor import actions as second_factor
from tests.browser import look
from tests.browser.test_second_factor import bea, begin
from tests.browser.test_staff import olive  # noqa: F401 - the fixture

# What a telephone or a laptop has built in; it says yes by itself.
BUILT_IN = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def authenticator(page):
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    return devtools, devtools.send("WebAuthn.addVirtualAuthenticator", {"options": BUILT_IN})["authenticatorId"]


def sign_out(page):
    page.locator(".masthead [data-menu] summary").last.click()
    page.get_by_role("button", name="Sign out").click()


def test_bea_adds_a_passkey_and_signs_in_with_it_alone(browser_page, olive, server, settings):  # noqa: F811
    settings.BASE_URL = server
    assert server.startswith("http://localhost:"), "a secure context, and a name: what passkeys need"
    bea(olive.teams.get())
    second_factor.require([Role.AGENT], by="", at=timezone.now())
    page = browser_page("/profile/")
    devtools, key = authenticator(page)
    begin(page)
    page.get_by_role("link", name="add a passkey").click()
    expect(page.get_by_role("heading", name="Your passkeys")).to_be_visible()
    page.get_by_label("Name of the passkey").fill("Laptop")
    devtools.send("WebAuthn.setUserVerified", {"authenticatorId": key, "isUserVerified": False})
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_text("Your device made no passkey.")).to_be_visible()
    look.everywhere(page, "passkeys-none")
    devtools.send("WebAuthn.setUserVerified", {"authenticatorId": key, "isUserVerified": True})
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("list", name="Your passkeys").get_by_role("listitem")).to_contain_text("Laptop")
    look.everywhere(page, "passkeys")

    sign_out(page)
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_visible()
    look.everywhere(page, "sign-in-with-passkey")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).not_to_have_url(re.compile("sign-in"))
    expect(page.locator(".masthead__person")).to_have_text("Bea Lind")

    sign_out(page)
    expect(page.get_by_label("Mail address")).to_be_visible()
    begin(page)
    expect(page.get_by_text("Now your passkey")).to_be_visible()
    look.everywhere(page, "sign-in-passkey-after-password")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.locator(".masthead__person")).to_have_text("Bea Lind")
