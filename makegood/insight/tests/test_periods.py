"""Spans of days, cut into months and days so that nothing is left out or told twice."""

import datetime as dt
import itertools
import random

from makegood.insight.reports.periods import DAY, Days, Period, cut, fitting, following_month, pieces


def day(text):
    return dt.date.fromisoformat(text)


def each(days):
    return [days.first + number * DAY for number in range(days.length)]


def test_a_year_is_twelve_months():
    found = pieces(Days(day("2026-01-01"), day("2026-12-31")))
    assert len(found.months) == 12 and not found.rest


def test_what_sticks_out_is_told_by_day():
    found = pieces(Days(day("2026-01-30"), day("2026-04-02")))
    assert found.months == (day("2026-02-01"), day("2026-03-01"))
    assert found.rest == (Days(day("2026-01-30"), day("2026-01-31")), Days(day("2026-04-01"), day("2026-04-02")))


def test_every_day_of_any_span_is_in_just_one_piece():
    dice = random.Random(3)
    for _ in range(500):
        first = day("2023-12-01") + dice.randrange(800) * DAY
        days = Days(first, first + dice.randrange(200) * DAY)
        found = pieces(days)
        months = [Days(month, following_month(month) - DAY) for month in found.months]
        told = sorted(itertools.chain(*map(each, [*months, *found.rest])))
        assert told == each(days)
        for period in Period:
            assert list(itertools.chain(*map(each, cut(days, period)))) == each(days)


def test_weeks_begin_on_mondays():
    found = cut(Days(day("2026-06-03"), day("2026-06-16")), Period.WEEK)
    assert [one.first.isoweekday() for one in found] == [3, 1, 1]


def test_a_long_span_is_drawn_by_longer_periods():
    year = Days(day("2026-01-01"), day("2026-12-31"))
    assert fitting(year, Period.DAY) == Period.WEEK
    assert fitting(year, Period.MONTH) == Period.MONTH
    assert fitting(Days(day("2022-01-01"), day("2026-12-31")), Period.DAY) == Period.MONTH
