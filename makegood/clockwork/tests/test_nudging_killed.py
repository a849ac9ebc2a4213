"""Whoever is killed in the middle, and however many sweep at once: each customer is reminded once."""

import datetime as dt
import random
import threading

import pytest
from django.db import connection

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.words import Words
from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing
from makegood.clockwork import nudging
from makegood.clockwork.tests.test_remedies_killed import kill_two
from makegood.events.models import Event

pytestmark = pytest.mark.django_db(transaction=True)
SILENT = 12
DAY = dt.timedelta(days=1)


@pytest.fixture
def silent(hale, ada, bea, now):
    """Cases in which Ada has not answered for three days."""
    email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)
    words = Words(text="?", language="en", sender="ada@customer.example")
    for number in range(SILENT):
        case, _ = cases.open_case(brand=hale, customer=ada, subject=str(number), words=words, channel="email", at=now)
        cases.reply(case, Answer(text="Which account?", nudge_days=3, undo_seconds=0), by=bea, at=now)


def reminded() -> list[str]:
    return list(Outgoing.objects.filter(kind=Outgoing.Kind.NUDGE).values_list("case__ref", flat=True))


def test_killed_at_any_step_each_is_reminded_once(silent, now):
    dice = random.Random(7)
    for _round in range(2):
        kill_two("makegood.clockwork.tests.nudging_all", after=dice.uniform(0, 0.1))
    while nudging.work(at=now + 3 * DAY):
        pass
    assert len(reminded()) == len(set(reminded())) == SILENT
    assert Event.objects.filter(name="case.nudged").count() == SILENT


def test_swept_by_four_at_once_each_is_reminded_once(silent, now):
    gate = threading.Barrier(4)

    def sweep():
        gate.wait(10)
        try:
            nudging.work(at=now + 3 * DAY)
        finally:
            connection.close()

    threads = [threading.Thread(target=sweep) for _one in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(reminded()) == len(set(reminded())) == SILENT
    assert Event.objects.filter(name="case.nudged").count() == SILENT
