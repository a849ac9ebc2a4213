"""What the same colleague writes in another tab or on another device is not written over unseen."""

import pytest
from django.urls import reverse

from makegood.cases.models import Draft


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


def keep(client, case, text, known=None):
    typed = {"kind": "reply", "text": text} | ({} if known is None else {"draft_at": known})
    return client.post(reverse("case-draft", args=[case.ref]), typed)


def known_to_the_page(client, case) -> str:
    return client.get(reverse("case", args=[case.ref])).context["draft_at"]


def test_a_page_that_knows_an_older_draft_is_answered_with_the_newer_one(at_desk, refund):
    before = known_to_the_page(at_desk, refund)
    assert before == ""
    kept = keep(at_desk, refund, "From the telephone.", before)
    assert (kept.status_code, kept.headers["X-Draft-At"]) == (204, known_to_the_page(at_desk, refund))
    refused = keep(at_desk, refund, "From the desk.", before)
    assert refused.status_code == 409
    assert refused.json() == {"text": "From the telephone.", "at": known_to_the_page(at_desk, refund)}
    assert Draft.objects.get().text == "From the telephone."
    assert keep(at_desk, refund, "", before).status_code == 409, "emptied there, it is not thrown away here"
    assert keep(at_desk, refund, "From the desk.", refused.json()["at"]).status_code == 204
    assert Draft.objects.get().text == "From the desk."


def test_the_same_words_and_a_page_that_does_not_say_are_kept(at_desk, refund):
    keep(at_desk, refund, "One\r\ntwo")
    assert keep(at_desk, refund, "One\ntwo", "").status_code == 204
    assert keep(at_desk, refund, "Three").status_code == 204
    assert Draft.objects.get().text == "Three"


def test_a_refused_reply_does_not_write_over_it_either(at_desk, refund):
    keep(at_desk, refund, "From the telephone.")
    typed = {"kind": "reply", "text": "From the desk.", "to": "nobody at all", "draft_at": ""}
    shown = at_desk.post(reverse("case-replies", args=[refund.ref]), typed)
    assert (shown.status_code, shown.context["draft"], shown.context["draft_at"]) == (422, "From the desk.", "")
    assert Draft.objects.get().text == "From the telephone."
