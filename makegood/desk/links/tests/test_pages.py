"""Linked cases on the page: named by reference or words, shown as far as one may see them, taken off and put back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from makegood.brands import actions as brands
from makegood.cases import actions as cases
from makegood.cases.actions import links
from makegood.cases.models import Link, Way
from makegood.cases.words import Words


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def kettle(hale, ada, now):
    words = Words(text="It leaks.", sender="ada@customer.example")
    return cases.open_case(brand=hale, customer=ada, subject="My kettle", words=words, channel="email", at=now)[0]


def page(client, case) -> str:
    return client.get(reverse("case", args=[case.ref])).content.decode()


def panel(client, case) -> str:
    return page(client, case).split('id="links"')[1].split("</section>")[0]


def questions(client, case) -> int:
    page(client, case)
    with CaptureQueriesContext(connection) as asked:
        page(client, case)
    return len(asked)


def test_linked_by_reference_taken_off_and_put_back(at_desk, refund, kettle):
    where = reverse("case-links", args=[refund.ref])
    at_desk.post(where, {"way": "duplicate-of", "to": kettle.ref.lower()})
    assert "Duplicate of" in panel(at_desk, refund).split("<details")[0]
    assert f"?to={kettle.ref}" in panel(at_desk, refund)
    assert "Duplicated by" in panel(at_desk, kettle).split("<details")[0]
    at_desk.post(reverse("link-removal", args=[kettle.ref, Link.objects.get().pk]))
    shown = panel(at_desk, refund).split("<details")[0]
    assert "Put it back" in shown
    at_desk.post(where, {"way": "duplicate-of", "to": kettle.ref})
    assert "Put it back" not in panel(at_desk, refund)


def test_words_find_cases_to_choose_from(at_desk, refund, kettle):
    where = reverse("case-links", args=[refund.ref])
    answer = at_desk.post(where, {"way": "blocked-by", "to": "leaks"})
    assert answer.status_code == 422
    assert f'name="to" value="{kettle.ref}"' in answer.content.decode()
    offered = at_desk.get(reverse("case-links-offered", args=[refund.ref]), {"to": "leaks"}).content.decode()
    assert f'<option value="{kettle.ref}">My kettle</option>' in offered
    assert "There is no such case" in at_desk.post(where, {"way": "blocks", "to": "C-22222"}).content.decode()
    assert not Link.objects.exists()


def test_of_a_case_out_of_sight_nothing_is_told_but_its_reference(client, at_desk, refund, kettle, bea, eve, now):
    north = brands.open_brand(
        name="North", languages=["en"], timezone="Europe/London", calendar=kettle.brand.calendar,
        teams=list(eve.teams.all()), by="", at=now,
    )  # fmt: skip
    words = Words(text="Secret.", sender="ada@customer.example")
    hidden, _ = cases.open_case(
        brand=north, customer=kettle.customer, subject="Their matter", words=words, channel="email", at=now
    )
    links.link(refund, way=Way.RELATED, other=hidden, by=bea, at=now)
    shown = page(at_desk, refund)
    assert hidden.ref in shown
    assert "Their matter" not in shown
    assert reverse("case", args=[hidden.ref]) not in shown
    answer = at_desk.post(reverse("case-links", args=[kettle.ref]), {"way": "related", "to": hidden.ref})
    assert answer.status_code == 422


def test_many_links_cost_no_more_questions_than_one(at_desk, refund, kettle, ada, hale, bea, now):
    links.link(refund, way=Way.RELATED, other=kettle, by=bea, at=now)
    one = questions(at_desk, refund)
    for number in range(4):
        words = Words(text="?", sender="ada@customer.example")
        more, _ = cases.open_case(brand=hale, customer=ada, subject=f"{number}", words=words, channel="email", at=now)
        links.link(refund, way=Way.PARENT_OF, other=more, by=bea, at=now)
    assert questions(at_desk, refund) == one
