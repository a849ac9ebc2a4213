"""Sentences that shift blame are told from those that only sound alike, in five languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makegood.cases.blame import Kind, find
from makegood.cases.blame.tests.scoring import labelled, score

LANGUAGES = ("en", "lt", "ru", "nl", "ja")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["made", "apart"])
def test_labelled_sentences_are_told_apart(kind, language):
    result = score(f"{kind}-{language}.txt")
    assert result.precision >= 0.95, result.invented
    assert result.recall >= 0.95, result.overlooked
    assert not result.mistaken


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_enough_sentences_of_both_kinds(language):
    labels = [bool(kind) for kind, _words in labelled(f"made-{language}.txt")]
    assert labels.count(True) >= 20
    assert labels.count(False) >= 20


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("That is the contractor's fault.", "en"),
        ("Tai rangovo kaltė.", "lt"),
        ("Это вина подрядчика.", "ru"),
        ("Dat is de schuld van de aannemer.", "nl"),
        ("それは下請け業者の責任です。", "ja"),
    ],
)
def test_it_is_said_in_its_own_language_what_could_be_said_instead(words, language):
    (shift,) = find(f"{words}")
    assert (shift.words, shift.language, shift.kind) == (words, language, Kind.OTHERS)
    assert shift.instead


def test_only_the_sentence_that_blames_is_pointed_out():
    text = "Dear Ada,\nI am sorry for the delay. The courier lost your parcel.\nA new one leaves today.\nBea"
    assert [shift.words for shift in find(text)] == ["The courier lost your parcel."]


def test_words_of_others_are_left_alone():
    assert find("> That is the contractor's fault.\nI have read that.") == []
    assert find("You wrote: “It is the courier's fault again!”") == []
    assert find("Is it the courier's fault?") == []


@pytest.mark.parametrize(
    "again",
    ["u had ", "you should have ", "вы не ", "jus butumete ", "お客様が", "the courier ", "een andere afdeling "],
)
def test_words_said_again_and_again_are_read_in_the_end(again):
    """Without an end, should a pattern read them in ever more ways: no time is asserted."""
    assert len(find(again * (590 // len(again)))) <= 1
    assert len(find(again * (10_000 // len(again)))) <= 1


@given(st.text(max_size=300))
def test_any_text_is_answered(text):
    assert all(shift.words in text or " " in shift.words for shift in find(text))
