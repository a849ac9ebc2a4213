"""The calendar and a clerk with a watch come to the same answer, clock changes or not."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makegood.calendars import pauses as paused
from makegood.calendars.business_time import BusinessCalendar, NeverOpenError
from makegood.calendars.explain import explain
from makegood.calendars.tests.oracle import MINUTE, PLACES, open_minutes

QUARTERS = st.integers(0, 95)


@st.composite
def block(draw):
    opens = draw(QUARTERS)
    closes = draw(st.integers(opens + 1, 96))
    return time(opens // 4, opens % 4 * 15), time(closes // 4 % 24, closes % 4 * 15)


spells = st.lists(st.tuples(st.integers(0, 2880), st.integers(0, 2880)), max_size=3)
days_blocks = st.lists(block(), max_size=3)


@st.composite
def situation(draw):
    """A place, a calendar, and two minutes within four days of the clock change."""
    zone, around = draw(st.sampled_from(PLACES))
    weekly = draw(st.dictionaries(st.integers(0, 6), days_blocks))
    near = st.integers(-2, 2).map(lambda n: around + timedelta(days=n))
    exceptions = draw(st.dictionaries(near, days_blocks, max_size=2))
    noon = datetime.combine(around, time(12), UTC)
    first, second = (noon + draw(st.integers(-2880, 2880)) * MINUTE for _ in range(2))
    clerk = open_minutes(zone, around, weekly, exceptions)
    return BusinessCalendar(zone, weekly, exceptions), clerk, first, second


@settings(max_examples=60, deadline=None)
@given(situation())
def test_elapsed_is_the_number_of_open_minutes(case):
    calendar, clerk, start, end = case
    assert calendar.elapsed(start, end) == sum(start <= at < end for at in clerk) * MINUTE


@settings(max_examples=60, deadline=None)
@given(situation())
def test_open_is_what_the_clerk_saw(case):
    calendar, clerk, at, _ = case
    assert calendar.is_open(at) == (at in clerk)


@settings(max_examples=60, deadline=None)
@given(situation(), st.integers(1, 600))
def test_due_is_the_end_of_the_last_minute_worked(case, count):
    calendar, clerk, start, end = case
    following = sorted(at for at in clerk if at >= start)
    if len(following) >= count:
        assert calendar.due(start, count * MINUTE) == following[count - 1] + MINUTE
    earlier = sorted((at for at in clerk if at < end), reverse=True)
    if len(earlier) >= count:
        assert calendar.before(end, count * MINUTE) == earlier[count - 1]


@settings(max_examples=60, deadline=None)
@given(situation(), spells, st.integers(1, 300))
def test_no_minute_counts_while_paused(case, spans, count):
    calendar, clerk, start, end = case
    stood = [(start + since * MINUTE, start + (since + length) * MINUTE) for since, length in spans]
    stands = lambda at: any(since <= at < until for since, until in stood)  # noqa: E731
    left = sorted(at for at in clerk if at >= start and not stands(at))
    assert paused.elapsed(calendar, start, end, stood) == sum(at < end for at in left) * MINUTE
    if len(left) >= count:
        due = paused.due(calendar, start, count * MINUTE, stood)
        assert due == left[count - 1] + MINUTE
        days = explain(calendar, start, count * MINUTE, stood)
        assert days[-1].total == count * MINUTE
        assert days[-1].blocks[-1][1] == due
        lengths = [until - since.astimezone(UTC) for day in days for since, until in day.blocks]
        assert sum(lengths, timedelta(0)) == count * MINUTE


@settings(max_examples=60, deadline=None)
@given(situation())
def test_periods_and_openings_and_closings_agree(case):
    calendar, clerk, start, end = case
    found = calendar.periods(start, end)
    assert all(since < until for since, until in found)
    assert all(one[1] < other[0] for one, other in pairwise(found))
    assert sum((until - since for since, until in found), timedelta(0)) == calendar.elapsed(start, end)
    following, earlier = [at for at in clerk if at >= start], [at for at in clerk if at < start]
    if following:
        assert calendar.next_open(start) == min(following) == calendar.due(start, timedelta(0))
    if earlier and start not in clerk:
        assert calendar.last_open(start) == max(earlier) + MINUTE == calendar.before(start, timedelta(0))


@settings(max_examples=60, deadline=None)
@given(situation(), st.integers(1, 5 * 10**9), st.integers(-(10**11), 10**11))
def test_before_takes_back_what_due_added(case, work, shift):
    calendar, _, start, _ = case
    start, work = start + timedelta(milliseconds=shift), timedelta(milliseconds=work)
    try:
        due = calendar.due(start, work)
    except NeverOpenError:
        return
    assert calendar.elapsed(start, due) == work
    assert calendar.due(calendar.before(due, work), work) == due
    fresh = BusinessCalendar(calendar.timezone, calendar.weekly, calendar.exceptions)
    assert fresh.elapsed(start, due) == work, "the answer depends on what was asked before"


@pytest.mark.parametrize(("zone", "around"), PLACES)
def test_round_the_clock_every_hour_counts(zone, around):
    always = BusinessCalendar(zone, {day: [(time(0), time(0))] for day in range(7)})
    start = datetime.combine(around, time(0), UTC) - timedelta(days=3)
    assert always.due(start, timedelta(days=400)) == start + timedelta(days=400)
    assert always.periods(start, start + timedelta(days=9)) == [(start, start + timedelta(days=9))]
