"""Merging customers on pages: found, looked at first, done by one press, taken back by one."""

import pytest
from django.urls import reverse

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.customers.models import Customer, Merge


@pytest.fixture
def old(hale, now) -> Customer:
    """Ada by an older address, with a case of her own."""
    customer = customers.find_or_create(address="ada@old.example", name="A. Byron", at=now)
    words = Words(text="It drips.", sender="ada@old.example", cc=("ada@customer.example",))
    cases.open_case(brand=hale, customer=customer, subject="My kettle", words=words, channel="email", at=now)
    return customer


def read(client, name, *args, **query) -> str:
    return client.get(reverse(name, args=args), query).content.decode()


def test_one_page_tells_of_a_customer(client, refund, ada, bea):
    client.force_login(bea)
    told = read(client, "customer", ada.ref)
    for words in ("Ada Byron", "ada@customer.example".replace("@", "<wbr>@"), "My refund", "First reply"):
        assert words in told
    assert reverse("customer", args=[ada.ref]) in read(client, "case", refund.ref)


def test_an_agent_finds_looks_merges_and_parts_again(client, refund, ada, old, bea):
    client.force_login(bea)
    assert ada.ref in read(client, "customer-merging", old.ref), "she was copied into the other's case"
    look = read(client, "customer-merging", old.ref, to="Ada@Customer.example")
    assert "1 case goes over." in look
    assert "3 promises stay as they are, and are shown with theirs." in look
    assert not Merge.objects.exists()
    done = client.post(reverse("customer-merging", args=[old.ref]), {"to": ada.ref}, follow=True)
    assert done.redirect_chain[-1][0] == reverse("customer", args=[ada.ref])
    for words in ("My kettle", "My refund", "Known before as"):
        assert words in done.content.decode()
    moved = client.get(reverse("customer", args=[old.ref]))
    assert moved.headers["Location"] == reverse("customer", args=[ada.ref])
    parting = reverse("customer-parting", args=[ada.ref, Merge.objects.get().pk])
    parted = client.post(parting, follow=True).content.decode()
    assert "They are two customers again." in parted
    assert "My refund" not in parted
    assert "They are two customers already." in client.post(parting, follow=True).content.decode()


@pytest.mark.parametrize("named", ["K-222222", "nobody@nowhere.example", "x" * 900, "\x00@\x00", "ada"])
def test_whom_nobody_knows_is_said_so(client, refund, ada, bea, named):
    client.force_login(bea)
    answer = client.post(reverse("customer-merging", args=[ada.ref]), {"to": named})
    assert answer.status_code == 422
    assert "There is no such customer, or you may not see them." in answer.content.decode()


def test_a_customer_of_a_brand_that_one_does_not_serve_is_as_if_not_there(client, refund, ada, old, eve, support, bea):
    client.force_login(eve)
    assert client.get(reverse("customer", args=[ada.ref])).status_code == 404
    assert client.post(reverse("customer-merging", args=[old.ref]), {"to": ada.ref}).status_code == 404
    stranger = customers.find_or_create(address="zoe@elsewhere.example", at=refund.opened_at)
    client.force_login(bea)
    for named in (stranger.ref, "zoe@elsewhere.example"):
        assert client.post(reverse("customer-merging", args=[ada.ref]), {"to": named}).status_code == 422
    assert not Merge.objects.exists()


def test_itself_and_whom_somebody_merged_meanwhile_are_refused_in_words(client, refund, ada, old, bea, now):
    client.force_login(bea)
    assert "That is this customer." in read(client, "customer-merging", ada.ref, to=ada.ref)
    customers.merge(old, into=ada, by=bea, at=now)
    answer = client.post(reverse("customer-merging", args=[ada.ref]), {"to": old.ref})
    assert (answer.status_code, Merge.objects.count()) == (409, 1)
    assert "That is this customer." in answer.content.decode()


def test_that_a_block_goes_over_is_told_first(client, refund, ada, old, bea, now):
    customers.block(old, by=bea.key, at=now)
    client.force_login(bea)
    assert "One of them is blocked." in read(client, "customer-merging", old.ref, to=ada.ref)


def test_a_page_asks_no_more_for_many_cases(client, hale, refund, ada, bea, now, django_assert_max_num_queries):
    client.force_login(bea)
    for number in range(40):
        words = Words(text="?", sender="ada@customer.example")
        cases.open_case(brand=hale, customer=ada, subject=f"No {number}", words=words, channel="email", at=now)
    with django_assert_max_num_queries(26):  # four of them note that she looked
        told = read(client, "customer", ada.ref)
    assert told.count('href="/cases/') > 20
    assert "after=" in told, "the older ones are a press away"
    assert Case.objects.filter(customer=ada).count() == 41
