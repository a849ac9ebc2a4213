"""To which company a customer belongs: by mail domains that staff chose, or because one of them said so."""

import pytest

from makegood.customers import actions as customers
from makegood.customers.models import Company, Customer
from makegood.events.models import Event
from makegood.events.refusals import Refusal


def meet(address, now) -> Customer:
    return customers.find_or_create(address=address, at=now)


@pytest.fixture
def acme(bea, now) -> Company:
    return customers.add_company(name="Acme", domains=["Acme.example"], by=bea, at=now)


def test_whoever_writes_from_its_domain_belongs_to_it(acme, now):
    for address in ("ann@acme.example", "bob@mail.acme.example"):
        assert meet(address, now).company == acme
    for address in ("eve@notacme.example", "acme.example@elsewhere.example", "nobody", "x@example"):
        assert meet(address, now).company is None


def test_those_known_already_belong_to_it_but_for_whom_a_person_said_otherwise(bea, now):
    ann, bob, eve = (meet(f"{name}.example", now) for name in ("ann@acme", "bob@it.acme", "eve@notacme"))
    customers.place(bob, None, by=bea, at=now)
    acme = customers.add_company(name="Acme", domains=["acme.example"], by=bea, at=now)
    found = {one: Customer.objects.get(pk=one.pk).company for one in (ann, bob, eve)}
    assert found == {ann: acme, bob: None, eve: None}
    assert Event.objects.get(name="company.added").data == {"people": 1}


@pytest.mark.parametrize(
    ("name", "domains", "field"),
    [
        ("Mails", ["gmail.com"], "domains"),
        ("Mails", ["acme.example"], "domains"),
        ("Mails", ["no domain"], "domains"),
        ("Mails", ["lt"], "domains"),
        ("  ACME ", [], "name"),
        (" \x00", [], "name"),
    ],
)
def test_what_would_mix_companies_up_is_refused(acme, bea, now, name, domains, field):
    with pytest.raises(Refusal) as refused:
        customers.add_company(name=name, domains=domains, by=bea, at=now)
    assert refused.value.field == field
    assert Company.objects.count() == 1


def test_changed_domains_leave_those_who_belong_to_it(acme, bea, now):
    ann, dora = meet("ann@acme.example", now), meet("dora@acme.nl.example", now)
    customers.change_company(acme, name="Acme & Co", domains=["acme.nl.example"], by=bea, at=now)
    assert set(Customer.objects.filter(company=acme)) == {ann, dora}
    assert meet("late@acme.example", now).company is None


def test_a_merge_gives_the_company_and_takes_it_back(acme, ada, bea, now):
    work = meet("ada@acme.example", now)
    kept = customers.merge(work, into=ada, by=bea, at=now)
    assert Customer.objects.get(pk=ada.pk).company == acme
    assert set(Customer.objects.of_company(acme)) == {ada, work}
    customers.unmerge(kept, by=bea, at=now)
    assert set(Customer.objects.of_company(acme)) == {work}


def test_an_erased_customer_belongs_to_nobody(acme, bea, now):
    ann = meet("ann@acme.example", now)
    customers.erase(ann, by=bea, at=now)
    assert Customer.objects.get(pk=ann.pk).company is None
