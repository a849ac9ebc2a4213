"""What is typed into the box is taken apart, and what is wrong with it is told."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from makegood.cases.filters import days, language
from makegood.cases.filters.language import Condition, Unclear

TODAY = dt.date(2026, 11, 27)


def test_conditions_and_free_words_in_any_order():
    asked = language.read('refund owner:me  -tag:"harbour bank" STATUS:open "where is" status:open')
    assert asked.conditions == (
        Condition("owner", "me"), Condition("tag", "harbour bank", negated=True), Condition("status", "open"),
    )  # fmt: skip
    assert asked.words == "refund where is"
    assert str(asked) == 'owner:me -tag:"harbour bank" status:open refund where is'


@pytest.mark.parametrize(
    "text", ["https://hale.example/x", "re: hello", "10:30", "a:b", "Fwd:", "ada@customer.example"]
)
def test_what_only_looks_like_a_condition_is_a_free_word(text):
    assert language.read(text).conditions == ()
    assert language.read(text).words == text


@pytest.mark.parametrize(("text", "code"), [("onwer:me", "no-word"), ("owner:", "no-value"), ('tag:""', "no-value")])
def test_a_slip_is_told(text, code):
    with pytest.raises(Unclear) as raised:
        language.read(text)
    assert [one.code for one in raised.value.problems] == [code]


def test_a_quotation_that_is_not_closed_goes_on_to_the_end():
    assert language.read('tag:"harbour bank').conditions == (Condition("tag", "harbour bank"),)


def test_there_is_an_end_to_conditions():
    with pytest.raises(Unclear):
        language.read(" ".join(f"tag:t{number}" for number in range(21)))


TYPED = st.lists(st.sampled_from(["owner:me", "tag:", "fails", '"', " ", "-", ":", "re:", "\t"]), max_size=12).map(
    "".join
)


@given(st.text(max_size=200) | TYPED)
@example('"to\rstart"')
def test_any_text_is_read_or_told_and_what_was_read_reads_the_same_again(text):
    try:
        asked = language.read(text)
    except Unclear as unclear:
        assert unclear.problems
    else:
        assert language.read(str(asked)) == asked


def test_quoted_words_stay_words():
    asked = language.read('"owner:me" fails "to start"')
    assert (asked.conditions, asked.words) == ((), '"owner:me" fails to start')


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("2026-11-01", dt.date(2026, 11, 1), dt.date(2026, 11, 2)),
        (">2026-11-01", dt.date(2026, 11, 2), None),
        (">=2026-11-01", dt.date(2026, 11, 1), None),
        ("<2026-11-01", None, dt.date(2026, 11, 1)),
        ("<=2026-11", None, dt.date(2026, 12, 1)),
        ("2026-12", dt.date(2026, 12, 1), dt.date(2027, 1, 1)),
        ("2026-11-01..2026-11-30", dt.date(2026, 11, 1), dt.date(2026, 12, 1)),
        ("today", TODAY, TODAY + dt.timedelta(1)),
        (">yesterday", TODAY, None),
        ("7d", dt.date(2026, 11, 21), None),
    ],
)
def test_days(text, since, until):
    assert days.read(text, today=TODAY) == days.Span(since, until)


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-13", "2026-02-30", "0001-01-01", "9999-12", "0d", "..", ">", "99999d"]
)
def test_what_is_no_day(text):
    with pytest.raises(ValueError, match=r".+"):
        days.read(text, today=TODAY)
