"""Steps in sequence: one opens when those before it are done or left out, and waits again when that is taken back."""

import datetime as dt
import threading

import pytest
from django.db import connection
from django.utils import timezone

from makegood.cases.actions import checklists, owning, tasks
from makegood.cases.actions import erasing as cases_erasing
from makegood.cases.errand import Receiver, StepErrand
from makegood.cases.models import Contractor, Playbook, Step, StepTask, Task, TaskState
from makegood.channels.email.models import Mailbox, Outgoing
from makegood.clockwork import following
from makegood.events.models import Event
from makegood.events.refusals import Refusal

HOUR = dt.timedelta(hours=1)
COLLECT, LOOK, PAY = "Collect the parcel", "Look at it", "Pay it back"


@pytest.fixture
def carrier(db) -> Contractor:
    return Contractor.objects.create(name="Swift", address="swift@carrier.example")


@pytest.fixture
def book(support, cleo, now) -> Playbook:
    """Looking waits for the parcel, and is given to Support; paying waits for both."""
    made = checklists.save_playbook(
        None, name="Return", steps=[COLLECT, LOOK, PAY], team=None, in_turn=True, by=cleo, at=now
    )
    look = StepErrand(step=LOOK, receiver=Receiver(team=support), by_when="in 3 hours")
    checklists.delegate(made, [look], by=cleo, at=now)
    return made


@pytest.fixture
def steps(book, refund, bea, now):
    checklists.start(refund, book, by=bea, at=now)
    return lambda: list(Step.objects.of_case(refund).for_pages())


def states(steps) -> list[str]:
    return [one.state for one in steps()]


def follow():
    while following.work(at=timezone.now()):
        pass


def test_a_step_that_waits_cannot_be_ticked_and_says_what_comes_first(steps, bea, now):
    assert states(steps) == ["open", "waiting", "waiting"]
    with pytest.raises(Refusal, match=COLLECT):
        checklists.tick(steps()[2], by=bea, at=now)
    assert states(steps) == ["open", "waiting", "waiting"]
    assert not Task.objects.exists(), "it is given before it can be done"


def test_it_opens_when_the_one_before_is_done_and_its_time_counts_from_then(steps, refund, support, bea, now):
    checklists.tick(steps()[0], by=bea, at=now + HOUR)
    assert states(steps) == ["done", "open", "waiting"]
    given = steps()[1].task
    assert (given.team, given.given_at, given.due.due_at) == (support, now + HOUR, now + 4 * HOUR)
    follow()
    assert Event.objects.about(refund.ref).filter(name="task.given").count() == 1
    tasks.finish(given, by=bea, at=now + 2 * HOUR)
    follow()
    assert states(steps) == ["done", "done", "open"]


def test_the_owner_hears_that_the_next_step_is_theirs_unless_they_opened_it_themselves(steps, refund, bea, cleo, now):
    Mailbox.objects.create(brand=refund.brand, address="help@hale.example")
    owning.assign(refund, owner=bea, by=bea, at=now)
    checklists.tick(steps()[0], by=cleo, at=now)
    tasks.finish(steps()[1].task, by=cleo, at=now)
    follow()
    told = [one.subject for one in Outgoing.objects.filter(staff=bea) if "Next step" in one.subject]
    assert told == [f"[{refund.ref}] Next step: {PAY}"]
    assert not Outgoing.objects.filter(staff=cleo, subject__contains="Next step").exists()


def test_what_is_left_out_with_a_reason_opens_the_next_as_well(steps, bea, now):
    with pytest.raises(Refusal) as refused:
        checklists.leave_out(steps()[0], reason="  ", by=bea, at=now)
    assert refused.value.field == "reason"
    checklists.leave_out(steps()[0], reason="They  brought it", by=bea, at=now)
    first = steps()[0]
    assert (first.state, first.reason, first.done_by) == ("left out", "They brought it", bea)
    assert states(steps) == ["left out", "open", "waiting"]
    checklists.leave_out(steps()[1], reason="New in its box", by=bea, at=now)
    assert states(steps) == ["left out", "left out", "open"]
    assert Task.objects.get().state == TaskState.TAKEN_BACK, "they still work on what is not needed"


def test_a_step_that_waits_can_be_left_out_before_its_turn(steps, bea, now):
    checklists.leave_out(steps()[1], reason="New in its box", by=bea, at=now)
    assert states(steps) == ["open", "left out", "waiting"]
    checklists.tick(steps()[0], by=bea, at=now)
    assert states(steps) == ["done", "left out", "open"]
    checklists.untick(steps()[1], by=bea, at=now)
    assert states(steps) == ["done", "open", "waiting"]


