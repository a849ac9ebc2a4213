"""Whoever types another's address into the form reads nothing of that person's, whatever cases are made one."""

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases import tokens
from makegood.cases.models import Case, Merge, Party


def ask(client, address: str) -> tuple[Case, str]:
    """A case from the public form, and the address of its page."""
    before = set(Case.objects.values_list("pk", flat=True))
    client.post("/ask", {"words": "Where is my money?", "address": address})
    case = Case.objects.exclude(pk__in=before).get()
    return case, link(case)


def link(case: Case) -> str:
    return f"/c/{tokens.for_link(case.parties.get(role=Party.Role.CUSTOMER).key)}"


@pytest.mark.parametrize("goes", ["theirs", "hers"])
def test_merging_shows_the_other_case_to_nobody_who_only_typed_its_address(client, refund, bea, goes):
    theirs, page = ask(client, "ada@customer.example")
    source, target = (theirs, refund) if goes == "theirs" else (refund, theirs)
    hers = link(refund)
    cases.merge(source, into=target, by=bea, at=timezone.now())
    assert client.get(page).status_code == 404
    assert client.post(f"{page}/words", {"words": "And now?"}).status_code == 404
    assert "Where is my money?" in client.get(hers).content.decode()
    cases.unmerge(Merge.objects.get(), by=bea, at=timezone.now())
    assert "Where is my money?" in client.get(page).content.decode()


def test_nor_when_their_words_are_moved_on_from_there(client, refund, bea):
    theirs, page = ask(client, "ada@customer.example")
    cases.merge(theirs, into=refund, by=bea, at=timezone.now())
    said = refund.messages.get(channel="portal")
    cases.split(said.case, [said], customer=refund.customer, by=bea, at=timezone.now())
    assert client.get(page).status_code == 404


def test_whoever_gave_no_address_keeps_their_only_page(client, refund, bea):
    nameless, page = ask(client, "")
    cases.merge(nameless, into=refund, by=bea, at=timezone.now())
    assert client.get(page).status_code == 200
