"""People whose name we do not know are still called something that one can read."""

import pytest
from django.urls import reverse

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.desk import filling


def page(ref: str, name: str = "case") -> str:
    return reverse(name, args=[ref])


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


def test_whoever_gave_no_name_is_called_by_their_address(at_desk, hale, now, django_assert_max_num_queries):
    nameless = customers.find_or_create(address="x17@customer.example", name="", language="en", at=now)
    words = Words(text="Hello", sender="x17@customer.example")
    case, _ = cases.open_case(brand=hale, customer=nameless, subject="Hi", words=words, channel="email", at=now)
    with django_assert_max_num_queries(15):
        listed = at_desk.get(reverse("inbox-view", args=["all"])).content.decode()
    assert "x17@customer.example" in listed
    assert nameless.ref not in listed
    assert "Your words to x17@customer.example" in at_desk.get(page(case.ref)).content.decode()


def test_a_template_for_somebody_without_a_name_reads_well(hale, bea, now):
    nameless = customers.find_or_create(address="x17@customer.example", name="", language="en", at=now)
    words = Words(text="Hello", sender="x17@customer.example")
    case, _ = cases.open_case(brand=hale, customer=nameless, subject="Hi", words=words, channel="email", at=now)
    assert filling.fill("Hello {customer},\n\n{agent}", case, bea) == "Hello,\n\nBea"
    case.language = "ja"
    assert filling.fill("{customer}様", case, bea) == "お客様"
    case.customer.name = "Ada"
    assert filling.fill("Hello {customer} ({case})", case, bea) == f"Hello Ada ({case.ref})"
