"""Companies on pages: written down from a customer, seen as far as one may, and found by a filter word."""

import pytest
from django.urls import reverse

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.customers.models import Company, Customer


@pytest.fixture
def acme(hale, refund, ada, bea, now) -> Company:
    company = customers.add_company(name="Acme", domains=["customer.example"], by=bea, at=now)
    for number in range(3):
        other = customers.find_or_create(address=f"{number}@customer.example", name=f"Nr {number}", at=now)
        words = Words(text="It drips.", sender=other.address)
        cases.open_case(brand=hale, customer=other, subject=f"Tap {number}", words=words, channel="email", at=now)
    return company


def read(client, name, *args, **query) -> str:
    return client.get(reverse(name, args=args), query).content.decode()


def test_its_page_has_its_people_cases_and_promises(client, acme, ada, refund, bea):
    client.force_login(bea)
    told = read(client, "company", acme.ref)
    for words in ("Ada Byron", "Nr 2", "My refund", "Tap 2", "None was due so far."):
        assert words in told
    for name, ref in (("customer", ada.ref), ("case", refund.ref)):
        assert reverse("company", args=[acme.ref]) in read(client, name, ref)
    assert "Acme" in read(client, "companies", begins="AC")


def test_filter_words_find_its_cases(client, acme, refund, bea):
    client.force_login(bea)
    for words in ("company:acme", "company:customer.example", f"company:{acme.ref}"):
        assert "My refund" in read(client, "search", q=words)
    assert "My refund" not in read(client, "search", q="-company:acme status:open")
    assert "There is no company “nobody” that you may see." in read(client, "search", q="company:nobody")


def test_a_customer_is_put_into_a_new_company_and_out_of_it(client, refund, ada, bea):
    client.force_login(bea)
    place = reverse("customer-company", args=[ada.ref])
    refused = client.post(place, {"company": "Byron Works"})
    assert refused.status_code == 422
    new = f"{reverse('company-new')}?name=Byron+Works&amp;customer={ada.ref}"
    assert new in refused.content.decode()
    assert "customer.example" in client.get(new.replace("&amp;", "&")).content.decode(), "the domain is offered"
    client.post(new.replace("&amp;", "&"), {"name": "Byron Works", "domains": ""})
    assert str(Customer.objects.get(pk=ada.pk).company) == "Byron Works"
    client.post(place, {"company": ""})
    assert Customer.objects.get(pk=ada.pk).company is None


def test_more_people_cost_no_more_questions(client, acme, hale, bea, now, django_assert_max_num_queries):
    client.force_login(bea)
    with django_assert_max_num_queries(16):
        client.get(reverse("company", args=[acme.ref]))
