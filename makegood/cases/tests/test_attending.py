"""Whoever has a case open is seen by the others, costs a write each quarter of a minute, and is gone half a minute after
a crash."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from makegood.cases.actions import attending
from makegood.cases.models import Presence
from makegood.config.tail import Tail
from makegood.events.models import Event

SECOND = dt.timedelta(seconds=1)


@pytest.fixture
def come(refund, bea, now):
    def say(after, *, is_writing=False):
        with CaptureQueriesContext(connection) as asked:
            attending.attend(refund, is_writing=is_writing, by=bea, at=now + after * SECOND)
        return sum(one["sql"].startswith(("INSERT", "UPDATE", "DELETE")) for one in asked)

    return say


def there(now, after=0):
    return [one.staff.name for one in Presence.objects.now(now + after * SECOND)]


def test_one_write_a_beat_however_often_it_is_said(come, now):
    assert come(0) == 1
    assert [come(after) for after in (1, 2, 5, 9)] == [0, 0, 0, 0]
    assert come(15) == 1
    assert there(now, 39) == ["Bea"]


def test_who_crashed_is_gone_within_half_a_minute(come, now):
    come(0)
    assert there(now, 24) == ["Bea"]
    assert attending.STAYS.total_seconds() + attending.EVERY <= 30
    assert attending.sweep_presence(at=now + 25 * SECOND) == 1
    assert there(now, 25) == []


def test_who_says_so_is_gone_at_once_and_forgotten_in_a_minute(come, refund, bea, now):
    come(0)
    attending.leave(refund, by=bea, at=now + SECOND)
    assert there(now, 1) == []
    assert attending.sweep_presence(at=now + 60 * SECOND) == 0
    assert attending.sweep_presence(at=now + 61 * SECOND) == 1
    assert not Presence.objects.exists()


def test_to_begin_and_to_cease_writing_is_told_and_a_beat_is_not(come, now):
    def changed():
        return Presence.objects.get().changed_at

    come(0)
    assert come(3, is_writing=True) == 1
    assert changed() == now + 3 * SECOND
    come(18, is_writing=True)
    assert changed() == now + 3 * SECOND
    come(33)
    assert changed() == now + 33 * SECOND
    assert not Presence.objects.get().is_writing


def test_live_pages_hear_the_name_of_the_case_and_the_log_keeps_nothing(refund, bea, db):
    from_now = dt.datetime.now(dt.UTC)
    before = Event.objects.count()
    tail = Tail(lambda names: None)
    tail.news()
    attending.attend(refund, is_writing=False, by=bea, at=from_now)
    assert [one.name for one in tail.news()] == [refund.ref.replace("C-", "W-")]
    assert tail.news() == []
    attending.leave(refund, by=bea, at=from_now + SECOND)
    assert [one.name for one in tail.news()] == [refund.ref.replace("C-", "W-")]
    assert Event.objects.count() == before
