"""However many workers count at once, and whoever of them is killed: each recovery and customer once."""

import datetime as dt
import random

import pytest
from django.utils import timezone

from makegood.clockwork import following
from makegood.clockwork.tests.test_remedies_killed import kill_two
from makegood.customers.models import Customer
from makegood.recovery import actions as recovery
from makegood.recovery.coming_back import cohort
from makegood.recovery.coming_back.tests.stories import buys, count_all, disappointed, writes
from makegood.recovery.models import CameBack, Untroubled
from makegood.recovery.tests.test_recovering_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
EACH = 6


@pytest.fixture
def long_ago():
    return timezone.now() - 120 * DAY


def happen(hale, bea, at):
    """Six disappointed, of whom three bought again, and six without trouble, who did."""
    for number in range(EACH):
        disappointed(hale, f"sad{number}", bea, at, after=HOUR)
        writes(hale, f"calm{number}", at)
        buys(hale, f"calm{number}", at + DAY)
    for number in range(EACH // 2):
        buys(hale, f"sad{number}", at + 2 * DAY)


def count(user):
    assert (CameBack.objects.count(), Untroubled.objects.count()) == (EACH, EACH)
    assert cohort.of(user, cohort.window(90, at=timezone.now()))["all", ""] == (EACH, EACH // 2, EACH // 2)


def test_each_is_counted_once_by_four_at_once(hale, bea, owner, long_ago):
    happen(hale, bea, long_ago)
    while following.work(at=timezone.now()):
        pass
    keys = list(Customer.objects.values_list("pk", flat=True))

    def keep_counting():
        for _ in range(4):
            recovery.count_customers(at=timezone.now())
            recovery.note_customers(keys)

    at_once([keep_counting] * 4)
    count_all()
    count(owner)


def test_each_is_counted_once_whoever_is_killed(hale, bea, owner, long_ago):
    """Real workers, `kill -9`."""
    dice = random.Random(7)
    happen(hale, bea, long_ago)
    for _ in range(4):
        kill_two("makegood.recovery.coming_back.tests.counting", after=dice.uniform(0.05, 0.6))
    while following.work(at=timezone.now() + DAY):
        pass
    count_all()
    count(owner)
