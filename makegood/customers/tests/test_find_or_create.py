import datetime as dt
import threading

import pytest
from django.db import connection

from makegood.customers import actions as customers
from makegood.customers.models import ContactPoint, Customer
from makegood.events.models import Event

AT = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)


@pytest.mark.django_db
def test_ada_is_met_once_however_she_writes_her_address():
    first = customers.find_or_create(address="Ada@Example.ORG", name=" Ada\n Byron ", language="en", at=AT)
    again = customers.find_or_create(address=" ada@example.org", name="Somebody else", at=AT)
    assert again == first
    assert first.name == "Ada Byron"
    assert first.key.startswith("K-")
    assert first.address == "ada@example.org"
    assert list(Event.objects.about(first.key).values_list("name", flat=True)) == ["customer.met"]


@pytest.mark.django_db
def test_the_log_knows_no_word_of_hers():
    customer = customers.find_or_create(address="ada@example.org", name="Ada Byron", at=AT)
    event = Event.objects.about(customer.key).get()
    assert "ada" not in str(event.data).lower() + str(event.facets).lower()


@pytest.mark.django_db
def test_a_known_customer_costs_one_query(django_assert_num_queries):
    customers.find_or_create(address="ada@example.org", at=AT)
    with connection.cursor():
        pass
    with django_assert_num_queries(3):  # the transaction's beginning and end, and one question
        customers.find_or_create(address="ada@example.org", at=AT)


@pytest.mark.django_db
def test_a_merged_customer_leads_to_the_one_they_are_part_of():
    old = customers.find_or_create(address="ada@old.example", at=AT)
    new = customers.find_or_create(address="ada@new.example", at=AT)
    Customer.objects.filter(pk=old.pk).update(merged_into=new)
    assert customers.find_or_create(address="ada@old.example", at=AT) == new


@pytest.mark.django_db
@pytest.mark.parametrize("claimed", ["", "MAILER-DAEMON", "a\x00b@x.example", "\ud83d@x", "x" * 900 + "@y.example"])
def test_any_claimed_sender_can_be_kept(claimed):
    customer = customers.find_or_create(address=claimed, name="\ud800 \x00name", at=AT)
    assert Customer.objects.get(pk=customer.pk) == customer
    assert customers.find_or_create(address=claimed, at=AT) == customer


@pytest.mark.django_db(transaction=True)
def test_two_mails_at_the_same_moment_meet_one_customer():
    barrier, met = threading.Barrier(4), []

    def write():
        try:
            barrier.wait(10)
            met.append(customers.find_or_create(address="ada@example.org", at=AT).pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(met) == 4
    assert len(set(met)) == 1
    assert ContactPoint.objects.count() == Customer.objects.count() == 1


@pytest.mark.django_db
def test_her_language_name_and_silence_are_kept_and_told():
    ada = customers.find_or_create(address="ada@example.org", at=AT)
    customers.note_language(ada, "lt", at=AT)
    customers.note_language(ada, "lt", at=AT)
    customers.rename(ada, name="Ada Lovelace", by="S-BEA", at=AT)
    customers.block(ada, by="S-BEA", at=AT)
    ada.refresh_from_db()
    assert (ada.language, ada.name, ada.blocked_at) == ("lt", "Ada Lovelace", AT)
    customers.unblock(ada, by="S-BEA", at=AT)
    ada.refresh_from_db()
    assert ada.blocked_at is None
    assert list(Event.objects.about(ada.key).order_by("id").values_list("name", flat=True)) == [
        "customer.met",
        "customer.language_noted",
        "customer.renamed",
        "customer.blocked",
        "customer.unblocked",
    ]
