"""What the palette offers to whom."""

from django.urls import reverse
from django.utils import timezone

from makegood.cases.actions import viewing
from makegood.cases.actions.viewing import Look
from makegood.cases.models import Reach


def offered(client, user) -> dict[str, str]:
    client.force_login(user)
    return {one["name"]: one["url"] for one in client.get(reverse("palette")).json()["entries"]}


def test_bea_finds_what_she_read_and_her_views_and_eve_finds_none_of_it(client, refund, bea, eve):
    look = Look(name="The bank", text="tag:bank", sort="newest", columns=(), reach=Reach.OWN)
    view = viewing.save_view(None, look, by=bea, at=timezone.now())
    assert "My refund" not in offered(client, bea)
    page = reverse("case", args=[refund.ref])
    client.get(page)
    found = offered(client, bea)
    assert (found["My refund"], found["The bank"]) == (page, reverse("inbox-view", args=[view.key]))
    assert "Without owner" in found and "Deleted" not in found and "Mailboxes" not in found
    assert not {"My refund", "The bank"} & set(offered(client, eve))


def test_who_works_on_no_cases_finds_their_settings_alone(client, hale, sol):
    assert set(offered(client, sol)) == {"Your settings"}
