"""What our people promise in passing is found, in each language, and nothing else is."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makegood.calendars.business_time import BusinessCalendar
from makegood.promises.own_words import find, promises_anything
from makegood.promises.own_words.splitting import QUOTED
from makegood.promises.own_words.tests.scoring import NOW, ZONE, labelled, score

LANGUAGES = ("en", "lt", "ru", "nl", "ja")
VILNIUS = ZoneInfo("Europe/Vilnius")


def due(words, *, now=NOW, zone=ZONE, hours=None):
    return [found.due_at.replace(tzinfo=None).isoformat(" ", "minutes") if found.due_at else None
            for found in find(words, now=now, zone=zone, hours=hours)]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["made", "apart"])
def test_labelled_sentences_are_told_apart(kind, language):
    result = score(f"{kind}-{language}.txt")
    assert result.precision >= 0.9, result.invented
    assert result.recall >= 0.8, result.overlooked
    assert result.dated >= 0.9, result.misdated


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("I will call you on Tuesday before 10.", "en"),
        ("Grąžinsime pinigus per tris dienas.", "lt"),
        ("Я напишу завтра утром.", "ru"),
        ("U hoort vrijdag van ons.", "nl"),
        ("明日の午前中にお電話します。", "ja"),
    ],
)
def test_a_promise_is_returned_in_its_own_words(words, language):
    (found,) = find(f"{words}", now=NOW, zone=ZONE)
    assert (found.words, found.language) == (words, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_look_overlooks_nothing_that_is_found(language):
    lines = [text for _, _, text in labelled(f"apart-{language}.txt")]
    found = [text for text in lines if find(text, now=NOW, zone=ZONE)]
    assert all(promises_anything(text) for text in found)
    assert not promises_anything("Thank you for writing. We look into it.\n\nBea")


def test_only_the_sentence_that_promises_is_offered():
    text = "Dear Ms Smith,\nThank you for writing. I will call you tomorrow at 10.\nKind regards\nBea"
    assert [found.words for found in find(text, now=NOW, zone=ZONE)] == ["I will call you tomorrow at 10."]


def test_two_promises_in_a_sentence_are_two():
    assert due("I will call you tomorrow at 10 and we will refund you by Friday.") == [
        "2026-03-05 10:00",
        "2026-03-06 18:00",
    ]


def test_a_figure_at_the_end_of_a_sentence_ends_it_and_the_number_of_an_entry_does_not():
    said = [found.words for found in find("I will call you at 10. We will refund you by Friday.", now=NOW, zone=ZONE)]
    assert said == ["I will call you at 10.", "We will refund you by Friday."]
    assert due("1. I will call you tomorrow at 10.\n2. We will refund you by Friday.") == [
        "2026-03-05 10:00",
        "2026-03-06 18:00",
    ]


def test_what_a_customer_wrote_is_no_promise_of_ours():
    assert due("> I will pay on Friday.\nThank you.") == []
    assert due("You wrote: “We will send it back on Friday.”") == []


def test_a_question_is_none_but_its_tag_takes_nothing_back():
    assert due("Shall I call you tomorrow at 10?") == []
    assert due("I will call you tomorrow at 10, all right?") == ["2026-03-05 10:00"]


def test_days_end_when_the_calendar_closes():
    hours = BusinessCalendar("Europe/Vilnius", {day: [(dt.time(8), dt.time(16, 30))] for day in range(5)})
    assert due("We will call you tomorrow.", hours=hours) == ["2026-03-05 16:30"]
    assert due("We will refund you within 10 working hours.", hours=hours) == ["2026-03-05 11:30"]


def test_working_days_leave_the_weekend_out():
    assert due("We will refund you within 3 working days.") == ["2026-03-09 10:00"]
    assert due("We will refund you within 3 days.") == ["2026-03-07 10:00"]


def test_a_weekday_lies_ahead_unless_it_is_this_one():
    assert due("I will call you on Wednesday.") == ["2026-03-11 18:00"]
    assert due("I will call you this Wednesday.") == ["2026-03-04 18:00"]


def test_a_day_of_next_month_is_in_that_month():
    assert due("来月10日に返金します。") == ["2026-04-10 18:00"]


def test_nothing_is_due_in_the_past():
    assert due("I will call you today at 9.") == ["2026-03-04 21:00"]
    assert due("I will send it on 30 February.") == []
    assert due("I will send it on 2 March.") == []
    late = dt.datetime(2026, 3, 4, 23, 0, tzinfo=VILNIUS)
    assert due("I will call you today.", now=late) == ["2026-03-05 00:00"]


def test_the_customers_zone_decides_which_day_it_is():
    now = dt.datetime(2026, 3, 4, 20, 0, tzinfo=dt.UTC)
    assert due("明日お電話します。", now=now, zone=ZoneInfo("Asia/Tokyo")) == ["2026-03-06 18:00"]
    assert due("明日お電話します。", now=now, zone=ZoneInfo("Europe/London")) == ["2026-03-05 18:00"]


def test_the_clock_change_is_minded():
    before = dt.datetime(2026, 3, 28, 22, 0, tzinfo=VILNIUS)
    (found,) = find("We will fix it within 24 hours.", now=before, zone=VILNIUS)
    assert found.due_at == dt.datetime(2026, 3, 29, 23, 0, tzinfo=VILNIUS)


def test_dutch_half_ten_is_half_past_nine():
    assert due("Ik bel u morgen om half tien.") == ["2026-03-05 09:30"]


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="aware"):
        find("I will call you.", now=NOW.replace(tzinfo=None), zone=ZONE)


@pytest.mark.parametrize("again", ["hi ", "ok, sure, ", "the my our ", "beste dag ", "\n", " \n", "“a"])
def test_words_said_again_and_again_are_read_in_the_end(again):
    """Without an end, should a pattern read them in ever more ways: no time is asserted."""
    assert due(again * (10_000 // len(again))) == []
    assert due(again * (900 // len(again))) == []


@given(st.text(max_size=300))
def test_any_text_is_answered(text):
    for found in find(text, now=NOW, zone=ZONE):
        assert found.due_at is None or found.due_at > NOW


@pytest.mark.parametrize(("opened", "closed"), ["“”", "„“", "«»", "『』", "「」"])
def test_a_quotation_begins_at_the_last_mark_that_opens_one(opened, closed):
    """Else a row of such marks would be read once for each of them."""
    said = f"{opened * 3}{'spoken words ' * 3}{closed}"
    assert [found.start() for found in QUOTED.finditer(said)] == [2]
