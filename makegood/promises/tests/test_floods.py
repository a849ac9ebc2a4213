"""More than fifty breaks within a minute are a flood; fifty are not, nor fifty-one spread wider."""

import datetime as dt

from makegood.promises import floods

NOON = dt.datetime(2026, 6, 1, 12, 0, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


def every(step: float, count: int, start: dt.datetime = NOON) -> list[dt.datetime]:
    return [start + number * step * SECOND for number in range(count)]


def test_fifty_in_a_minute_are_no_flood():
    assert floods.stretches(every(1, 50)) == []
    assert floods.stretches([]) == []


def test_fifty_one_are():
    assert floods.stretches(every(1, 51)) == [(NOON, NOON + 50 * SECOND)]


def test_a_minute_is_sixty_seconds_its_end_left_out():
    # 51 moments over 60.0 s: the last is a whole minute after the first.
    assert floods.stretches(every(1.2, 51)) == []
    assert floods.stretches(every(1.19, 51)) == [(NOON, NOON + 50 * 1.19 * SECOND)]


def test_a_flood_that_goes_on_is_one_and_calm_parts_two():
    long = every(1, 200)
    assert floods.stretches(long) == [(NOON, NOON + 199 * SECOND)]
    later = every(0.5, 60, NOON + dt.timedelta(hours=1))
    assert floods.stretches([*long, *later]) == [(long[0], long[-1]), (later[0], later[-1])]


def test_what_lies_calmly_before_a_flood_is_not_of_it():
    calm = every(30, 10)
    burst = every(0.1, 60, NOON + dt.timedelta(minutes=20))
    assert floods.stretches([*calm, *burst]) == [(burst[0], burst[-1])]
