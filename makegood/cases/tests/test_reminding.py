"""A reminder is one person's own, and comes at its time."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.models import Reminder
from makegood.cases.words import Words
from makegood.events.models import Event
from makegood.events.refusals import Refusal

DAY = dt.timedelta(days=1)


@pytest.fixture
def reminder(refund, bea, now):
    return cases.remind(refund, due_at=now + DAY, note="Ask the bank.", by=bea, at=now)


def told(bea):
    return list(Event.objects.about(bea.key).filter(name__startswith="reminder.").values_list("name", flat=True))


def test_it_comes_once_at_its_time_and_is_done_once(reminder, bea, now):
    assert cases.remind_due(at=now + DAY - dt.timedelta(seconds=1)) == 0
    assert cases.remind_due(at=now + DAY) == 1
    assert cases.remind_due(at=now + DAY) == 0
    assert Reminder.objects.come().get() == reminder
    cases.finish_reminder(reminder, by=bea, at=now + DAY)
    cases.finish_reminder(reminder, by=bea, at=now + DAY)
    assert not Reminder.objects.standing().exists()
    assert sorted(told(bea)) == ["reminder.came", "reminder.done", "reminder.set"]


def test_the_case_tells_nobody_of_it(reminder, refund):
    assert not Event.objects.about(refund.ref).filter(name__startswith="reminder.").exists()


def test_what_is_done_before_its_time_never_comes(reminder, bea, now):
    cases.finish_reminder(reminder, by=bea, at=now)
    assert cases.remind_due(at=now + DAY) == 0


def test_who_no_longer_serves_the_brand_is_reminded_of_nothing(reminder, bea, now):
    bea.teams.clear()
    cases.remind_due(at=now + DAY)
    assert not Reminder.objects.come().exists()
    assert "reminder.came" not in told(bea)


def test_it_goes_along_when_its_case_is_merged_and_its_note_when_the_customer_is_erased(
    reminder, refund, hale, ada, bea, now
):
    other, _message = cases.open_case(
        brand=hale, customer=ada, subject="Again", words=Words(text="x"), channel="email", at=now
    )
    cases.merge(refund, into=other, by=bea, at=now)
    assert other.reminders.get() == reminder
    assert cases.erase_reminders([ada.pk]) == 1
    assert other.reminders.get().note == ""


def test_a_time_gone_by_and_too_many_are_refused(refund, bea, now):
    with pytest.raises(Refusal, match="gone by"):
        cases.remind(refund, due_at=now, by=bea, at=now)
    for _number in range(20):
        cases.remind(refund, due_at=now + DAY, by=bea, at=now)
    with pytest.raises(Refusal, match="years"):
        cases.remind(refund, due_at=now.replace(year=3000), by=bea, at=now)
    with pytest.raises(Refusal, match="many"):
        cases.remind(refund, due_at=now + DAY, by=bea, at=now)
