"""Merging on pages: chosen among the customer's own cases, looked at first, taken back."""

import pytest
from django.urls import reverse

from makegood.cases import actions as cases
from makegood.cases.models import Case, Merge
from makegood.cases.words import Words
from makegood.customers import actions as customers


@pytest.fixture
def second(hale, ada, now, refund) -> Case:
    words = Words(text="Is anybody there?", sender="ada@customer.example")
    return cases.open_case(brand=hale, customer=ada, subject="Refund!", words=words, channel="email", at=now)[0]


def page(client, case: Case, **query) -> str:
    return client.get(reverse("case-merging", args=[case.ref]), query).content.decode()


def test_an_agent_chooses_looks_merges_and_parts_again(client, refund, second, bea):
    client.force_login(bea)
    assert refund.ref in page(client, second)
    look = page(client, second, to=refund.ref.lower())
    assert "1 message comes in from here." in look
    assert "3 promises come along, due as they were." in look
    assert not Merge.objects.exists()
    done = client.post(reverse("case-merging", args=[second.ref]), {"to": refund.ref}, follow=True)
    assert done.redirect_chain[-1][0] == reverse("case", args=[refund.ref])
    assert "Is anybody there?" in done.content.decode()
    # The old address leads to the one case, and so does its own page of merges.
    assert client.get(reverse("case", args=[second.ref])).headers["Location"] == reverse("case", args=[refund.ref])
    assert "Undo the merge" in page(client, refund)
    merge = Merge.objects.get()
    client.post(reverse("case-parting", args=[refund.ref, merge.pk]))
    second.refresh_from_db()
    assert second.merged_into is None
    assert "Undo the merge" not in page(client, refund)


def test_two_customers_are_said_to_be_two(client, refund, hale, bea, now):
    eve = customers.find_or_create(address="eve@evil.example", at=now)
    other, _ = cases.open_case(brand=hale, customer=eve, subject="x", words=Words(text="x"), channel="email", at=now)
    client.force_login(bea)
    look = page(client, other, to=refund.ref)
    assert "They are cases of two customers." in look


def test_who_will_read_more_than_before_is_named_first(client, refund, hale, ada, bea, now):
    words = Words(text="?", sender="ada@customer.example", cc=("sis@customer.example",))
    second, _ = cases.open_case(brand=hale, customer=ada, subject="x", words=words, channel="email", at=now)
    client.force_login(bea)
    look = page(client, second, to=refund.ref)
    assert "They will read all that is said there, before and after: sis@customer.example" in look


@pytest.mark.parametrize("named", ["C-222222", "nonsense", "C-" + "9" * 40])
def test_a_case_that_is_not_there_is_said_so(client, refund, bea, named):
    client.force_login(bea)
    answer = client.post(reverse("case-merging", args=[refund.ref]), {"to": named})
    assert answer.status_code == 422
    assert "There is no such case" in answer.content.decode()


def test_itself_junk_and_closed_are_refused_in_words(client, refund, second, bea, now):
    client.force_login(bea)
    assert "That is this case itself." in page(client, refund, to=refund.ref)
    cases.junk(second, by=bea, at=now)
    answer = client.post(reverse("case-merging", args=[refund.ref]), {"to": second.ref})
    assert (answer.status_code, Merge.objects.count()) == (409, 0)
    assert "lies in Junk" in answer.content.decode()


def test_eve_merges_nothing_of_ours(client, refund, second, eve):
    client.force_login(eve)
    assert client.post(reverse("case-merging", args=[second.ref]), {"to": refund.ref}).status_code == 404
    assert not Merge.objects.exists()