def test_a_tick_taken_back_has_what_followed_wait_again(steps, bea, now):
    checklists.tick(steps()[0], by=bea, at=now)
    checklists.untick(steps()[0], by=bea, at=now + HOUR)
    assert states(steps) == ["open", "waiting", "waiting"]
    assert Task.objects.get().state == TaskState.TAKEN_BACK
    checklists.tick(steps()[0], by=bea, at=now + 2 * HOUR)
    assert steps()[1].task.due.due_at == now + 5 * HOUR


def test_what_somebody_has_begun_stays_open_when_the_one_before_is_taken_back(steps, bea, cleo, now):
    checklists.tick(steps()[0], by=bea, at=now)
    tasks.accept(steps()[1].task, by=cleo, at=now)
    checklists.untick(steps()[0], by=bea, at=now)
    assert states(steps) == ["open", "open", "waiting"]
    assert steps()[1].task.state == TaskState.ACCEPTED


def test_one_step_may_wait_and_the_others_not(support, carrier, refund, bea, cleo, now):
    book = checklists.save_playbook(None, name="Return", steps=[COLLECT, LOOK, PAY], team=None, by=cleo, at=now)
    checklists.delegate(book, [], waiting=[PAY], by=cleo, at=now)
    with pytest.raises(Refusal):
        checklists.delegate(book, [], waiting=["Dance"], by=cleo, at=now)
    checklists.start(refund, book, by=bea, at=now)
    assert [one.state for one in Step.objects.of_case(refund)] == ["open", "open", "waiting"]
    checklists.save_playbook(book, name="Return", steps=[COLLECT, LOOK], team=None, by=cleo, at=now)
    assert Playbook.objects.get().waiting == [], "it waits though its words are gone"


def test_what_was_started_goes_on_as_it_was_whatever_becomes_of_the_playbook(steps, book, support, bea, cleo, now):
    checklists.delegate(book, [], by=cleo, at=now)
    assert not StepTask.objects.exists()
    checklists.tick(steps()[0], by=bea, at=now)
    assert steps()[1].task.team == support


def test_what_cannot_be_given_when_it_opens_is_ours_with_the_reason(steps, bea, now, monkeypatch):
    monkeypatch.setattr("makegood.cases.actions.tasks.giving.GIVEN_MOST", 0)
    checklists.tick(steps()[0], by=bea, at=now)
    step = steps()[1]
    assert (step.state, step.task, bool(step.trouble)) == ("open", None, True)


def test_who_no_longer_serves_the_brand_is_not_asked(steps, refund, support, bea, now):
    support.brands.clear()
    checklists.tick(steps()[0], by=bea, at=now)
    assert (steps()[1].state, steps()[1].task) == ("open", None)


def test_a_reason_goes_when_the_customer_is_erased(steps, refund, bea, now):
    checklists.leave_out(steps()[0], reason="Ada brought it", by=bea, at=now)
    cases_erasing.erase_some([refund.customer_id], by=bea.key, at=now)
    assert (steps()[0].state, steps()[0].reason) == ("left out", "")


@pytest.mark.django_db(transaction=True)
def test_two_who_tick_at_once_lose_nothing(refund, bea, cleo, now):
    """Each of two steps is ticked by another; the third opens once, and is given once."""
    book = checklists.save_playbook(None, name="Return", steps=[COLLECT, LOOK, PAY], team=None, by=cleo, at=now)
    team = StepErrand(step=PAY, receiver=Receiver(team=refund.team))
    checklists.delegate(book, [team], waiting=[PAY], by=cleo, at=now)
    checklists.start(refund, book, by=bea, at=now)
    both, troubles, ready = list(Step.objects.of_case(refund))[:2], [], threading.Barrier(2)

    def press(step, who):
        try:
            ready.wait(30)
            checklists.tick(step, by=who, at=now)
        except Exception as trouble:
            troubles.append(trouble)
        finally:
            connection.close()

    pressing = [threading.Thread(target=press, args=pair) for pair in zip(both, (bea, cleo), strict=True)]
    for one in pressing:
        one.start()
    for one in pressing:
        one.join()
    assert not troubles
    assert [one.state for one in Step.objects.of_case(refund)] == ["done", "done", "open"]
    assert Task.objects.count() == 1
    assert Event.objects.about(refund.ref).filter(name="step.opened").count() == 1
