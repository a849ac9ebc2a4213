"""We notice when we stood still, and when a clock jumped."""

import datetime as dt

import pytest

from makegood.clockwork import actions
from makegood.clockwork.models import Heartbeat
from makegood.clockwork.watching import Watch
from makegood.promises.models import Fault

SECOND, MINUTE, HOUR = dt.timedelta(seconds=1), dt.timedelta(minutes=1), dt.timedelta(hours=1)
CATCHING_UP = dt.timedelta(minutes=15)


def beat(at, worker="here:1", loop="promises due"):
    actions.beat([Heartbeat(worker=worker, loop=loop, seen_at=at)])


def faults():
    return [(fault.cause, fault.since, fault.until) for fault in Fault.objects.order_by("since")]


def test_a_first_start_is_no_outage(db, now):
    Watch().look(at=now, ticks=7.0)
    assert faults() == []


def test_a_beat_every_five_seconds_is_no_fault(db, now):
    watch = Watch()
    for number in range(30):
        at = now + number * 5 * SECOND
        watch.look(at=at, ticks=100 + number * 5.01)
        beat(at)
    assert faults() == []


def test_all_workers_silent_for_more_than_a_minute_is_an_outage(db, now):
    beat(now)
    beat(now - HOUR, "there:2")
    Watch().look(at=now + MINUTE, ticks=0.0)
    assert faults() == []
    back = now + 61 * SECOND
    Watch().look(at=back, ticks=0.0)
    Watch().look(at=back + SECOND, ticks=0.0)  # two workers come back at once
    assert faults() == [("outage", now, back + SECOND + CATCHING_UP)]


def test_one_worker_that_goes_on_is_enough(db, now):
    beat(now - HOUR)
    beat(now + HOUR - SECOND, "there:2")
    Watch().look(at=now + HOUR, ticks=0.0)
    assert faults() == []


def test_mail_that_is_taken_in_meanwhile_hides_no_outage(db, now):
    beat(now - HOUR)
    beat(now, "here:2", loop="mail to take in")
    Watch().look(at=now, ticks=0.0)
    assert [(cause, since) for cause, since, _until in faults()] == [("outage", now - HOUR)]


@pytest.mark.parametrize("jump", [60, 7200])
def test_a_clock_that_jumps_ahead(db, now, jump):
    watch = Watch()
    watch.look(at=now, ticks=50.0)
    watch.look(at=now + (5 + jump) * SECOND, ticks=55.0)
    assert faults() == [("clock", now, now + (5 + jump) * SECOND + CATCHING_UP)]


def test_a_clock_that_is_set_back(db, now):
    watch = Watch()
    watch.look(at=now, ticks=50.0)
    watch.look(at=now - HOUR, ticks=55.0)
    assert faults() == [("clock", now - HOUR, now + 5 * SECOND + CATCHING_UP)]


def test_a_jump_of_less_than_a_minute_is_none(db, now):
    watch = Watch()
    watch.look(at=now, ticks=50.0)
    beat(now)
    watch.look(at=now + 64 * SECOND, ticks=55.0)
    assert [cause for cause, _, _ in faults()] == ["outage"]
    beat(now + 64 * SECOND)
    watch.look(at=now + 10 * SECOND, ticks=60.0)
    assert [cause for cause, _, _ in faults()] == ["outage"]
