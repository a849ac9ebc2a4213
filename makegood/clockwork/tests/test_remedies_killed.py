"""`kill -9` of real workers at any step: each broken promise is made good once, and told once."""

import dataclasses
import datetime as dt
import os
import random
import subprocess
import sys
import time
from decimal import Decimal
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing
from makegood.clockwork import following, promising
from makegood.events.models import Reaction
from makegood.promises import actions as promises
from makegood.promises import charter
from makegood.promises.models import Commitment
from makegood.promises.remedies import RemedyTerms
from makegood.recovery.models import Remedy, Voucher

HOUR = dt.timedelta(hours=1)
BROKEN = 12
VOUCHER = RemedyTerms(kind="voucher", days=2, amount=Decimal("10.00"), currency="EUR")


def worker(module: str) -> subprocess.Popen:
    """One of two, on this test's own database."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        address = f"sqlite:{name}"
    else:
        address = urlsplit(os.environ["MAKEGOOD_DATABASE_URL"])._replace(path=f"/{name}").geturl()
    return subprocess.Popen(
        [sys.executable, "-m", module],
        cwd=settings.BASE_DIR,
        env={**os.environ, "MAKEGOOD_DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "makegood.config.settings"},
        stdout=subprocess.PIPE,
        text=True,
    )


def kill_two(module: str = "makegood.clockwork.tests.reacting", *, after: float) -> None:
    """Start two; once each has said that it did something, `kill -9` both some seconds later."""
    both = [worker(module) for _ in range(2)]
    for one in both:
        assert one.stdout.readline()
    time.sleep(after)
    for one in both:
        one.kill()
        one.wait()
        one.stdout.close()


@pytest.mark.django_db(transaction=True)
def test_each_broken_promise_is_made_good_once_whoever_is_killed(hale, ada, now):
    dice = random.Random(7)
    email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)
    lines = [dataclasses.replace(charter.DEFAULT[1], remedy=VOUCHER)]
    promises.publish(brand=hale, lines=lines, by="", at=now - HOUR)
    words = Words(text="?", language="en", sender="ada@customer.example")
    for number in range(BROKEN):
        cases.open_case(brand=hale, customer=ada, subject=str(number), words=words, channel="email", at=now)
    promising.settle(at=now + 5 * HOUR)
    # A minute apart, as else so many would wait for a lead.
    for number, one in enumerate(Commitment.objects.filter(key="first-reply").order_by("id")):
        Commitment.objects.filter(pk=one.pk).update(noticed_at=now + 5 * HOUR + number * dt.timedelta(minutes=2))
    promises.finalise(at=now + 24 * HOUR, taken_in_until=now + 24 * HOUR)
    killed = 0
    while Reaction.objects.filter(run_at__lte=timezone.now()).exists() and killed < 4:
        kill_two(after=dice.uniform(0, 0.1))
        killed += 2
    assert killed
    # What the killed held is free when their lease is over.
    while following.work(at=timezone.now() + HOUR):
        pass
    assert not Reaction.objects.exclude(trouble="").exists()
    assert Remedy.objects.count() == Voucher.objects.count() == BROKEN
    assert Commitment.objects.filter(key="remedy", state="kept").count() == BROKEN
    assert Outgoing.objects.filter(kind="remedy").count() == BROKEN
