"""Every address of the house, walked as everybody, with real objects behind it. Who may do what stands in table.py."""

import re
from collections.abc import Iterable, Iterator

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.test.client import ClientHandler
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.permissions import house as houses
from tests.permissions.house import EVE, STRANGER, House
from tests.permissions.rows import EVERYBODY, STAFF, Visitors
from tests.permissions.table import BY_KEY, TABLE

pytestmark = pytest.mark.any_engine  # each page and operation has tests of its own on both

TEACHES = """
The address {name} ({route}) stands in no row of tests/permissions/table.py.
Write one: page(who) for a page that is read, act(who) for a POST, form(who) for both; `who` are those who are let in.
If it names an object, put a real one into tests/permissions/house.py. Then guard the view: `@requires(ABILITY)`, and
start from what the person may see (`Case.objects.visible_to(user)`), so that others get 404."""


def patterns(found: Iterable[URLPattern | URLResolver], space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Each address with its full name; one without a name goes by its route."""
    for each in found:
        if isinstance(each, URLResolver):
            yield from patterns(each.url_patterns, f"{space}{each.namespace}:" if each.namespace else space)
        else:
            yield f"{space}{each.name or each.pattern}", each


# Who serves Hale.
SERVING = {houses.AGENT, houses.LEAD, houses.LEADER, houses.ADMIN}
ADDRESSES = dict(patterns(get_resolver().url_patterns))
# One for all the thousands of visits: it keeps nothing of them, and to make one takes as long as a small page.
HANDLER = ClientHandler(enforce_csrf_checks=False)
WALKED = sorted(name for name in ADDRESSES if name in TABLE)


def path_to(name: str, house: House) -> str:
    pattern = ADDRESSES[name]
    if not pattern.name:
        return f"/{pattern.pattern}"
    return reverse(name, kwargs=house.arguments(name, list(pattern.pattern.converters)))


def visitor(house: House, who: str) -> Client:
    client = Client(raise_request_exception=False)
    if who in house.people:
        client.cookies.load(house.signed_in[house.people[who].pk])
    return client


def as_signed_in(client: Client) -> Client:
    """Another browser of the same person, whom nothing has happened to so far."""
    other = Client(raise_request_exception=False)
    other.handler = HANDLER
    other.cookies.load(client.cookies.output(header="", sep=";"))
    return other


def ask(client: Client, method: str, path: str) -> tuple[str, HttpResponseBase]:
    """What came of it, in a word, and the answer; whatever it did is undone."""
    with transaction.atomic():
        response = getattr(client, method)(path)
        transaction.set_rollback(True)
    status, to = response.status_code, response.get("Location", "")
    if to.startswith("/sign-in/?next="):
        return "sent to sign in", response
    refused = {403: "forbidden", 404: "not there", 405: "not offered"}
    assert status != 500, f"{method} {path} breaks"
    return refused.get(status, "let in"), response


def framed(response: HttpResponseBase) -> bool:
    """Whether others may put this page into a frame of theirs. A file or a picture has no buttons to be tricked into
    pressing."""
    is_page = response.get("Content-Type", "").startswith("text/html")
    policy = response.get("Content-Security-Policy", "")
    return is_page and not (response.get("X-Frame-Options") == "DENY" and "frame-ancestors 'none'" in policy)


def expected(who: str, let_in: Visitors, with_their_own: Visitors) -> str:
    if not let_in:
        return "not offered"
    if who in let_in:
        return "let in"
    if who == STRANGER:
        return "sent to sign in"
    role = houses.PEOPLE[who][1]
    could_elsewhere = any(houses.PEOPLE[other][1] == role for other in let_in if other != STRANGER)
    return "not there" if could_elsewhere or who in with_their_own else "forbidden"


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_each_address_has_its_row(name):
    is_api = name.startswith("api-v1:")
    assert name in TABLE or name in BY_KEY or is_api, TEACHES.format(name=name, route=ADDRESSES[name].pattern)


def test_no_row_speaks_of_an_address_that_is_gone():
    assert not (set(TABLE) | set(BY_KEY)) - set(ADDRESSES)


@pytest.mark.parametrize("name", WALKED)
def test_each_person_may_do_what_the_table_says(house, name):
    """And whoever does not serve Hale reads none of its words, and no page is put into a frame of others."""
    row, path = TABLE[name], path_to(name, house)
    private = () if "customer" in name else (*houses.PRIVATE, house.refund.ref)
    wrong = []
    for who in sorted(EVERYBODY):
        client = visitor(house, who)
        for method, let_in in (("get", row.get), ("post", row.post)):
            came, answer = ask(as_signed_in(client), method, path)
            if came != (hoped := expected(who, let_in, row.with_their_own)):
                wrong.append(f"{method.upper()} {path} as {who}: {came}, should be {hoped}")
            if came == "let in" and name != "message-html" and framed(answer):
                wrong.append(f"{method.upper()} {path} as {who} may stand in a frame of others")
            if method == "get" and who not in SERVING:
                page = answer.getvalue().decode("utf-8", "replace")
                wrong += [f"{path} tells {who} of {words}" for words in private if words in page]
    assert not wrong, "\n".join(wrong)


def test_eve_reads_in_her_own_case_nothing_of_the_same_customers_case_with_us(house):
    eve = visitor(house, EVE)
    page = eve.get(reverse("case", args=[house.kettle.ref])).content.decode()
    assert "My kettle" in page
    assert "My refund of order 1815" not in page
    assert house.refund.ref not in page


def test_a_form_sent_from_elsewhere_is_refused(house):
    """Without the token of our own page no act goes through, whoever is signed in."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(house.people[houses.ADMIN])
    for name in WALKED:
        if TABLE[name].post and name not in ("sign-in",):
            assert client.post(path_to(name, house)).status_code == 403, name


def test_every_role_is_led_to_a_page_of_its_own_and_every_link_of_the_masthead_opens(house):
    for who in sorted(STAFF):
        client = visitor(house, who)
        first = client.get("/", follow=True)
        assert first.status_code == 200, who
        places = _masthead(first.content.decode())
        assert places, who
        for place in places:
            assert client.get(place, follow=True).status_code == 200, f"{who} is offered {place}"


def _masthead(page: str) -> list[str]:
    nav = re.search(r'<nav aria-label="Main">(.*?)</nav>', page, re.DOTALL)
    return re.findall(r'<a href="([^"]+)"', nav[1]) if nav else []
