"""Loops go on whatever fails in them, and say how they fare."""

import threading
from functools import partial

import pytest
from django.utils import timezone

from makegood.clockwork import actions
from makegood.clockwork.loops import DueLoop, StandingLoop, threads_for
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
    [thread] = threads_for([loop], stop)
    thread.start()
    assert tried.wait(60)
    stop.set()
    loop.wake()
    thread.join(60)
    beat = loop.heartbeat("here:1", timezone.now())
    assert (beat.did, beat.failures, beat.trouble) == (2, 0, "")


@pytest.mark.django_db(transaction=True)
def test_what_fails_for_days_is_still_tried():
    def sweep(*, at):
        raise RuntimeError("no line")

    loop = DueLoop(Due("mails", 60, sweep), threading.Event())
    loop.failures = 5000
    assert loop.attempt() == 60.0


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
    [thread] = threads_for([loop], stop)
    thread.start()
    assert again.wait(60)
    stop.set()
    thread.join(60)
    assert not thread.is_alive()


@pytest.mark.django_db(transaction=True)
def test_those_that_take_turns_share_a_thread_and_one_that_fails_holds_nobody_up():
    stop, done = threading.Event(), threading.Event()
    where, left = {"seals": set(), "closes": set(), "never works": set()}, [2, 2]

    def sweep(name, *, at):
        where[name].add(threading.current_thread().name)
        if name == "never works":
            raise RuntimeError("no line")
        left[0] -= name == "seals"
        left[1] -= name == "closes"
        if max(left) <= 0:
            done.set()
        return 1

    dues = [Due(name, 3600, partial(sweep, name), wakes=False, turns="by the clock") for name in where]
    loops = [DueLoop(due, stop) for due in dues]
    [thread] = threads_for(loops, stop)
    thread.start()
    assert done.wait(60)
    stop.set()
    thread.join(60)
    assert where == {name: {"by the clock"} for name in where}
    assert [loop.failures > 0 for loop in loops] == [False, False, True]


def test_a_heartbeat_writes_over_the_one_before(db):
    now = timezone.now()
    for did in (1, 2):
        actions.beat([Heartbeat(worker="here:1", loop="mails", seen_at=now, did=did)])
    assert Heartbeat.objects.get().did == 2
    assert actions.sweep_the_gone(at=now) == 0
    assert actions.sweep_the_gone(at=now + 2 * actions.GONE_AFTER) == 1


def test_everything_on_the_schedule_runs_when_nothing_is_due(db):
    assert {due.name: due.sweep(at=timezone.now()) for due in SCHEDULE} == {due.name: 0 for due in SCHEDULE}
