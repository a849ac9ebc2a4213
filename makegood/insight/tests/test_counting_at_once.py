"""However many workers count at once, and whoever of them is killed: each thing once, and the sums are right."""

import random

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.clockwork import following
from makegood.clockwork.tests.test_remedies_killed import kill_two
from makegood.events import actions as events
from makegood.insight import actions as insight
from makegood.insight.models import CaseDay, Tally, Uncounted
from makegood.insight.tests.conftest import DAY, HOUR, count_all, told
from makegood.recovery.tests.test_recovering_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
CASES = 12


@pytest.fixture
def now():
    return timezone.now().replace(microsecond=0) - 30 * DAY


def bring_up_to_date():
    while insight.bring_up_to_date(at=timezone.now()):
        pass


def opened():
    return sum(figures.get("opened", 0) for figures in told().values())


def test_six_who_count_at_once_count_each_case_once(asks, now):
    refs = [asks(number).ref for number in range(CASES)]
    insight.bring_up_to_date(at=now)
    insight.note(refs)
    at_once([bring_up_to_date] * 6)
    assert opened() == CASES
    count_all()


def test_what_happens_while_we_count_is_counted_after_it(asks, bea, now):
    found = [asks(number) for number in range(CASES)]
    insight.bring_up_to_date(at=now)
    insight.note([case.ref for case in found])

    def resolve(case):
        cases.resolve(case, by=bea, at=now + HOUR)
        insight.note([case.ref])

    at_once([bring_up_to_date, *(lambda case=case: resolve(case) for case in found[:5]), bring_up_to_date])
    bring_up_to_date()
    assert sum(CaseDay.objects.values_list("resolved", flat=True)) == 5
    count_all()


def test_what_a_killed_worker_began_leaves_nothing(refund, now):
    class Killed(BaseException):
        pass

    insight.bring_up_to_date(at=now)
    insight.note([refund.ref])
    with pytest.raises(Killed), events.moment():
        insight.bring_up_to_date(at=now)
        raise Killed
    assert Uncounted.objects.exists()
    assert not CaseDay.objects.exists() and not Tally.objects.exists()


def test_each_is_counted_once_whoever_is_killed(asks, bea, now):
    """Real workers, `kill -9`."""
    dice = random.Random(7)
    for number in range(CASES):
        cases.resolve(asks(number), by=bea, at=now + HOUR)
    for _ in range(4):
        kill_two("makegood.insight.tests.counting", after=dice.uniform(0.05, 0.6))
    while following.work(at=timezone.now() + DAY):
        pass
    count_all()
    assert opened() == CASES
    assert sum(CaseDay.objects.values_list("resolved", flat=True)) == CASES
