"""Somebody merges a customer into one who is erased in the same moment: whoever comes first, nothing of them is left."""

import threading

import pytest
from django.db import connection

from makegood.customers import actions as customers
from makegood.customers.models import ContactPoint, Customer, Erasure

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("attempt", range(4))
def test_a_merge_and_an_erasure_at_once_leave_nobody_half_erased(owner, now, attempt):
    ada = customers.find_or_create(address="ada@customer.example", name="Ada", at=now)
    old = customers.find_or_create(address="ada@old.example", name="Ada", at=now)
    gate, refused = threading.Barrier(3), []

    def run(act):
        gate.wait(10)
        try:
            act()
        except customers.CannotMerge as refusal:
            refused.append(refusal.reason)
        finally:
            connection.close()

    acts = [
        lambda: customers.merge(old, into=ada, by=owner, at=now),
        lambda: customers.erase(ada, by=owner, at=now),
        lambda: customers.erase(ada, by=owner, at=now),
    ]
    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    known = Customer.objects.part_of(ada)
    assert [one.name for one in known] == [""] * len(known)
    assert not ContactPoint.objects.filter(customer__in=known).exists()
    assert Erasure.objects.get().customer == ada
    old.refresh_from_db()
    assert (refused, old.name) in ((["erased"], "Ada"), ([], ""))
