from datetime import UTC, datetime, timedelta
from datetime import timezone as offset

import pytest
from django.utils import timezone, translation

from makegood.ui import wording

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"), timezone.override("UTC"):
        yield


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(minutes=38, seconds=59), "38 min"),
        (timedelta(hours=3, minutes=10), "3 h 10 min"),
        (timedelta(hours=3), "3 h"),
        (timedelta(seconds=59), "now"),
        (timedelta(seconds=-59), "now"),
        (timedelta(minutes=-12), "12 min late"),
        (timedelta(days=-3), "3 d late"),
        (timedelta(hours=25), "tomorrow 10:00"),
        (timedelta(days=2), "Wed 09:00"),
        (timedelta(days=20), "13 Dec 09:00"),
    ],
)
def test_the_next_promise_is_told_as_briefly_as_it_can_be(left, said):
    assert wording.clock(NOW + left, "open", NOW) == said


def test_a_settled_promise_is_told_by_what_became_of_it():
    assert wording.clock(NOW, "kept", NOW + timedelta(days=1)) == "kept"
    assert wording.clock(None, "paused", NOW) == "paused"


def test_bea_reads_the_hour_of_her_own_town():
    with timezone.override("Asia/Tokyo"):
        assert wording.moment(NOW, NOW) == "18:00"


@pytest.mark.parametrize(
    ("language", "said"),
    [("lt", "2025-11-20"), ("ru", "20 нояб. 2025"), ("nl", "20 nov 2025"), ("ja", "2025年11月20日")],
)
def test_a_day_is_named_as_its_readers_name_it(language, said):
    with translation.override(language):
        assert wording.moment(NOW - timedelta(days=368), NOW).startswith(said)


def test_the_whole_of_a_moment_names_its_zone():
    assert wording.full(NOW) == "Monday, 23 November 2026 09:00 UTC"


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/London", "Europe/Vilnius", "Asia/Tokyo", "UTC"])
@pytest.mark.parametrize("hours", [-14, 0, 14])
@pytest.mark.parametrize("end", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)])
def test_a_moment_at_an_end_of_the_calendar_has_words_in_every_zone(zone, hours, end):
    at = end.replace(tzinfo=offset(timedelta(hours=hours)))
    with timezone.override(zone):
        for told in (
            wording.full(at),
            wording.moment(at, NOW),
            wording.moment(NOW, at),
            wording.day(wording.local(at)),
        ):
            assert told
        assert wording.clock(at, "open", NOW)
        assert wording.clock(NOW, "open", at)
