"""Who is blocked is listed for whoever may see them, and unblocked there."""

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.customers import actions as customers
from makegood.ui import keyset


@pytest.fixture
def blocked(hale, refund, ada, bea):
    """Ada, who has a case of Bea's team."""
    return customers.block(ada, by=bea.key, at=timezone.now())


def listed(client, user, **address):
    client.force_login(user)
    return client.get(reverse("blocked-senders"), address)


def test_a_blocked_sender_is_listed_and_unblocked(client, blocked, bea):
    page = listed(client, bea).content.decode().replace("<wbr>", "")
    assert "Ada" in page and "ada@customer.example" in page
    said = client.post(reverse("customer-unblocking", args=[blocked.ref]), follow=True).content.decode()
    assert "Unblocked: words of Ada" in said and "Nobody is blocked" in said
    blocked.refresh_from_db()
    assert blocked.blocked_at is None


def test_out_of_sight_nobody_is_listed_or_unblocked(client, blocked, eve):
    assert "Ada" not in listed(client, eve).content.decode()
    assert client.post(reverse("customer-unblocking", args=[blocked.ref])).status_code == 404
    blocked.refresh_from_db()
    assert blocked.blocked_at is not None


def test_the_list_goes_on_page_by_page(client, hale, owner, monkeypatch):
    monkeypatch.setattr(keyset, "PAGE", 2)
    at = timezone.now()
    for number in range(5):
        one = customers.find_or_create(address=f"{number}@customer.example", name=f"N{number}", at=at)
        customers.block(one, by=owner.key, at=at)
    names, after = [], listed(client, owner)
    while True:
        names += [one.name for one in after.context["blocked"]]
        if not after.context["older"]:
            break
        after = client.get(after.context["older"])
    assert sorted(names) == [f"N{number}" for number in range(5)]
