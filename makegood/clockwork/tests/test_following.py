"""A reaction that fails keeps its trouble to itself."""

from django.utils import timezone

from makegood.clockwork import following
from makegood.events import registry
from makegood.events.models import Event, Reaction


def test_one_that_fails_holds_up_no_other(db, monkeypatch):
    told = []

    def fail(event):
        raise RuntimeError("the printer is on fire")

    monkeypatch.setitem(registry.REACTORS, "tests.fail", fail)
    monkeypatch.setitem(registry.REACTORS, "tests.tell", lambda event: told.append(event.about))
    event = Event.objects.create(name="case.opened", about="C-ADA", at=timezone.now())
    for name in ("tests.fail", "tests.nobody_knows_this_one", "tests.tell"):
        Reaction.objects.create(event=event, name=name, run_at=timezone.now())
    assert following.work(at=timezone.now()) == 3
    assert told == ["C-ADA"]
    assert set(Reaction.objects.troubled().values_list("name", flat=True)) == {
        "tests.fail",
        "tests.nobody_knows_this_one",
    }
    assert "printer is on fire" in Reaction.objects.get(name="tests.fail").trouble


def test_what_cannot_be_found_out_ahead_is_found_out_in_its_turn(db, monkeypatch):
    told = []

    def fail(events):
        raise RuntimeError("no reading in the dark")

    monkeypatch.setitem(registry.AHEAD, "tests.tell", fail)
    monkeypatch.setitem(registry.REACTORS, "tests.tell", lambda event, known: told.append(known))
    event = Event.objects.create(name="case.opened", about="C-ADA", at=timezone.now())
    Reaction.objects.create(event=event, name="tests.tell", run_at=timezone.now())
    assert following.work(at=timezone.now()) == 1
    assert told == [None]


def test_nothing_due_is_nothing_done(db):
    assert following.work(at=timezone.now()) == 0
