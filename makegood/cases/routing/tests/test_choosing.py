"""Who gets a case: language before turn, nobody away, and somebody full only when a promise is at risk."""

import datetime as dt

import pytest

from makegood.cases.routing.choosing import Candidate, Rule, choose
from makegood.cases.routing.preferring import Skilled

MORNING = dt.datetime(2026, 6, 1, 9, tzinfo=dt.UTC)
LITHUANIAN, ENGLISH = frozenset({"lt", "en"}), frozenset({"en"})


def chosen(*candidates, language="en", least_loaded=False, at_risk=False):
    choice = choose(candidates, least_loaded=least_loaded, language=language, at_risk=at_risk)
    return (choice.candidate.key, choice.rule) if choice else None


def test_in_turn_it_is_whoever_was_given_one_longest_ago_and_first_who_never_was():
    early = Candidate("early", given_at=MORNING)
    late = Candidate("late", given_at=MORNING + dt.timedelta(hours=1), open=0)
    assert chosen(late, early) == ("early", Rule.SPEAKS)
    assert chosen(late, early, Candidate("new", open=9)) == ("new", Rule.SPEAKS)


def test_by_load_it_is_whoever_has_fewest_and_then_whose_turn_it_is():
    few, many = Candidate("few", open=2, given_at=MORNING), Candidate("many", open=3)
    assert chosen(many, few, least_loaded=True) == ("few", Rule.SPEAKS)
    assert chosen(Candidate("a", open=2, given_at=MORNING), Candidate("b", open=2), least_loaded=True)[0] == "b"


def test_who_speaks_the_language_comes_first_whatever_the_turn():
    bea = Candidate("bea", languages=LITHUANIAN, open=7, given_at=MORNING)
    cleo = Candidate("cleo", languages=ENGLISH)
    assert chosen(bea, cleo, language="lt") == ("bea", Rule.SPEAKS)
    assert chosen(bea, cleo, language="lt", least_loaded=True) == ("bea", Rule.SPEAKS)
    assert chosen(bea, cleo, language="ja") == ("cleo", Rule.NOBODY_SPEAKS)
    assert chosen(bea, Candidate("any"), language="ja") == ("any", Rule.SPEAKS)


@pytest.mark.parametrize("kept_from_it", [{"is_here": False}, {"open": 5, "most": 5}])
def test_it_waits_for_who_speaks_the_language_until_a_promise_is_at_risk(kept_from_it):
    bea, cleo = Candidate("bea", languages=LITHUANIAN, **kept_from_it), Candidate("cleo", languages=ENGLISH)
    assert chosen(bea, cleo, language="lt") is None
    rule = Rule.NOBODY_HERE_SPEAKS if "is_here" in kept_from_it else Rule.SPEAKS_THOUGH_FULL
    assert chosen(bea, cleo, language="lt", at_risk=True) == (
        "cleo" if rule == Rule.NOBODY_HERE_SPEAKS else "bea",
        rule,
    )


def test_when_all_are_full_it_waits_and_at_risk_goes_to_the_least_full():
    full = [Candidate("a", open=6, most=5, languages=ENGLISH), Candidate("b", open=5, most=5, languages=ENGLISH)]
    assert chosen(*full) is None
    assert chosen(*full, at_risk=True) == ("b", Rule.SPEAKS_THOUGH_FULL)
    assert chosen(*full, language="nl", at_risk=True) == ("b", Rule.THOUGH_FULL)


def test_nobody_away_is_ever_chosen():
    assert chosen(Candidate("away", is_here=False), at_risk=True) is None
    assert chosen() is None


def test_who_has_most_of_what_is_asked_for_comes_before_turn_and_load_but_after_the_language():
    asked = frozenset({"refunds", "repairs"})
    one, both = Candidate("one", skills=frozenset({"repairs"})), Candidate("both", skills=asked, open=9)
    for least_loaded in (False, True):
        choice = choose([one, both], language="en", skills=asked, least_loaded=least_loaded)
        assert (choice.candidate, choice.skilled) == (both, Skilled.HAS)
    speaker = Candidate("speaker", languages=LITHUANIAN)
    english = Candidate("english", languages=ENGLISH, skills=asked)
    choice = choose([speaker, english], language="lt", skills=asked, least_loaded=False)
    assert (choice.candidate, choice.skilled) == (speaker, Skilled.HAS_NO_ROOM)


@pytest.mark.parametrize(
    ("skilled", "why"),
    [
        ([], Skilled.NOBODY),
        ([Candidate("away", skills=frozenset({"repairs"}), is_here=False)], Skilled.NOT_HERE),
        ([Candidate("full", skills=frozenset({"repairs"}), open=3, most=3)], Skilled.HAS_NO_ROOM),
    ],
)
def test_nothing_waits_for_a_skill(skilled, why):
    choice = choose([Candidate("any"), *skilled], language="en", skills=frozenset({"repairs"}), least_loaded=False)
    assert (choice.candidate.key, choice.skilled) == ("any", why)
