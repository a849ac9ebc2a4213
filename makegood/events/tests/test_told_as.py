"""A history made by the verbs of live work greets and warns nobody."""

import datetime as dt

import pytest
from django.db import transaction

from makegood.events import actions as events
from makegood.events import registry
from makegood.events.models import Event, Origin, Reaction
from makegood.events.registry import event

NOON = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def rung(monkeypatch):
    @event("test.rung", "It rang")
    class Rung:
        pass

    monkeypatch.setitem(registry.REACTIONS, "test.rung", ["tests.answer"])
    yield Rung
    del registry.KINDS["test.rung"]


def ring(fact):
    with transaction.atomic():
        return events.record(fact, about="C-ADA", at=NOON)


def test_nothing_follows_from_what_is_told_as_the_demo(db, rung):
    with events.told_as(Origin.DEMO):
        assert ring(rung()).origin == Origin.DEMO
    assert not Reaction.objects.exists()


def test_afterwards_life_goes_on(db, rung):
    with pytest.raises(ZeroDivisionError), events.told_as(Origin.IMPORTED):
        _ = 1 / 0
    ring(rung())
    assert Event.objects.get().origin == Origin.LIVE
    assert Reaction.objects.get().name == "tests.answer"
