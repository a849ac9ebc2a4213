"""What the palette offers to whom."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions import viewing
from makegood.cases.actions.viewing import Look
from makegood.cases.models import Reach
from makegood.cases.words import Words


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


def test_what_was_read_last_comes_first_as_long_as_it_leads_anywhere(client, hale, ada, refund, bea, owner, now):
    def case(subject):
        words = Words(text="?", language="en", sender="ada@customer.example")
        return cases.open_case(brand=hale, customer=ada, subject=subject, words=words, channel="email", at=now)[0]

    lamp, chair, gone = case("My lamp"), case("My lamp"), case("My sofa")
    client.force_login(bea)
    for read in (refund, gone, lamp, chair, lamp):
        cases.mark_seen(read, by=bea, at=timezone.now())
    cases.delete(gone, by=owner, at=now)

    def first() -> list[str]:
        told = client.get(reverse("palette")).json()["entries"]
        return [one["url"].rpartition("/")[2] for one in told if one["is_first"]]

    assert first() == [lamp.ref, chair.ref, refund.ref]
    cases.merge(chair, into=lamp, by=bea, at=now)
    assert first() == [lamp.ref, refund.ref]
    bea.teams.clear()
    assert first() == []


def test_more_cases_read_ask_no_more(client, refund, bea, django_assert_num_queries):
    client.force_login(bea)
    page = reverse("palette")
    client.get(page)
    with CaptureQueriesContext(connection) as without:
        client.get(page)
        asked = len(without)
    client.get(reverse("case", args=[refund.ref]))
    with django_assert_num_queries(asked):
        client.get(page)
