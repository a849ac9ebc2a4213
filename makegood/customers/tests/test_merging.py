"""Two customers turn out to be one: nothing of theirs is lost, it can be taken back, and the ledger stays as it was."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.cases.words import Words
from makegood.clockwork import following
from makegood.customers import actions as customers
from makegood.customers.models import Customer, Merge
from makegood.events.models import Event
from makegood.orders import actions as orders
from makegood.orders.models import Order
from makegood.orders.sale import Piece, Sale
from makegood.promises import actions as promises
from makegood.promises import verifying
from makegood.promises.models import Commitment, LedgerEntry
from makegood.promises.reading import LedgerForm
from makegood.recovery import actions as recovery
from makegood.recovery.gift import Gift
from makegood.recovery.models import Recovery, Remedy, Trigger

HOUR = dt.timedelta(hours=1)
OLD = "ada@old.example"
TEN = Gift(kind="credit", amount=Decimal("10.00"), currency="EUR")


@pytest.fixture
def old(db, now) -> Customer:
    """Ada, as we knew her by the address she had before."""
    return customers.find_or_create(address=OLD, name="A. Byron", language="nl", timezone="Europe/Amsterdam", at=now)


def write(brand, customer, address, at, text="Is anybody there?") -> Case:
    words = Words(text=text, language="en", sender=address)
    return cases.open_case(brand=brand, customer=customer, subject="Kettle", words=words, channel="email", at=at)[0]


@pytest.fixture
def kettle(hale, old, now) -> Case:
    return write(hale, old, OLD, now)


@pytest.fixture
def bought(hale, old, now) -> Order:
    piece = (Piece("KETTLE", 1, Decimal("49.00")),)
    sale = Sale("1815", OLD, "EUR", now, piece, promised_at=now + 24 * HOUR)
    return orders.take(sale, source="csv", brand=hale, at=now)


def test_all_that_is_theirs_goes_over(refund, ada, old, kettle, bought, owner, now):
    recovery.set_authority(role="admin", currency="EUR", per_case=Decimal(50), per_month=Decimal(50), by=owner, at=now)
    recovery.grant(kettle, TEN, by=owner, at=now)
    recovery.open_by_hand(kettle, Trigger.Kind.BY_HAND, by=owner, at=now)
    customers.merge(old, into=ada, by=owner, at=now + HOUR)
    for model in (Case, Order, Remedy, Recovery):
        assert not model.objects.filter(customer=old).exists(), model
    assert set(ada.cases.all()) == {refund, kettle}
    assert sorted(ada.contact_points.values_list("value", flat=True)) == ["ada@customer.example", OLD]
    assert kettle.parties.get().customer == ada


def test_a_new_mail_from_either_address_is_hers(ada, old, owner, now):
    customers.merge(old, into=ada, by=owner, at=now)
    for address in (OLD, "Ada@Customer.example"):
        assert customers.find_or_create(address=address, at=now + HOUR) == ada


def test_what_the_one_is_not_known_by_the_other_gives(ada, old, owner, now):
    customers.block(old, by=owner.key, at=now)
    customers.merge(old, into=ada, by=owner, at=now)
    ada.refresh_from_db()
    assert (ada.name, ada.language, ada.timezone) == ("Ada Byron", "en", "Europe/Amsterdam")
    assert ada.blocked_at == now, "whoever was blocked stays so"


def test_every_promise_is_kept_and_the_ledger_is_as_it_was(refund, ada, old, kettle, owner, now):
    before = list(LedgerEntry.objects.order_by("pk").values())
    made = list(Commitment.objects.order_by("pk").values())
    promises.seal(at=now)
    customers.merge(old, into=ada, by=owner, at=now + HOUR)
    assert list(LedgerEntry.objects.order_by("pk").values()) == before
    assert list(Commitment.objects.order_by("pk").values()) == made, "promises stay with whom they were made for"
    assert verifying.verify().is_whole
    shown = ledger_of(ada, owner)
    assert {entry.commitment.about for entry in shown} == {refund.ref, kettle.ref}
    assert {entry.commitment.about for entry in ledger_of(old, owner)} == {kettle.ref}


def ledger_of(customer, reader):
    form = LedgerForm({"customer": customer.ref}, user=reader)
    assert form.is_valid(), form.errors
    return form.narrow(LedgerEntry.objects.visible_to(reader))


def test_a_break_is_made_good_to_who_they_are_now(ada, old, kettle, owner, now):
    customers.merge(old, into=ada, by=owner, at=now)
    broken = Commitment.objects.about(kettle.ref).filter(key="first-reply").get()
    assert broken.customer.present == ada


def test_the_log_says_who_made_them_one_and_who_parted_them(ada, old, owner, now):
    kept = customers.merge(old, into=ada, by=owner, at=now)
    customers.unmerge(kept, by=owner, at=now + HOUR)
    told = Event.objects.filter(name__in=("customer.merged", "customer.merged_into", "customer.parted")).order_by("id")
    assert [(event.name, event.about, event.by) for event in told] == [
        ("customer.merged_into", old.key, owner.key),
        ("customer.merged", ada.key, owner.key),
        ("customer.parted", old.key, owner.key),
        ("customer.parted", ada.key, owner.key),
    ]


def test_parted_again_each_has_what_they_had(refund, ada, old, kettle, bought, owner, now):
    customers.block(old, by=owner.key, at=now)
    kept = customers.merge(old, into=ada, by=owner, at=now)
    customers.unmerge(kept, by=owner, at=now + HOUR)
    ada.refresh_from_db()
    old.refresh_from_db()
    assert (ada.timezone, ada.blocked_at, old.blocked_at, old.merged_into) == ("", None, now, None)
    assert list(ada.cases.all()) == [refund]
    assert list(old.cases.all()) == [kettle]
    assert list(old.orders.all()) == [bought]
    assert kettle.parties.get().customer == old
    assert customers.find_or_create(address=OLD, at=now + HOUR) == old


def test_what_somebody_changed_meanwhile_stays_when_they_are_parted(ada, old, owner, now):
    kept = customers.merge(old, into=ada, by=owner, at=now)
    customers.rename(customers.find_or_create(address=OLD, at=now), name="Ada Lovelace", by=owner.key, at=now)
    customers.unmerge(kept, by=owner, at=now + HOUR)
    ada.refresh_from_db()
    assert (ada.name, ada.timezone) == ("Ada Lovelace", "")


def test_a_case_that_came_since_goes_back_by_its_address_with_its_promises(hale, ada, old, owner, now):
    kept = customers.merge(old, into=ada, by=owner, at=now)
    theirs = write(hale, ada, OLD, now + HOUR)
    hers = write(hale, ada, "ada@customer.example", now + HOUR)
    customers.unmerge(kept, by=owner, at=now + 2 * HOUR)
    assert list(old.cases.all()) == [theirs]
    assert list(ada.cases.all()) == [hers]
    assert {one.customer for one in Commitment.objects.about(theirs.ref)} == {old}
    assert {one.customer for one in Commitment.objects.about(hers.ref)} == {ada}


@pytest.mark.parametrize("act", ["itself", "twice", "circle", "erased"])
def test_what_cannot_be_one_is_refused(ada, old, owner, now, act):
    reason = {"itself": "same", "twice": "merged", "circle": "merged", "erased": "erased"}[act]
    if act in ("twice", "circle"):
        customers.merge(old, into=ada, by=owner, at=now)
    if act == "erased":
        Customer.objects.filter(pk=old.pk).update(erased_at=now)
    source, target = {"itself": (ada, ada), "twice": (old, ada), "circle": (ada, old), "erased": (old, ada)}[act]
    with pytest.raises(customers.CannotMerge) as refusal:
        customers.merge(source, into=target, by=owner, at=now)
    assert refusal.value.reason == reason


def test_of_two_merges_in_a_row_the_last_is_parted_first(ada, old, kettle, owner, now):
    older = customers.find_or_create(address="ada@oldest.example", at=now)
    first = customers.merge(old, into=older, by=owner, at=now)
    second = customers.merge(older, into=ada, by=owner, at=now + HOUR)
    assert customers.find_or_create(address=OLD, at=now) == ada
    assert set(Customer.objects.part_of(ada)) == {ada, older, old}
    with pytest.raises(customers.CannotMerge) as refusal:
        customers.unmerge(first, by=owner, at=now + HOUR)
    assert refusal.value.reason == "later"
    customers.unmerge(second, by=owner, at=now + 2 * HOUR)
    customers.unmerge(first, by=owner, at=now + 2 * HOUR)
    assert list(old.cases.all()) == [kettle]
    with pytest.raises(customers.CannotMerge, match="parted"):
        customers.unmerge(first, by=owner, at=now + 2 * HOUR)


def test_what_was_written_down_in_the_same_moment_follows(hale, ada, old, owner, now):
    kept = customers.merge(old, into=ada, by=owner, at=now)
    late = write(hale, old, OLD, now)  # by a worker that had looked before
    while following.work(at=timezone.now()):
        pass
    late.refresh_from_db()
    assert late.customer == ada
    customers.unmerge(kept, by=owner, at=now + HOUR)
    late.refresh_from_db()
    assert late.customer == old
    assert customers.gather(kept) == 0, "once they are parted nothing goes over"


def test_nobody_grants_to_a_customer_who_turns_out_to_be_themselves(refund, ada, owner, bea, now):
    recovery.set_authority(role="agent", currency="EUR", per_case=Decimal(50), per_month=Decimal(50), by=owner, at=now)
    own = customers.find_or_create(address=bea.email, at=now)
    kept = customers.merge(own, into=ada, by=owner, at=now)
    with pytest.raises(ValueError, match="addresses is yours"):
        recovery.grant(refund, TEN, by=bea, at=now)
    customers.unmerge(kept, by=owner, at=now)
    assert recovery.grant(refund, TEN, by=bea, at=now).customer == ada


def test_one_merge_stands_at_a_time(ada, old, owner, now):
    for _again in range(2):
        kept = customers.merge(old, into=ada, by=owner, at=now)
        assert Merge.objects.standing().get() == kept
        customers.unmerge(kept, by=owner, at=now)
