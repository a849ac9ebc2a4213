"""Exceptional days as people write them."""

import pytest

from makegood.calendars.exceptional_days import LineError, parse_lines, write_lines


@pytest.mark.parametrize(
    ("line", "hours", "note"),
    [
        ("2026-12-24", [], ""),
        ("2026-12-24 closed for stocktaking", [], "closed for stocktaking"),
        ("2026-12-24 09:00-13:00", [["09:00", "13:00"]], ""),
        ("2026-12-24: 9-12, 13-15 Christmas Eve", [["09:00", "12:00"], ["13:00", "15:00"]], "Christmas Eve"),
        ("2026-12-24 9-12 Kūčios, trumpesnė diena", [["09:00", "12:00"]], "Kūčios, trumpesnė diena"),
        ("2026-12-29 ９：００〜１２：００ 大掃除", [["09:00", "12:00"]], "大掃除"),
    ],
)
def test_a_line_is_a_date_its_hours_and_a_note(line, hours, note):
    found = parse_lines(f"\n{line}\n")
    assert list(found.values()) == [{"hours": hours, "note": note}]
    assert parse_lines(write_lines(found)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Christmas",
        "24.12.2026",
        "2026-02-30",
        "2026-12-24 9",
        "2026-12-24 13-9",
        "2026-12-24 25-26",
        "2026-12-24\n2026-12-24 9-12",
        "2026-12-24" + " 9-" * 5000,
    ],
)
def test_a_line_that_cannot_be_read_is_named(text):
    with pytest.raises(LineError) as raised:
        parse_lines(text)
    assert raised.value.line in text
