"""What counts as one contact, and which cases are about the same."""

import datetime as dt

import pytest

from makegood.recovery import contacts

NOON = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("minutes", "count"),
    [
        ([], 0),
        ([0], 1),
        ([0, 60], 1),  # an hour after the last word is still an afterthought
        ([0, 61], 2),
        ([61, 0], 2),  # in whatever order they are read
        ([0, 50, 100, 150], 1),
        ([0, 200, 210, 500], 3),
    ],
)
def test_waves(minutes, count):
    assert contacts.waves([NOON + each * MINUTE for each in minutes]) == count


@pytest.mark.parametrize(
    "subject",
    ["My refund", "RE: my refund", "Re: Fwd:  My  refund", "AW: My refund", "Отв: My refund", "返信：My refund",
     "[C-7F3K9Q] Re[2]: My refund", "Antw: [hale] My refund"],
)  # fmt: skip
def test_a_topic_is_the_subject_without_what_programs_put_before_it(subject):
    assert contacts.topic(subject) == "my refund"


def test_a_word_that_only_begins_like_a_reply_stays():
    assert contacts.topic("Return of my kettle") == "return of my kettle"
    assert contacts.topic("Re:") == ""
