"""Time worked on a case: one timer for a person, minutes by hand, corrected with what they said before."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.actions import hours
from makegood.cases.models import TimeChange, TimeEntry, Timer
from makegood.cases.words import Words
from makegood.events.models import Event
from makegood.events.refusals import Refusal

MINUTE = dt.timedelta(minutes=1)
pytestmark = pytest.mark.usefixtures("time_is_tracked")


@pytest.fixture
def kettle(hale, ada, now):
    words = Words(text="It leaks.", sender="ada@customer.example")
    return cases.open_case(brand=hale, customer=ada, subject="My kettle", words=words, channel="email", at=now)[0]


@pytest.fixture
def noted(refund, bea, now):
    return hours.note_time(refund, minutes=20, note="The bank of Ada.", by=bea, at=now)


def minutes(case):
    return list(TimeEntry.objects.standing().of_case(case).values_list("minutes", flat=True))


def test_a_timer_started_elsewhere_stops_the_one_that_runs(refund, kettle, bea, cleo, now):
    hours.start_timer(refund, by=bea, at=now)
    hours.start_timer(refund, by=cleo, at=now)
    assert hours.start_timer(refund, by=bea, at=now + 5 * MINUTE) is None, "pressed twice, it runs on"
    stopped = hours.start_timer(kettle, by=bea, at=now + 10 * MINUTE + dt.timedelta(seconds=1))
    assert (stopped.case, stopped.minutes, stopped.is_timed) == (refund, 11, True)
    assert set(Timer.objects.values_list("staff", "case")) == {(bea.pk, kettle.pk), (cleo.pk, refund.pk)}
    hours.stop_timer(by=bea, at=now + dt.timedelta(days=3))
    assert minutes(kettle) == [24 * 60], "left on over the weekend, it counts a day"
    assert hours.stop_timer(by=bea, at=now + dt.timedelta(days=3)) is None


def test_corrected_and_removed_it_is_known_what_it_said(refund, noted, bea, cleo, now):
    hours.correct_time(noted, minutes=25, note="", by=cleo, at=now)
    hours.correct_time(noted, minutes=25, note="", by=cleo, at=now)
    with pytest.raises(Refusal):
        hours.remove_time(noted, reason="  ", by=cleo, at=now)
    hours.remove_time(noted, reason="Another case.", by=cleo, at=now)
    with pytest.raises(Refusal):
        hours.correct_time(noted, minutes=5, note="", by=bea, at=now)
    kept = TimeChange.objects.values_list("was_minutes", "was_note", "minutes", "reason", "by")
    assert list(kept) == [(20, "The bank of Ada.", 25, "", cleo.pk), (25, "", None, "Another case.", cleo.pk)]
    assert minutes(refund) == []
    told = Event.objects.about(refund.ref).filter(name__startswith="time.").order_by("id")
    assert [one.name for one in told] == ["time.noted", "time.corrected", "time.removed"]
    assert told[1].data | {"entry": ""} == {"entry": "", "staff": bea.key, "was": 20, "minutes": 25}


@pytest.mark.any_engine
@pytest.mark.parametrize("wrong", [0, -5, 24 * 60 + 1])
def test_none_and_more_than_a_day_are_refused(refund, noted, bea, wrong, now):
    with pytest.raises(Refusal):
        hours.note_time(refund, minutes=wrong, by=bea, at=now)
    with pytest.raises(Refusal):
        hours.correct_time(noted, minutes=wrong, note="", by=bea, at=now)
    assert minutes(refund) == [20]


def test_ones_own_is_corrected_by_oneself_and_ones_lead(noted, bea, cleo, dan, owner, eve):
    allowed = [who for who in (bea, cleo, dan, owner, eve) if TimeEntry.objects.correctable_by(who).exists()]
    assert allowed == [bea, cleo, owner]


def test_a_merged_case_brings_its_time_along(refund, kettle, noted, bea, now):
    cases.merge(refund, into=kettle, by=bea, at=now)
    assert minutes(kettle) == [20]


def test_erasing_a_customer_leaves_the_minutes_and_no_word(refund, ada, noted, bea, now):
    hours.correct_time(noted, minutes=25, note="Ada again.", by=bea, at=now)
    hours.remove_time(noted, reason="Ada asked.", by=bea, at=now)
    assert hours.erase_time_notes([ada.pk]) == 1
    assert set(TimeEntry.objects.values_list("minutes", "note")) == {(25, "")}
    assert set(TimeChange.objects.values_list("was_note", "reason")) == {("", "")}
