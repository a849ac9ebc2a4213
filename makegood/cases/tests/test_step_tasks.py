"""Steps of a playbook that others do: given as tasks when it is started, and done when these are."""

import datetime as dt

import pytest
from django.utils import timezone

from makegood.brands.models import Brand
from makegood.cases.actions import checklists, tasks
from makegood.cases.errand import Receiver, StepErrand
from makegood.cases.models import Contractor, Playbook, Step, StepTask, Task
from makegood.clockwork import following
from makegood.events.models import Event
from makegood.events.refusals import Refusal

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def carrier(db) -> Contractor:
    return Contractor.objects.create(name="Swift", address="swift@carrier.example")


@pytest.fixture
def book(support, carrier, cleo, now) -> Playbook:
    steps = ["Collect the parcel", "Look at it", "Tell the customer"]
    made = checklists.save_playbook(None, name="Return", steps=steps, team=None, by=cleo, at=now)
    errands = [
        StepErrand(step=steps[0], receiver=Receiver(contractor=carrier), by_when="in 3 hours"),
        StepErrand(step=steps[1], receiver=Receiver(team=support)),
    ]
    checklists.delegate(made, errands, by=cleo, at=now)
    return made


def follow():
    while following.work(at=timezone.now()):
        pass


def test_its_tasks_are_given_at_once_and_only_once(book, refund, support, carrier, bea, now):
    checklists.start(refund, book, by=bea, at=now)
    checklists.start(refund, book, by=bea, at=now)
    collect, look, tell = Step.objects.of_case(refund).for_pages()
    assert (collect.task.what, collect.task.contractor) == ("Collect the parcel", carrier)
    assert collect.task.due.due_at == now + 3 * HOUR
    assert (look.task.team, look.task.due, tell.task) == (support, None, None)
    assert Task.objects.count() == 2


def test_a_done_task_ticks_its_step_whoever_did_it(book, refund, bea, now):
    checklists.start(refund, book, by=bea, at=now)
    collect, look, _tell = Step.objects.of_case(refund)
    tasks.finish(collect.task, at=now + HOUR)
    tasks.finish(look.task, by=bea, at=now + 2 * HOUR)
    follow()
    ticked = [(one.done_by, one.done_at) for one in Step.objects.of_case(refund)]
    assert ticked == [(None, now + HOUR), (bea, now + 2 * HOUR), (None, None)]
    assert Event.objects.about(refund.ref).filter(name="step.done").count() == 2


def test_a_task_that_is_declined_or_taken_back_leaves_its_step_open(book, refund, bea, now):
    checklists.start(refund, book, by=bea, at=now)
    tasks.take_back(Step.objects.of_case(refund)[0].task, by=bea, at=now)
    follow()
    assert Step.objects.of_case(refund).open().count() == 3


def test_whoever_does_not_serve_the_brand_is_not_asked(book, refund, support, carrier, bea, now):
    carrier.brands.add(Brand.objects.create(name="North", slug="north", calendar=refund.brand.calendar))
    checklists.start(refund, book, by=bea, at=now)
    assert [one.task and one.task.team for one in Step.objects.of_case(refund)] == [None, support, None]


def test_what_cannot_be_given_starts_nothing(book, refund, bea, now, monkeypatch):
    monkeypatch.setattr("makegood.cases.actions.tasks.giving.GIVEN_MOST", 1)
    with pytest.raises(Refusal):
        checklists.start(refund, book, by=bea, at=now)
    assert not Step.objects.exists()
    assert not Task.objects.exists()


def test_who_does_a_step_stays_while_its_words_do(book, cleo, now):
    checklists.save_playbook(book, name="Return", steps=["Look at it", "Pay"], team=None, by=cleo, at=now)
    assert [one.words for one in StepTask.objects.all()] == ["Look at it"]


def test_a_checklist_taken_off_leaves_the_tasks(book, refund, bea, now):
    made = checklists.start(refund, book, by=bea, at=now)
    checklists.remove(made, by=bea, at=now)
    assert Task.objects.filter(is_open=True).count() == 2
