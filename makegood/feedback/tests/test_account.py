"""Two accounts of one case, and where they differ."""

import pytest

from makegood.feedback.account import Account, differences


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        (Account("A refund", 5, True), Account("My money", 5, True), set()),
        (Account("", 5, True), Account("", 4, True), set()),
        (Account("", 5, True), Account("", 3, True), {"went"}),
        (Account("", 4, True), Account("", 1, False), {"went", "solved"}),
        (Account("", None, None), Account("", 1, False), set()),
        (Account("", 5, True), Account(), set()),
    ],
)
def test_they_differ_by_two_steps_or_in_whether_it_is_solved(ours, theirs, found):
    assert differences(ours, theirs) == found


@pytest.mark.parametrize(
    ("account", "low"),
    [
        (Account("", 2, True), True),
        (Account("", 3, True), False),
        (Account("My money", None, False), True),
        (Account("", None, False), False),
        (Account(), False),
    ],
)
def test_a_low_answer_is_that_it_went_badly_or_words_about_what_is_not_solved(account, low):
    assert account.is_low is low
