"""Names are offered while one types; who is named reads it above every page until the case was opened."""

import pytest
from django.urls import reverse

from makegood.cases import actions as cases

NOTE = {"kind": "note", "text": "@Eve, did your warehouse have it?"}


@pytest.fixture
def named(client, refund, bea, eve):
    client.force_login(bea)
    client.post(reverse("case-notes", args=[refund.ref]), NOTE)
    client.force_login(eve)
    return client


def test_it_stands_above_every_page_until_they_open_the_case(named, refund):
    shown = named.get("/").content.decode()
    assert "Bea named you in a note" in shown
    assert "did your warehouse have it" in shown
    assert named.get(reverse("case", args=[refund.ref])).status_code == 200
    assert "named you" not in named.get("/").content.decode()
    assert "My refund" in named.get("/search", {"q": "mentioned:me"}).content.decode()


def test_a_name_that_is_nobodys_is_told_and_the_note_kept(client, refund, bea):
    client.force_login(bea)
    told = client.post(reverse("case-notes", args=[refund.ref]), NOTE | {"text": "@Evve, please"}, follow=True)
    assert "Nobody is called “@Evve”" in told.content.decode()
    assert refund.messages.filter(text="@Evve, please").exists()


def test_offered_by_any_part_of_the_name(client, hale, bea, cleo):
    client.force_login(bea)
    offered = client.get(reverse("colleagues"), {"q": "c"}).content.decode()
    assert "Cleo" in offered
    assert "Support" not in offered
    assert "Bea" not in client.get(reverse("colleagues")).content.decode()


def test_the_customer_never_sees_who_was_named(client, refund, bea, cleo):
    cases.note(refund, text="@Cleo, is this fraud?", by=bea, at=refund.last_at)
    assert not refund.messages.for_customer().filter(text__contains="fraud").exists()
