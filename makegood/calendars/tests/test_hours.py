"""Opening hours as people write them."""

import pytest

from makegood.calendars.hours import HoursError, Trouble, parse, write


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", []),
        ("9-17", [["09:00", "17:00"]]),
        ("13:00-17:00, 09:00-12:00", [["09:00", "12:00"], ["13:00", "17:00"]]),
        ("9.30 – 12; 13h15 — 24:00", [["09:30", "12:00"], ["13:15", "24:00"]]),
        ("９：００〜１２：００、１３：００～１８：００", [["09:00", "12:00"], ["13:00", "18:00"]]),
        ("22:00-00:00", [["22:00", "24:00"]]),
        ("0-24", [["00:00", "24:00"]]),
        ("9-12,12-17", [["09:00", "12:00"], ["12:00", "17:00"]]),
    ],
)
def test_hours_are_understood_as_people_write_them(text, kept):
    assert parse(text) == kept
    assert parse(write(kept)) == kept


@pytest.mark.parametrize(
    ("text", "trouble", "part"),
    [
        ("nine to five", Trouble.UNREADABLE, "nine to five"),
        ("9-17, 18", Trouble.UNREADABLE, "18"),
        ("9-12-17", Trouble.UNREADABLE, "9-12-17"),
        ("25:00-26:00", Trouble.NO_SUCH_TIME, "25:00"),
        ("9:60-12:00", Trouble.NO_SUCH_TIME, "9:60"),
        ("22:00-06:00", Trouble.BACKWARDS, "22:00-06:00"),
        ("9-9", Trouble.BACKWARDS, "9-9"),
        ("9-13, 12-17", Trouble.OVERLAPPING, "9-13, 12-17"),
    ],
)
def test_hours_that_make_no_sense_are_named(text, trouble, part):
    with pytest.raises(HoursError) as raised:
        parse(text)
    assert (raised.value.trouble, raised.value.part) == (trouble, part)
