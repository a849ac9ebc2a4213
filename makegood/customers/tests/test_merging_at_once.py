"""Whatever two people press in the same moment, there is no circle, and nothing of the customer's is left behind."""

import threading

import pytest
from django.db import connection
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.cases.words import Words
from makegood.clockwork import following
from makegood.customers import actions as customers
from makegood.customers.models import Customer, Merge
from makegood.events.models import Event

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def three(db, now) -> list[Customer]:
    return [customers.find_or_create(address=f"ada@{number}.example", at=now) for number in range(3)]


def at_once(acts):
    """Run all in threads of their own, begun together; why those that were refused were."""
    gate, refused = threading.Barrier(len(acts)), []

    def run(act):
        gate.wait(10)
        try:
            act()
        except customers.CannotMerge as refusal:
            refused.append(refusal.reason)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refused


def test_each_into_the_next_all_around_makes_no_circle(three, owner, now):
    around = list(zip(three, [*three[1:], three[0]], strict=True))
    refused = at_once([lambda pair=pair: customers.merge(pair[0], into=pair[1], by=owner, at=now) for pair in around])
    assert set(refused) == {"merged"}
    for one in Customer.objects.all():
        assert one.present.merged_into is None
    assert Merge.objects.count() == 3 - len(refused) == Event.objects.filter(name="customer.merged").count()


def test_the_same_merge_pressed_by_four_is_one_and_parted_by_four_is_parted_once(three, owner, now):
    ada, old, _other = three
    assert at_once([lambda: customers.merge(old, into=ada, by=owner, at=now)] * 4) == ["merged"] * 3
    kept = Merge.objects.get()
    assert at_once([lambda: customers.unmerge(kept, by=owner, at=now)] * 4) == ["parted"] * 3
    assert not Customer.objects.exclude(merged_into=None).exists()


def test_mail_that_comes_in_meanwhile_is_hers_in_the_end(hale, three, owner, now):
    ada, old, _other = three
    address = old.address  # as it stands on the mail: asked for later, it may be Ada's already

    def write(number):
        customer = customers.find_or_create(address=address, at=now)
        words = Words(text=f"Mail {number}", sender=address)
        cases.open_case(brand=hale, customer=customer, subject="", words=words, channel="email", at=now)

    writing = [lambda number=number: write(number) for number in range(5)]
    assert at_once([*writing, lambda: customers.merge(old, into=ada, by=owner, at=now)]) == []
    while following.work(at=timezone.now()):
        pass
    assert Case.objects.filter(customer=ada).count() == 5
