"""A time typed into a field is read in any of the five languages, or not at all: typed on Wednesday 4 March 2026, 10:07."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from makegood.calendars.business_time import BusinessCalendar
from makegood.promises.own_words import by_when, when

VILNIUS = ZoneInfo("Europe/Vilnius")
NOW = dt.datetime(2026, 3, 4, 10, 7, tzinfo=VILNIUS)
TYPED = """
en tomorrow 9 | 03-05 09:00
en in 2 hours | 03-04 12:07
en 2026-12-01 10:00 | 12-01 10:00
en tomorrow morning | 03-05 09:00
en later today | 03-04 13:30
en next week | 03-09 09:00
en end of next week | 03-13 09:00
en friday 14:00 | 03-06 14:00
en monday 8 | 03-09 08:00
en wednesday 9 | 03-11 09:00
en 3d | 03-09 09:00
en 2h | 03-04 12:07
en 30m | 03-04 10:37
en in 3 working days | 03-09 09:00
en march 20 at 3pm | 03-20 15:00
en next month | 04-01 09:00
en end of the month | 03-31 09:00
en 9 | 03-05 09:00
en tomorrow at 14.30 | 03-05 14:30
en day after tomorrow | 03-06 09:00
en tonight | 03-04 18:00
lt rytoj 9 | 03-05 09:00
lt po dviejų dienų | 03-06 09:00
lt po 2 valandų | 03-04 12:07
lt po pusvalandžio | 03-04 10:37
lt poryt ryte | 03-06 09:00
lt rytoj po pietų | 03-05 13:00
lt penktadienį 14:00 | 03-06 14:00
lt kitą savaitę | 03-09 09:00
lt kitos savaitės pabaigoje | 03-13 09:00
lt kovo 20 d. 15 val. | 03-20 15:00
lt po mėnesio | 04-06 09:00
ru через неделю | 03-11 09:00
ru завтра в 9 | 03-05 09:00
ru завтра 9 | 03-05 09:00
ru через полчаса | 03-04 10:37
ru в пятницу 14:00 | 03-06 14:00
ru послезавтра утром | 03-06 09:00
ru на следующей неделе | 03-09 09:00
ru в конце недели | 03-06 09:00
ru 20 марта в 15:00 | 03-20 15:00
ru через три рабочих дня | 03-09 09:00
ru сегодня вечером | 03-04 18:00
nl vrijdag 14:00 | 03-06 14:00
nl morgen 9 uur | 03-05 09:00
nl morgen om half tien | 03-05 09:30
nl over twee dagen | 03-06 09:00
nl over anderhalf uur | 03-04 11:37
nl volgende week dinsdag | 03-10 09:00
nl eind volgende week | 03-13 09:00
nl vanmiddag | 03-04 13:00
nl overmorgen | 03-06 09:00
nl 2 weken | 03-18 09:00
nl volgende maand | 04-01 09:00
ja 明日の午前 | 03-05 09:00
ja 明日９時 | 03-05 09:00
ja 明日の午後3時 | 03-05 15:00
ja 2時間後 | 03-04 12:07
ja 三日後 | 03-09 09:00
ja 来週の月曜 | 03-09 09:00
ja 来週末 | 03-13 09:00
ja 金曜14:00 | 03-06 14:00
ja 3月20日15時 | 03-20 15:00
ja 月末 | 03-31 09:00
ja 夕方 | 03-04 13:00
"""
READINGS = [line.partition(" | ") for line in TYPED.strip().splitlines()]
UNREADABLE = [
    "", "when pigs fly", "tomorrow or so 9 pizzas", "yesterday", "2020-01-01", "30 february", "call Ada tomorrow",
    "если получится завтра", "morgen misschien", "多分明日かも", "kai bus laiko", "9" * 90, "tomorrow" * 40, "\x00", "﷽",
]  # fmt: skip


def read(typed: str, language: str = "en", **also: object) -> dt.datetime | None:
    return when(typed, **({"now": NOW, "zone": VILNIUS, "language": language} | also))  # type: ignore[arg-type]


@pytest.mark.parametrize(("typed", "meant"), [(typed, meant) for typed, _bar, meant in READINGS])
def test_a_time_is_read_as_it_is_meant(typed: str, meant: str) -> None:
    language, _space, words = typed.partition(" ")
    found = read(words, language)
    assert found is not None and f"{found:%m-%d %H:%M}" == meant


@pytest.mark.parametrize("typed", UNREADABLE)
def test_what_is_not_wholly_understood_is_not_guessed(typed: str) -> None:
    assert read(typed) is None


def test_another_language_than_the_writers_is_read_too() -> None:
    assert read("через неделю", "nl") == read("over een week", "lt") == dt.datetime(2026, 3, 11, 9, tzinfo=VILNIUS)


def test_a_date_that_could_be_two_is_read_in_the_writers_language() -> None:
    found = read("01.12", "ru")
    assert found is not None and (found.day, found.month) == (1, 12)


def test_the_teams_hours_say_when_a_day_begins_and_which_days_are_worked() -> None:
    late = {day: [(dt.time(11), dt.time(20))] for day in range(1, 6)}  # Tuesday to Saturday
    hours = BusinessCalendar("Europe/Vilnius", late, {dt.date(2026, 3, 10): []})
    assert read("tomorrow", hours=hours) == dt.datetime(2026, 3, 5, 11, tzinfo=VILNIUS)
    assert read("next week", hours=hours) == dt.datetime(2026, 3, 11, 11, tzinfo=VILNIUS)
    assert read("in 3 days", hours=hours) == dt.datetime(2026, 3, 7, 11, tzinfo=VILNIUS)


def test_times_are_those_of_the_person_and_opening_those_of_the_team() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    hours = BusinessCalendar("Europe/Vilnius", {day: [(dt.time(8), dt.time(17))] for day in range(5)})
    assert read("tomorrow 9", zone=tokyo, hours=hours) == dt.datetime(2026, 3, 5, 9, tzinfo=tokyo)
    assert read("tomorrow", zone=tokyo, hours=hours) == dt.datetime(2026, 3, 5, 8, tzinfo=VILNIUS)


def test_who_works_round_the_clock_begins_the_day_in_the_morning() -> None:
    hours = BusinessCalendar("Europe/Vilnius", {day: [(dt.time(0), dt.time(0))] for day in range(7)})
    assert read("tomorrow", hours=hours) == dt.datetime(2026, 3, 5, 9, tzinfo=VILNIUS)
    assert read("in 3 days", hours=hours) == dt.datetime(2026, 3, 7, 9, tzinfo=VILNIUS)


def test_later_today_is_within_what_is_left_of_the_day() -> None:
    assert read("later today", now=NOW.replace(hour=16)) == NOW.replace(hour=17, minute=0)
    assert read("later today", now=NOW.replace(hour=23, minute=45)) is None


def test_a_naive_now_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        read("tomorrow", now=dt.datetime(2026, 3, 4, 10))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("text", "due"),
    [("friday", "03-06 18:00"), ("tomorrow 9", "03-05 09:00"), ("po dviejų dienų", "03-06 10:07"), ("morgenochtend", "03-05 12:00")],
)  # fmt: skip
def test_a_deadline_is_the_end_of_what_was_typed(text, due):
    found = by_when(text, now=NOW, zone=VILNIUS)
    assert found is not None
    assert found.strftime("%m-%d %H:%M") == due
