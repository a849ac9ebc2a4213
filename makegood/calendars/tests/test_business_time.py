"""The questions a promise asks of a calendar, and the ones it refuses."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from makegood.calendars import pauses
from makegood.calendars.business_time import BusinessCalendar, NeverOpenError
from makegood.calendars.explain import DayNames, Reason, explain
from makegood.calendars.working_days import before_by_days, due_in_days, is_working_day, same_time

HOUR = timedelta(hours=1)
VILNIUS = ZoneInfo("Europe/Vilnius")
WEEK = {day: [(time(9), time(12)), (time(13), time(17))] for day in range(5)}
CHRISTMAS = {date(2026, 12, 24): [(time(9), time(12))], date(2026, 12, 25): []}
OFFICE = BusinessCalendar("Europe/Vilnius", WEEK, CHRISTMAS)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VILNIUS)


def test_four_working_hours_run_over_lunch():
    assert OFFICE.due(at("2026-11-23 10:00"), 4 * HOUR) == at("2026-11-23 15:00")


def test_work_that_ends_at_closing_time_is_due_at_closing_time():
    assert OFFICE.due(at("2026-11-23 13:00"), 4 * HOUR) == at("2026-11-23 17:00")
    assert OFFICE.before(at("2026-11-23 17:00"), 4 * HOUR) == at("2026-11-23 13:00")


def test_half_a_day_before_christmas_and_then_monday():
    assert OFFICE.due(at("2026-12-24 11:00"), 2 * HOUR) == at("2026-12-28 10:00")


def test_answers_are_in_utc():
    assert OFFICE.due(at("2026-11-23 10:00"), HOUR).tzinfo is UTC


def test_overlapping_and_adjacent_blocks_count_once():
    messy = BusinessCalendar("UTC", {0: [(time(12), time(17)), (time(9), time(13)), (time(10), time(11))]})
    monday = datetime(2026, 11, 23, tzinfo=UTC)
    assert messy.elapsed(monday, monday + timedelta(1)) == 8 * HOUR
    assert messy.periods(monday, monday + timedelta(1)) == [(monday + 9 * HOUR, monday + 17 * HOUR)]


def test_midnight_as_an_end_is_the_end_of_the_day():
    late = BusinessCalendar("UTC", {0: [(time(22), time(0))], 1: [(time(0), time(2))]})
    monday = datetime(2026, 11, 23, tzinfo=UTC)
    assert late.periods(monday, monday + timedelta(3)) == [(monday + 22 * HOUR, monday + 26 * HOUR)]


def test_a_day_the_zone_skipped_has_no_hours():
    apia = BusinessCalendar("Pacific/Apia", {day: [(time(9), time(17))] for day in range(7)})
    zone = ZoneInfo("Pacific/Apia")
    start = datetime(2011, 12, 29, 16, tzinfo=zone)
    assert apia.due(start, 2 * HOUR) == datetime(2011, 12, 31, 10, tzinfo=zone)
    assert not is_working_day(apia, date(2011, 12, 30))
    assert due_in_days(apia, start, 1) == datetime(2011, 12, 31, 16, tzinfo=zone)


@pytest.mark.parametrize("ask", ["due", "before", "elapsed", "is_open", "next_open", "last_open", "periods"])
def test_a_time_without_a_zone_is_refused(ask):
    naive = datetime(2026, 11, 23, 10)  # noqa: DTZ001
    rest = {"due": [HOUR], "before": [HOUR], "elapsed": [naive], "periods": [naive]}.get(ask, [])
    with pytest.raises(ValueError, match="aware"):
        getattr(OFFICE, ask)(naive, *rest)


def test_negative_work_is_refused():
    for ask in (OFFICE.due, OFFICE.before):
        with pytest.raises(ValueError, match="negative"):
            ask(at("2026-11-23 10:00"), -HOUR)


@pytest.mark.parametrize(
    ("timezone", "weekly"),
    [
        ("Europe/Atlantis", WEEK),
        ("", WEEK),
        ("../etc/passwd", WEEK),
        ("UTC", {7: [(time(9), time(17))]}),
        ("UTC", {0: [(time(17), time(9))]}),
        ("UTC", {0: [(time(9), time(9))]}),
        ("UTC", {0: [("09:00", "17:00")]}),
        ("UTC", {0: [(time(9, tzinfo=UTC), time(17))]}),
    ],
)
def test_a_calendar_that_makes_no_sense_is_refused(timezone, weekly):
    with pytest.raises(ValueError):
        BusinessCalendar(timezone, weekly)


@pytest.mark.parametrize("exceptions", [{}, {date(2026, 12, 25): []}])
def test_a_calendar_that_never_opens_says_so(exceptions):
    never, now = BusinessCalendar("UTC", {}, exceptions), at("2026-11-23 10:00")
    assert not never.is_open(now)
    assert never.elapsed(now, now + timedelta(1)) == timedelta(0)
    for ask in (never.next_open, never.last_open):
        with pytest.raises(NeverOpenError):
            ask(now)
    for ask in (never.due, never.before):
        for work in (HOUR, timedelta(0)):
            with pytest.raises(NeverOpenError):
                ask(now, work)
    with pytest.raises(NeverOpenError):
        due_in_days(never, now, 1)


def test_a_fair_that_opens_on_three_days_of_its_life():
    days = [date(2026, 6, 1), date(2027, 6, 1), date(2031, 6, 1)]
    fair = BusinessCalendar("UTC", {}, {day: [(time(10), time(12))] for day in days})
    assert fair.due(datetime(2020, 1, 1, tzinfo=UTC), 5 * HOUR) == datetime(2031, 6, 1, 11, tzinfo=UTC)
    assert fair.before(datetime(2040, 1, 1, tzinfo=UTC), 5 * HOUR) == datetime(2026, 6, 1, 11, tzinfo=UTC)
    with pytest.raises(NeverOpenError):
        fair.due(datetime(2020, 1, 1, tzinfo=UTC), 7 * HOUR)


def test_more_work_than_there_is_time_is_refused():
    with pytest.raises(NeverOpenError):
        OFFICE.due(at("2026-11-23 10:00"), timedelta.max)


def test_an_hour_a_week_adds_up_over_decades():
    weekly = BusinessCalendar("UTC", {0: [(time(9), time(10))]})
    monday = datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert weekly.due(monday, 1001 * HOUR) == monday + timedelta(weeks=1000) + HOUR
    assert weekly.before(monday, 1000 * HOUR) == monday - timedelta(weeks=1000)


def test_many_threads_get_the_same_answers():
    shared = BusinessCalendar("Europe/Vilnius", WEEK, CHRISTMAS)
    asked = [(at("2026-11-23 10:00") + timedelta(days=n * 97 % 4000 - 2000), n * HOUR) for n in range(1, 400)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda each: shared.due(*each), asked))
    assert answers == [OFFICE.due(*each) for each in asked]


def test_three_working_days_keep_the_time_of_day():
    assert due_in_days(OFFICE, at("2026-11-20 15:30"), 3) == at("2026-11-25 15:30")
    assert due_in_days(OFFICE, at("2026-11-20 22:00"), 3) == at("2026-11-26 09:00")
    assert before_by_days(OFFICE, at("2026-11-25 12:30"), 3) == at("2026-11-20 12:00")
    assert same_time(OFFICE, at("2026-12-23 22:00"), 2) == at("2026-12-28 22:00")


def test_the_clock_stands_while_paused():
    stood = [
        (at("2026-11-23 14:00"), at("2026-11-23 16:00")),
        (at("2026-11-23 10:30"), at("2026-11-23 11:00")),
    ]
    assert pauses.due(OFFICE, at("2026-11-23 10:00"), 4 * HOUR, stood) == at("2026-11-24 09:30")
    assert pauses.elapsed(OFFICE, at("2026-11-23 10:00"), at("2026-11-23 16:30"), stood) == 3 * HOUR


def test_explain_says_why_each_day_counted_as_it_did():
    names = DayNames(holidays={date(2026, 12, 25): "Kalėdos"}, notes={date(2026, 12, 24): "Kūčios"})
    stood = [(at("2026-12-28 09:00"), at("2026-12-28 11:00"))]
    days = explain(OFFICE, at("2026-12-23 16:00"), 6 * HOUR, stood, names=names)
    assert [(day.date.day, day.reason, day.name, day.counted / HOUR, day.total / HOUR) for day in days] == [
        (23, Reason.OPEN, "", 1, 1),
        (24, Reason.EXCEPTION, "Kūčios", 3, 4),
        (25, Reason.HOLIDAY, "Kalėdos", 0, 4),
        (26, Reason.CLOSED, "", 0, 4),
        (27, Reason.CLOSED, "", 0, 4),
        (28, Reason.PAUSED, "", 2, 6),
    ]
    assert days[-1].hours == tuple(WEEK[0])
    assert days[-1].blocks == (
        (at("2026-12-28 11:00"), at("2026-12-28 12:00")),
        (at("2026-12-28 13:00"), at("2026-12-28 14:00")),
    )


def test_explain_ends_on_the_day_before_when_due_at_midnight():
    always = BusinessCalendar("Europe/Vilnius", {day: [(time(0), time(0))] for day in range(7)})
    assert [day.date.day for day in explain(always, at("2026-11-23 12:00"), 36 * HOUR)] == [23, 24]
