"""However many workers see the same thing at once, and whoever of them is killed: counted once, and the sums are right."""

import datetime as dt
import random

import pytest
from django.utils import timezone

from makegood.clockwork import following
from makegood.clockwork.tests.test_remedies_killed import kill_two
from makegood.events import actions as events
from makegood.events.models import Reaction
from makegood.quality import actions as quality
from makegood.quality.models import Cost, Inspection, Lot, Tally
from makegood.quality.tests.conftest import adds_up
from makegood.recovery import actions as recovery
from makegood.recovery.models import Trigger
from makegood.recovery.tests.test_recovering_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
CASES = 12


@pytest.fixture
def now():
    return timezone.now().replace(microsecond=0) - 30 * DAY


def complains(case, by, at):
    return recovery.open_by_hand(case, Trigger.Kind.COMPLAINT, by=by, at=at)


def test_six_who_see_one_complaint_count_it_once(in_euro, refund, bea, now):
    found = complains(refund, bea, now)
    at_once([lambda: quality.see_recovery(found.ref)] * 6)
    assert Cost.objects.count() == Tally.objects.get(of="").count == 1


def test_six_complaints_seen_at_once_are_six(in_euro, asks, bea, now):
    refs = [complains(asks(number), bea, now).ref for number in range(6)]
    at_once([lambda ref=ref: quality.see_recovery(ref) for ref in refs])
    assert Tally.objects.get(of="").minor == 6 * 2500
    adds_up()


def test_adding_up_anew_beside_workers_loses_nothing(in_euro, asks, bea, now):
    refs = [complains(asks(number), bea, now).ref for number in range(5)]
    at_once([quality.add_up, *(lambda ref=ref: quality.see_recovery(ref) for ref in refs), quality.add_up])
    assert Tally.objects.get(of="").count == 5
    adds_up()


def test_what_a_killed_worker_began_leaves_nothing(in_euro, refund, bea, now):
    class Killed(BaseException):
        pass

    found = complains(refund, bea, now)
    with pytest.raises(Killed), events.moment():
        quality.see_recovery(found.ref)
        raise Killed
    assert not Cost.objects.exists()
    assert not Tally.objects.exists()


def test_each_is_counted_once_whoever_is_killed(in_euro, asks, bea, close, now):
    """Real workers, `kill -9`."""
    dice = random.Random(7)
    for number in range(CASES):
        case = asks(number)
        complains(case, bea, now)
        close(case, now + DAY)
    killed = 0
    while Reaction.objects.filter(run_at__lte=timezone.now()).exists() and killed < 6:
        kill_two(after=dice.uniform(0, 0.05))
        killed += 2
    assert killed
    while following.work(at=timezone.now() + HOUR):
        pass
    assert not Reaction.objects.exclude(trouble="").exists()
    assert Cost.objects.filter(kind=Cost.Kind.COMPLAINT).count() == Inspection.objects.count() == CASES
    lot = Lot.objects.get(of="")
    assert (lot.cases, lot.bad, lot.defects) == (CASES, CASES, CASES)
    adds_up()
