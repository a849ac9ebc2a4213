"""Every page that a customer or an administrator sees, with real contents: by axe, in both themes, narrow, and in
each of the five languages."""

import pytest
from django.conf import settings as django_settings
from django.urls import get_resolver, reverse

from makegood.cases.models import Case
from makegood.staff.models import User
from tests.browser import look
from tests.permissions import house as houses
from tests.permissions.house import ADMIN, LEAD, SELLER, House

LANGUAGES = [code for code, _name in django_settings.LANGUAGES]
PUBLIC = ["customer-case", "ask", "brand-charter", "sign-in", "forgotten", "reset", "invitation"]
SETTINGS = [
    "settings", "profile", "profile-second-factor", "profile-sessions", "profile-passkeys", "profile-notices", "profile-confirmation", "staff-sessions", "audit", "signing-in", "organisation", "brands", "brand", "brand-new", "staff", "staff-invite", "staff-member",
    "teams", "team", "team-new", "calendars", "calendar", "calendar-new", "calendar-versions", "calendar-name",
    "mailboxes", "mailbox", "mailbox-new", "parked", "parked-one", "templates", "template", "template-new",
    "charter-write", "authority", "remedies", "cashiers", "cashier", "cashier-new", "shops", "shop", "shop-new",
    "skills", "skill", "orders", "order", "order-tables", "order-table", "case-merging", "case-split", "customer", "customer-merging", "customer-erasure",
]  # fmt: skip


def path_to(name: str, house: House) -> str:
    ways = get_resolver().reverse_dict.getlist(name)[0][0]
    return reverse(name, kwargs=house.arguments(name, ways[0][1]))


@pytest.fixture
def house(transactional_db) -> House:
    return houses.build()


# Several pages of one house: to build it takes longer than to look at a page.
def test_what_customers_and_strangers_see(browser_page, house):
    page = browser_page("/ask")
    for name in PUBLIC:
        page.goto(path_to(name, house))
        look.everywhere(page, name)


@pytest.mark.parametrize("names", [SETTINGS[: len(SETTINGS) // 2], SETTINGS[len(SETTINGS) // 2 :]], ids=["1", "2"])
def test_what_an_administrator_sees(browser_page, house, names):
    page = browser_page("/profile/", user=house.people[ADMIN])
    for name in names:
        page.goto(path_to(name, house))
        look.everywhere(page, name)


def test_amounts_that_a_lead_may_not_change_stick_out_no_more(browser_page, house):
    page = browser_page("/settings/authority/", user=house.people[LEAD], size=look.NARROW)
    look.never_sideways(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_any_language_sticks_out_of_a_telephone(browser_page, house, language):
    User.objects.update(language=language)
    Case.objects.update(language=language)
    stranger = browser_page("/ask", locale=language, size=look.NARROW)
    olive = browser_page("/profile/", user=house.people[ADMIN], size=look.NARROW)
    for page, names in ((stranger, PUBLIC), (olive, SETTINGS)):
        for name in names:
            page.goto(path_to(name, house))
            assert page.locator("html").get_attribute("lang") == language, name
            look.never_sideways(page)


def test_what_is_refused_or_not_there_is_told_on_a_page_of_its_own(browser_page, house):
    page = browser_page("/no-such-page")
    look.everywhere(page, "error-404")
    page.complaints.clear()  # on purpose
    page = browser_page("/settings/staff/", user=house.people[SELLER])
    look.everywhere(page, "error-403")
    page.complaints.clear()
