"""Workers that do the same thing in the same moment owe it once, tell it once, and give one code."""

import dataclasses
import datetime as dt
import threading
from decimal import Decimal

import pytest
from django.db import connection, transaction

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.promises import actions as promises
from makegood.promises import charter
from makegood.promises.models import Commitment
from makegood.promises.remedies import RemedyTerms
from makegood.recovery import actions as recovery
from makegood.recovery.models import Remedy, Voucher

pytestmark = pytest.mark.django_db(transaction=True)
HOUR = dt.timedelta(hours=1)
VOUCHER = RemedyTerms(kind="voucher", days=2, amount=Decimal("10.00"), currency="EUR")


@pytest.fixture
def broken(hale, ada, now):
    lines = [dataclasses.replace(charter.DEFAULT[1], remedy=VOUCHER)]
    promises.publish(brand=hale, lines=lines, by="", at=now - HOUR)
    words = Words(text="?", language="en", sender="ada@customer.example")
    case, _ = cases.open_case(brand=hale, customer=ada, subject="", words=words, channel="email", at=now)
    promises.settle_due(at=now + 5 * HOUR)
    promises.finalise(at=now + 6 * HOUR, taken_in_until=now + 6 * HOUR)
    return Commitment.objects.get(about=case.ref)


def by_six(act):
    gate, came = threading.Barrier(6), []

    def run():
        gate.wait()
        try:
            came.append(act())
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(came) == 6
    return [each for each in came if each is not None]


def test_six_workers_owe_it_once_and_tell_it_once(broken, now):
    [remedy] = by_six(lambda: recovery.owe(broken.pk, at=now + 7 * HOUR))
    assert Remedy.objects.count() == 1
    assert Commitment.objects.filter(key="remedy").count() == 1
    [told] = by_six(lambda: recovery.tell(remedy.pk, reaches=True, at=now + 7 * HOUR))
    assert Voucher.objects.get().remedy == told


def test_a_worker_that_ends_half_way_leaves_nothing_and_the_next_does_it_whole(broken, now):
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        recovery.owe(broken.pk, at=now + 7 * HOUR)
        raise KeyboardInterrupt
    assert not Remedy.objects.exists()
    assert not Commitment.objects.filter(key="remedy").exists()
    assert recovery.owe(broken.pk, at=now + 7 * HOUR)
