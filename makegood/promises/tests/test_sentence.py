"""Each promise reads as one sentence, and every term is told."""

import pytest

from makegood.promises import charter, phrases
from makegood.promises.sentences import notes, sentence

TERMS = {terms.key: terms for terms in charter.DEFAULT}


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (
            "acknowledged",
            "When you first write to us, we confirm within 60 seconds that we have your message, or reply to you.",
        ),
        ("first-reply", "When you first write to us, we reply within 4 working hours."),
        ("next-reply", "When you write again, we reply within 8 working hours, or resolve it."),
        (
            "resolved",
            "When you first write to us, we resolve it within 3 working days, or tell you why it takes longer, "
            "and give you a new date.",
        ),
        ("fixed", "When we have resolved your matter, it stays solved for 7 days."),
    ],
)
def test_the_default_charter_in_english(key, said):
    assert sentence(TERMS[key], "en") == said


@pytest.mark.parametrize("language", ["en", "lt", "ru", "nl", "ja"])
def test_every_language_says_each_promise_with_its_number(language):
    for terms in charter.DEFAULT:
        said = sentence(terms, language)
        assert str(terms.amount) in said
        assert "%(" not in said
        assert all(note.strip() for note in notes(terms, language))


def test_every_event_of_the_default_charter_has_its_phrase():
    for terms in charter.DEFAULT:
        assert terms.starts_on[0] in phrases.WHEN
        assert terms.ends_on[0] in (phrases.WHAT if terms.form == "within" else phrases.NEVER)
        assert all(event in phrases.OR_ELSE for event in terms.ends_on[1:])
