"""Every address of staff, walked as every role."""

import pytest
from django.urls import reverse

from makegood.staff import settings_index
from makegood.staff import urls as staff_urls

PUBLIC = {"sign-in", "forgotten", "reset", "invitation"}
OWN = {"profile", "profile-sessions", "settings"}
OWN_ACTS = {"profile-password", "profile-session-end", "sign-out"}
NOT_FOR_SELLERS = {"profile-tokens", "token-revocation"}
A_KEY = "01900000-0000-7000-8000-000000000000"


def address(pattern):
    kinds = {"ref": "S-NOBODY", "token": "x", "key": A_KEY}
    return reverse(pattern.name, kwargs={name: kinds[name] for name in pattern.pattern.converters})


@pytest.mark.parametrize("pattern", staff_urls.urlpatterns, ids=lambda pattern: pattern.name)
def test_each_page_opens_only_to_whom_it_is_for(client, hale, owner, bea, cleo, dan, sol, pattern):
    path, name = address(pattern), pattern.name
    if name in PUBLIC:
        assert client.get(path).status_code in {200, 410}
        return
    if name != "sign-out":
        for answer in (client.get(path), client.post(path)):
            assert answer.status_code in {302, 405}
            assert answer.status_code == 405 or answer["Location"].startswith("/sign-in/?next=")
    for person in (bea, cleo, dan, sol):
        client.force_login(person)
        seen = client.get(path).status_code
        done = None if name in OWN_ACTS else client.post(path).status_code
        if name in OWN:
            assert (seen, done) in {(200, 200), (200, 302), (200, 405)}
        elif name in OWN_ACTS:
            assert seen == 405
        elif name in NOT_FOR_SELLERS:
            assert done == 403 if person == sol else done in {400, 404}
        else:
            assert {seen, done} <= {403, 405}
            assert 403 in {seen, done}
    client.force_login(owner)
    assert client.get(path).status_code in {200, 404, 405}


def test_the_settings_page_offers_what_a_person_may_change(client, hale, owner, bea):
    def offered(user):
        return {card.url for card in settings_index.shown_to(user)}

    assert offered(bea) & {"/settings/staff/", "/settings/brands/", "/profile/"} == {"/profile/"}
    assert offered(owner) >= {"/settings/staff/", "/settings/teams/"}
    client.force_login(owner)
    assert "/settings/teams/" in client.get("/settings/").content.decode()
