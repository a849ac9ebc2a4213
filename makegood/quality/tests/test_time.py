"""Where time is tracked, the minutes that were noted are what handling a case costs."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions import hours
from makegood.clockwork import following
from makegood.quality.models import Cost
from makegood.quality.tests.conftest import adds_up

DAY = dt.timedelta(days=1)


@pytest.fixture
def now():
    return timezone.now().replace(microsecond=0) - 30 * DAY


def handled():
    """Minutes and their price, once all that follows has followed."""
    while following.work(at=timezone.now()):
        pass
    return [(one.quantity, one.amount) for one in Cost.objects.filter(kind=Cost.Kind.HANDLING)]


@pytest.mark.usefixtures("time_is_tracked", "in_euro")
def test_noted_minutes_count_instead_also_those_corrected_after_closing(refund, asks, bea, close, now):
    noted = hours.note_time(refund, minutes=60, by=bea, at=now)
    cases.note(refund, text="Paid back.", by=bea, at=now)
    assert handled() == [], "it is not closed yet"
    close(refund, now + DAY)
    assert handled() == [(60, Decimal("45.00"))]
    hours.note_time(refund, minutes=10, by=bea, at=now + 9 * DAY)
    hours.correct_time(noted, minutes=30, note="", by=bea, at=now + 9 * DAY)
    assert handled() == [(40, Decimal("30.00"))]
    adds_up()
    for entry in refund.time_entries.all():
        hours.remove_time(entry, reason="Another case.", by=bea, at=now + 9 * DAY)
    assert handled() == [(4, Decimal("3.00"))], "without any, its note counts as ever"
    adds_up()
