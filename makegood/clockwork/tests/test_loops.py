"""Loops go on whatever fails in them, and say how they fare."""

import threading

import pytest
from django.utils import timezone

from makegood.clockwork import actions
from makegood.clockwork.loops import DueLoop, StandingLoop
from makegood.clockwork.models import Heartbeat
from makegood.clockwork.schedule import SCHEDULE, Due, Standing


@pytest.mark.django_db(transaction=True)
def test_a_sweep_that_fails_is_tried_again_and_its_trouble_shows():
    stop, tried = threading.Event(), threading.Event()
    answers = iter([RuntimeError("no line"), 2, 0])

    def sweep(*, at):
        answer = next(answers, 0)
        if isinstance(answer, Exception):
            raise answer
        if answer == 0:
            tried.set()
        return answer

    loop = DueLoop(Due("mails", 60, sweep), stop)
    loop.start()
    assert tried.wait(60)
    stop.set()
    loop.wake()
    loop.join(60)
    beat = loop.heartbeat("here:1", timezone.now())
    assert (beat.did, beat.failures, beat.trouble) == (2, 0, "")


@pytest.mark.django_db(transaction=True)
def test_a_mailbox_that_breaks_off_is_listened_to_again():
    stop, again = threading.Event(), threading.Event()
    lines = []

    def listen(told_to_stop):
        lines.append(1)
        if len(lines) == 1:
            raise ConnectionError("the line broke")
        again.set()
        told_to_stop.wait()

    loop = StandingLoop(Standing("mailbox", listen), stop)
    loop.start()
    assert again.wait(60)
    stop.set()
    loop.join(60)
    assert not loop.is_alive()


def test_a_heartbeat_writes_over_the_one_before(db):
    now = timezone.now()
    for did in (1, 2):
        actions.beat([Heartbeat(worker="here:1", loop="mails", seen_at=now, did=did)])
    assert Heartbeat.objects.get().did == 2
    assert actions.sweep_the_gone(at=now) == 0
    assert actions.sweep_the_gone(at=now + 2 * actions.GONE_AFTER) == 1


def test_everything_on_the_schedule_runs_when_nothing_is_due(db):
    assert {due.name: due.sweep(at=timezone.now()) for due in SCHEDULE} == {due.name: 0 for due in SCHEDULE}
