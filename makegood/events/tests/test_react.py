"""What follows from an event happens once, whoever dies on the way, and trouble is kept for people to see."""

import datetime as dt

import pytest

from makegood.events import actions as events
from makegood.events import leases, registry
from makegood.events.models import Event, Reaction

NOON = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def greeted(monkeypatch):
    """A reaction that notes what it was called for."""
    told = []
    monkeypatch.setitem(registry.REACTORS, "tests.greet", lambda event: told.append(event.about))
    return told


@pytest.fixture
def waiting(db, greeted) -> Reaction:
    event = Event.objects.create(name="case.opened", about="C-ADA", at=NOON)
    return Reaction.objects.create(event=event, name="tests.greet", run_at=NOON)


def test_a_claimed_reaction_is_nobody_elses_until_its_lease_is_over(waiting):
    assert events.claim(at=NOON) == [waiting]
    assert events.claim(at=NOON + dt.timedelta(seconds=1)) == []
    assert events.claim(at=NOON + dt.timedelta(minutes=1)) == [waiting]


def test_what_is_done_is_forgotten(waiting, greeted):
    [claimed] = events.claim(at=NOON)
    events.react([claimed])
    assert greeted == ["C-ADA"]
    assert not Reaction.objects.exists()


def test_what_was_found_out_ahead_comes_with_its_event(waiting, monkeypatch):
    told = []
    monkeypatch.setitem(registry.REACTORS, "tests.greet", lambda event, known: told.append(known))
    monkeypatch.setitem(registry.AHEAD, "tests.greet", dict)
    [claimed] = events.claim(at=NOON)
    events.react([claimed], ahead={"tests.greet": {waiting.event_id: "sunny"}})
    assert told == ["sunny"]


def test_a_worker_that_woke_too_late_does_nothing(waiting, greeted):
    [slow] = events.claim(at=NOON)
    [quick] = events.claim(at=NOON + dt.timedelta(minutes=1))
    with pytest.raises(events.LeaseLost):
        events.react([slow])
    assert greeted == []
    events.react([quick])
    assert greeted == ["C-ADA"]


def test_what_fails_leaves_no_rows_and_is_tried_again(waiting, monkeypatch):
    def half(event):
        Event.objects.create(name="half", about=event.about, at=NOON)
        raise RuntimeError("the printer is on fire")

    monkeypatch.setitem(registry.REACTORS, "tests.greet", half)
    [claimed] = events.claim(at=NOON)
    with pytest.raises(RuntimeError):
        events.react([claimed])
    events.postpone(claimed, "the printer is on fire", at=NOON)
    kept = Reaction.objects.get()
    assert not Event.objects.filter(name="half").exists()
    assert kept.trouble == "the printer is on fire"
    assert kept.run_at == NOON + leases.pause(1)


def test_what_fails_too_often_is_kept_for_people_and_can_be_run_again(waiting):
    Reaction.objects.update(attempts=leases.MOST_ATTEMPTS - 1)
    [claimed] = events.claim(at=NOON)
    events.postpone(claimed, "never works", at=NOON)
    assert events.claim(at=NOON + dt.timedelta(days=365)) == []
    [shown] = Reaction.objects.troubled()
    events.try_again(shown, at=NOON)
    assert events.claim(at=NOON) == [waiting]


def test_a_reaction_that_kills_its_worker_is_put_aside_in_the_end(waiting):
    at = NOON
    while events.claim(at=at):
        at += dt.timedelta(hours=2)
    assert Reaction.objects.get().run_at == leases.NEVER
    assert Reaction.objects.get().trouble


def test_pauses_and_leases_grow_to_an_hour():
    assert [leases.pause(n).seconds for n in (1, 2, 3, 12, 15)] == [2, 4, 8, 3600, 3600]
    assert [leases.lease(n).seconds for n in (0, 1, 14)] == [15, 30, 3600]


def test_one_that_was_begun_before_comes_alone(waiting, greeted):
    [begun] = events.claim(at=NOON)
    for about in ("C-BEA", "C-CLEO"):
        event = Event.objects.create(name="case.opened", about=about, at=NOON)
        Reaction.objects.create(event=event, name="tests.greet", run_at=begun.run_at + dt.timedelta(seconds=1))
    later = begun.run_at + dt.timedelta(seconds=2)
    assert events.claim(at=later) == [waiting]
    assert len(events.claim(at=later)) == 2


def test_when_time_is_over_the_rest_waits_for_the_next_transaction(waiting, greeted):
    event = Event.objects.create(name="case.opened", about="C-BEA", at=NOON)
    Reaction.objects.create(event=event, name="tests.greet", run_at=NOON)
    claimed = events.claim(at=NOON)
    assert events.react(claimed, within=0) == 1
    assert events.react(claimed[1:]) == 1
    assert sorted(greeted) == ["C-ADA", "C-BEA"]
    assert not Reaction.objects.exists()
