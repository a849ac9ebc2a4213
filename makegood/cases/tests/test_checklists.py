"""A playbook is started on a case, its steps are ticked, and it goes along where the case is merged."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.actions import checklists
from makegood.cases.models import Checklist, Playbook, Step
from makegood.cases.words import Words
from makegood.events.models import Event
from makegood.events.refusals import Refusal

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def book(cleo, now) -> Playbook:
    steps = ["Ring the bank", "  ", "Tell the customer"]
    return checklists.save_playbook(None, name="Refund", steps=steps, team=None, by=cleo, at=now)


def test_a_playbook_has_steps(book, cleo, now):
    assert book.steps == ["Ring the bank", "Tell the customer"]
    with pytest.raises(Refusal):
        checklists.save_playbook(book, name="Refund", steps=[" "], team=None, by=cleo, at=now)


def test_started_once_and_what_was_started_keeps_its_steps(book, refund, bea, cleo, now):
    first = checklists.start(refund, book, by=bea, at=now)
    checklists.save_playbook(book, name="Refund", steps=["Something else"], team=None, by=cleo, at=now)
    assert checklists.start(refund, book, by=cleo, at=now) == first
    assert [step.words for step in Step.objects.of_case(refund)] == ["Ring the bank", "Tell the customer"]


def test_the_first_who_ticks_did_it_and_it_can_be_unticked(book, refund, bea, cleo, now):
    checklists.start(refund, book, by=bea, at=now)
    step = Step.objects.of_case(refund).first()
    checklists.tick(step, by=bea, at=now)
    checklists.tick(step, by=cleo, at=now + HOUR)
    step.refresh_from_db()
    assert (step.done_by, step.done_at) == (bea, now)
    checklists.untick(step, by=cleo, at=now + HOUR)
    checklists.untick(step, by=cleo, at=now + HOUR)
    told = Event.objects.about(refund.ref).filter(name__startswith="step.").order_by("at", "id")
    assert [one.name for one in told] == ["step.done", "step.undone"]


def test_it_goes_along_with_a_merged_case_and_is_taken_off(book, refund, ada, hale, bea, now):
    words = Words(text="?", sender="ada@customer.example")
    other, _ = cases.open_case(brand=hale, customer=ada, subject="Bank", words=words, channel="email", at=now)
    made = checklists.start(refund, book, by=bea, at=now)
    cases.merge(refund, into=other, by=bea, at=now)
    made.case.refresh_from_db()
    checklists.tick(Step.objects.of_case(other).get(number=1), by=bea, at=now)
    assert Event.objects.about(other.ref).filter(name="step.done").exists()
    checklists.remove(made, by=bea, at=now)
    checklists.remove(made, by=bea, at=now)
    assert not Checklist.objects.exists()
    assert Event.objects.filter(name="checklist.removed").count() == 1


def test_a_teams_playbook_is_for_that_team(support, book, bea, eve, cleo, now):
    ours = checklists.save_playbook(None, name="Ours", steps=["One"], team=support, by=cleo, at=now)
    assert list(Playbook.objects.in_use().visible_to(bea)) == [ours, book]
    assert list(Playbook.objects.in_use().visible_to(eve)) == [book]
