"""Each promise reads as one sentence, and every term is told."""

import pytest

from makegood.promises import charter, own_lines, phrases
from makegood.promises.sentences import name, notes, sentence

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


@pytest.mark.parametrize(
    ("terms", "key", "said"),
    [
        (("within", "reply.sent", 40, "seconds", "always"), "within-reply-sent-40s", "Reply within 40 seconds"),
        (
            ("within", "case.told_why", 4, "hours", "opening"),
            "within-case-told-why-4wh",
            "New date within 4 working hours",
        ),
        (("never", "case.reopened", 30, "days", "always"), "never-case-reopened-30d", "Stays solved for 30 days"),
        (
            ("never", "case.handed_over", None, "days", "always"),
            "never-case-handed-over-closed",
            "The same person until the matter is closed",
        ),
    ],
)
def test_what_an_organisation_promises_itself_has_a_short_name(terms, key, said):
    assert own_lines.key(*terms) == key
    assert name(key) == name(f"{key}-2") == said


def test_a_promise_written_before_names_told_the_time_is_called_by_its_key():
    assert name("within-reply-sent-40") == "Within reply sent 40"


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
