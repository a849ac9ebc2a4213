"""Whatever goes wrong in the same moment, and however often a worker is told of it: one recovery, each reason once."""

import datetime as dt
import threading

import pytest
from django.db import IntegrityError, connection, transaction

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.events import actions as events
from makegood.promises.models import Commitment
from makegood.recovery import actions as recovery
from makegood.recovery import matters
from makegood.recovery.models import Recovery, Trigger

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(acts):
    gate, troubles = threading.Barrier(len(acts)), []

    def run(act):
        gate.wait()
        try:
            act()
        except Exception as trouble:
            troubles.append(trouble)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not troubles


def recover(case, key, now, kind=Trigger.Kind.BROKEN):
    return recovery.recover(matters.of_case(case, days=14, at=now), kind, key=key, at=now)


def test_six_workers_told_of_one_break_open_one_recovery_with_one_clock(refund, now):
    at_once([lambda: recover(refund, "the same", now)] * 6)
    assert Recovery.objects.count() == Trigger.objects.count() == 1
    assert Commitment.objects.filter(key="recovery").count() == 1


def test_six_breaks_at_once_are_six_triggers_of_one(refund, now):
    at_once([lambda key=str(number): recover(refund, key, now) for number in range(6)])
    assert Recovery.objects.count() == 1
    assert Trigger.objects.count() == 6


def test_two_cases_about_the_same_open_one(hale, ada, refund, now):
    words = Words(text="?", language="en", sender="ada@customer.example")
    again, _ = cases.open_case(brand=hale, customer=ada, subject="Re: My refund", words=words, channel="email", at=now)
    at_once([lambda: recover(refund, "a", now), lambda: recover(again, "b", now)])
    assert Recovery.objects.count() == 1


def test_what_a_killed_worker_began_leaves_nothing_and_the_next_does_it_once(refund, now):
    class Killed(BaseException):
        pass

    with pytest.raises(Killed), events.moment():
        recover(refund, "x", now)
        raise Killed
    assert not Trigger.objects.exists()
    assert not Commitment.objects.filter(key="recovery").exists()
    for _try in range(2):
        recover(refund, "x", now + dt.timedelta(minutes=1))
    assert Recovery.objects.count() == Trigger.objects.count() == 1


def test_the_database_refuses_a_second_that_runs_in_a_matter(refund, now):
    first = recover(refund, "x", now)
    second = Recovery(
        ref="R-SECOND", about=first.about, brand=first.brand, customer=first.customer, due=first.due, opened_at=now,
        next_at=now,
    )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()


def test_a_fact_told_again_after_the_end_opens_nothing_and_a_new_one_does(refund, bea, now):
    first = recover(refund, "x", now)
    recovery.acknowledge(first, by=bea, at=now)
    recovery.end(first, "won", by=bea, at=now)
    assert recover(refund, "x", now) == first
    assert recover(refund, "y", now) != first
