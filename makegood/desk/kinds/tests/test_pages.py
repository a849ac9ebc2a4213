"""Kinds on the pages: on a case, on rows, and the list that administrators keep."""

import pytest
from django.urls import reverse

from makegood.cases.actions import kinds
from makegood.cases.models import Kind


@pytest.fixture
def complaint(owner, now) -> Kind:
    return kinds.add("Complaint", names={"nl": "Klacht"}, by=owner, at=now)


def shown(client, case) -> str:
    return client.get(reverse("case", args=[case.ref])).content.decode()


def test_a_kind_is_chosen_on_the_page_told_and_shown_in_lists(client, refund, complaint, bea):
    client.force_login(bea)
    where = reverse("case-kind", args=[refund.ref])
    client.post(where, {"kind": str(complaint.pk)})
    page = shown(client, refund)
    assert f'<option value="{complaint.pk}" selected>Complaint</option>' in page
    assert "Bea made the kind Complaint" in page
    assert '<span dir="auto">Complaint</span>' in client.get("/").content.decode()
    client.post(where, {"kind": ""})
    assert "Bea took the kind Complaint off" in shown(client, refund)
    answer = client.post(where, {"kind": "nonsense"})
    assert answer.status_code == 422
    assert "Choose a kind from the list." in answer.content.decode()


def test_without_kinds_the_page_asks_for_none(client, refund, bea):
    client.force_login(bea)
    assert 'id="kind"' not in shown(client, refund)


def test_an_administrator_keeps_the_list(client, owner, complaint, refund):
    client.force_login(owner)
    client.post(reverse("kind-new"), {"name": "Question"})
    taken = client.post(reverse("kind-new"), {"name": "complaint", "name_lt": "Skundas"})
    assert taken.status_code == 422
    assert "There is one of this name already." in taken.content.decode()
    assert 'value="Skundas"' in taken.content.decode()
    question = Kind.objects.get(slug="question")
    client.post(reverse("kind-place", args=[question.pk]), {"up": "1"})
    client.post(reverse("kind", args=[complaint.pk]), {"name": "Grievance", "name_nl": "Bezwaar"})
    client.post(reverse("kind-retirement", args=[complaint.pk]))
    page = client.get(reverse("kinds")).content.decode()
    assert page.index("kind:question") < page.index("kind:complaint")
    assert "Grievance" in page
    assert "retired" in page
    type(owner).objects.filter(pk=owner.pk).update(language="nl")
    assert "Bezwaar" in client.get(reverse("kinds")).content.decode()
