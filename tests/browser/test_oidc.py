"""Olive signs in with the company's own provider, which stands on loopback."""

import httpx
import oidc_provider_mock
import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from tests.browser import look
from tests.browser.test_staff import olive  # noqa: F401 - the fixture


@pytest.fixture
def company(settings, live_server):
    with oidc_provider_mock.run_server_in_thread(require_nonce=True) as server:
        cache.clear()
        settings.OIDC_ISSUER = f"http://localhost:{server.server_port}"
        settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET, settings.OIDC_NAME = "makegood", "s3cret", "Hale ID"
        settings.BASE_URL = live_server.url
        yield settings.OIDC_ISSUER


def test_olive_signs_in_with_the_company_s_provider(browser_page, olive, company):  # noqa: F811
    claims = {"email": "olive@hale.example", "email_verified": True, "name": "Olive"}
    httpx.put(f"{company}/users/olive", json=claims)
    page = browser_page("/profile/")
    expect(page.get_by_role("link", name="Sign in with Hale ID")).to_be_visible()
    look.everywhere(page, "sign-in-oidc")
    page.get_by_role("link", name="Sign in with Hale ID").click()
    page.locator("input[name=sub]").fill("olive")
    page.locator("input[name=sub]").press("Enter")
    expect(page.get_by_role("heading", name="Your settings")).to_be_visible()

    stranger = browser_page("/sign-in/oidc/callback/?state=x&code=y")
    expect(stranger.get_by_role("heading", name="You are not signed in")).to_be_visible()
    stranger.complaints.clear()  # that answer is a 400, on purpose
    look.everywhere(stranger, "sign-in-oidc-failed")
