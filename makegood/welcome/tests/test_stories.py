import datetime as dt
import string

import pytest

from makegood.welcome.demo import texts
from makegood.welcome.demo.stories import COURSES, OUTCOMES, story

MANY = [story(number) for number in range(3000)]


def test_a_number_always_tells_the_same_story():
    assert story(42) == story(42)
    assert story(42, seed=7) == story(42, seed=7)
    assert story(42, seed=7) != story(42) != story(43)


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_each_language_has_hundreds_of_different_stories(language):
    told = [each for each in MANY if each.language == language]
    assert len({each.turns[0].text for each in told}) > 300
    assert len({each.customer.name for each in told}) > 100
    assert {each.topic for each in told} == {matter.topic for matter in texts.of(language).matters}


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_story_ends_as_its_outcome_says(outcome):
    for each in (each for each in MANY if each.outcome == outcome):
        assert each.turns[0].who == "customer"
        spoken = [turn.who for turn in each.turns if turn.who != "note"]
        if outcome == "open":
            assert spoken[-1] == "customer", each
        elif outcome == "waiting":
            assert spoken[-1] == "agent", each
        else:
            assert "agent" in spoken, each
    assert COURSES[outcome]


def test_turns_follow_each_other_in_time():
    for each in MANY:
        offsets = [turn.offset for turn in each.turns]
        assert offsets[0] == dt.timedelta()
        assert offsets == sorted(offsets)


def test_nothing_is_left_to_be_filled_in():
    for each in MANY:
        told = [each.subject, each.customer.name, each.customer.address, *(turn.text for turn in each.turns)]
        assert not any(brace in text for text in told for brace in "{}"), each
        assert all(text.strip() for text in told), each


def test_customers_live_under_domains_of_nobody():
    for each in MANY:
        local, _, domain = each.customer.address.partition("@")
        assert set(local) <= set(string.ascii_lowercase + string.digits + "."), each
        assert domain.endswith((".example", "example.net", "example.org")), each
        assert each.customer.company or each.topic != "invoice"


def test_an_answer_fits_the_question():
    of_nickel = [each for each in MANY if each.topic == "question" and "nickel" in each.turns[0].text]
    answers = [turn.text for each in of_nickel for turn in each.turns if turn.who == "agent"]
    assert answers
    assert all("nickel" in text for text in answers if "maker" in text)
    assert not any("gift" in text for text in answers)
