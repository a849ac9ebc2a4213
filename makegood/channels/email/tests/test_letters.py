"""Mails to customers read as their language does, whichever of the five it is."""

import pytest
from django.utils import translation
from django.utils.translation import gettext

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Party
from makegood.cases.words import Words
from makegood.channels.email import letters
from makegood.customers import actions as customers

# How a mail begins: the greeting and the first letters of what follows it.
BEGINS = {
    "en": "Hello Ada,\n\nWe have",
    "lt": "Sveiki, Ada,\n\njūsų žinutę gavome",
    "ru": "Здравствуйте, Ada!\n\nМы получили",
    "nl": "Beste Ada,\n\nWij hebben",
    "ja": "Ada様\n\nご連絡を受け取りました",
}
# Monday the 1st of June 2026, two in the afternoon in London.
DUE = {
    "en": "Monday, 1 June 2026 14:00 BST",
    "lt": "2026 m. birželio 1 d., pirmadienis 14:00 (Britanijos vasaros laikas)",
    "ru": "понедельник, 1 июня 2026\u202fг. 14:00 (Великобритания, летнее время)",
    "nl": "maandag 1 juni 2026 14:00 (Britse zomertijd)",
    "ja": "2026年6月1日月曜日 14:00 (英国夏時間)",
}
LANGUAGES = pytest.mark.parametrize("language", BEGINS)


@pytest.fixture
def matter(hale, now):
    """Ada's case in a language, and herself in it."""

    def opened(language, subject="Refund"):
        ada = customers.find_or_create(address="ada@customer.example", name="Ada", language=language, at=now)
        words = Words(text="…" if subject else "", language=language, sender="ada@customer.example", sender_name="Ada")
        case, _ = cases.open_case(brand=hale, customer=ada, subject=subject, words=words, channel="email", at=now)
        return case, case.parties.get(role=Party.Role.CUSTOMER)

    return opened


@LANGUAGES
def test_the_greeting_begins_as_the_language_does_and_names_the_hour(matter, language):
    _subject, text = letters.greeting(*matter(language))
    assert text.startswith(BEGINS[language])
    assert DUE[language] in text


@LANGUAGES
def test_the_question_names_the_button_as_the_page_does(matter, language):
    _subject, text = letters.question(*matter(language))
    with translation.override(language):
        assert gettext("No, not solved") in text
    assert text.split("\n\n")[1][0].isupper() or language in ("lt", "ja")


@LANGUAGES
def test_a_reply_to_a_mail_without_a_word_says_what_it_is(matter, bea, now, language):
    case, ada = matter(language, subject="")
    message = cases.reply(case, Answer(text="Done."), by=bea, at=now)
    subject, _text = letters.reply(case, message, ada)
    assert "Hale" in subject
    assert subject.endswith(f"[{case.ref}]")


def test_what_the_agent_formatted_is_so_in_html_and_as_typed_in_plain_text(matter, bea, now):
    case, ada = matter("en")
    message = cases.reply(case, Answer(text="Bring:\n- your **pass**\n\n> A quote"), by=bea, at=now)
    _subject, text = letters.reply(case, message, ada)
    html = letters.as_html(text, written=message.text)
    assert text.startswith("Bring:\n- your **pass**\n\n> A quote\n")
    assert "<p>Bring:</p><ul><li>your <strong>pass</strong></li></ul><blockquote style=" in html
    assert html.count("Bring:") == 1
    assert "Bea" in html


def test_an_answer_is_signed_by_its_writer(refund, bea, now):
    bea.title = "Repairs"
    refund.brand.signature = {"en": "{name}, {title}\n{team} · {brand}"}
    message = cases.reply(refund, Answer(text="Done.", undo_seconds=0), by=bea, at=now)
    _subject, text = letters.reply(refund, message, None)
    assert text.startswith("Done.\n\nBea, Repairs\nSupport · Hale\n")


@pytest.fixture
def two_tones(hale):
    hale.signature, hale.friendly_signature = {"nl": "Hoogachtend"}, {"nl": "Groetjes"}
    hale.save()
    return hale


def test_whoever_is_addressed_as_a_friend_gets_friendly_mails(two_tones, matter, bea, now):
    case, ada = matter("nl")
    assert "Hoogachtend" in letters.greeting(case, ada)[1]
    case.customer = customers.choose_tone(case.customer, tone="friendly", by="", at=now)
    assert "Groetjes" in letters.greeting(case, ada)[1]
    message = cases.reply(case, Answer(text="Klaar.", undo_seconds=0), by=bea, at=now)
    assert "Groetjes" in letters.reply(case, message, ada)[1]


def test_a_reply_is_signed_as_its_writer_chose_whatever_is_usual_later(two_tones, matter, bea, now):
    case, ada = matter("nl")
    usual = cases.reply(case, Answer(text="Klaar.", undo_seconds=0), by=bea, at=now)
    chosen = cases.reply(case, Answer(text="Klaar.", tone="friendly", undo_seconds=0), by=bea, at=now)
    two_tones.tone = "friendly"
    two_tones.save()
    case.refresh_from_db()
    assert "Hoogachtend" in letters.reply(case, usual, ada)[1]
    assert "Groetjes" in letters.reply(case, chosen, ada)[1]
