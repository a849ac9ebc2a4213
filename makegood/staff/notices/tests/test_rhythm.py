import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from makegood.staff.notices import rhythm

pytestmark = pytest.mark.any_engine
VILNIUS = ZoneInfo("Europe/Vilnius")
MORNING, AFTERNOON = dt.time(8, 30), dt.time(16)
WEEK = range(5)


def following(at: str, *, times=(MORNING, AFTERNOON), days=WEEK) -> str:
    found = rhythm.following(dt.datetime.fromisoformat(at), times=times, days=days, zone=VILNIUS)
    return f"{found.astimezone(VILNIUS):%a %d %H:%M}" if found else "never"


def test_the_next_time_of_the_day_or_of_the_next_day_chosen_in_her_own_zone():
    assert following("2026-06-05T05:29:59+00:00") == "Fri 05 08:30"
    assert following("2026-06-05T05:30:00+00:00") == "Fri 05 16:00", "strictly after, so none comes twice"
    assert following("2026-06-05T13:00:00+00:00") == "Mon 08 08:30"
    assert following("2026-06-05T13:00:00+00:00", days=[4]) == "Fri 12 08:30"
    assert (
        following("2026-06-05T13:00:00+00:00", days=[]) == following("2026-06-05T13:00:00+00:00", times=[]) == "never"
    )


def test_when_clocks_change():
    night = [dt.time(3, 30)]
    assert following("2026-03-28T12:00:00+00:00", times=night, days=range(7)) == "Sun 29 04:30", "there is no 3:30"
    assert following("2026-10-24T12:00:00+00:00", times=night, days=range(7)) == "Sun 25 03:30"
    assert following("2026-10-25T00:45:00+00:00", times=night, days=range(7)) == "Mon 26 03:30", "the first of two"
