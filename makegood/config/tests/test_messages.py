"""No sentence goes missing between the code and its translations."""

import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils import translation

from makegood.config import collecting, messages, proofreading
from makegood.promises import phrases

CODE = """
from django.utils.translation import gettext as _, gettext_noop as noop, pgettext_lazy as c, ngettext, npgettext
_("Hello " "there")
noop("Later")
c("hours", "open")
ngettext("%(n)d mail", "%(n)d mails", n)
npgettext("shop", "order", "orders", n)
f"<p>{_('In a page')}</p> {c('hours', 'shut')}"
_(variable)
for _ in range(3): print("not a sentence")
"""
PAGE = """
{% load i18n %}{% translate "Inbox" %} {{ _("Settings")|upper }} {% translate "May" context "month" as x %}
{% if user %}* A list of a letter:
  {% translate "Later" %}{% endif %}
{% blocktranslate trimmed with name=user.name %}
  Hello {{ name }},
  welcome.
{% endblocktranslate %}
{% blocktranslate trimmed count n=mails|length context "box" %}{{ n }} mail{% plural %}{{ n }} mails{% endblocktranslate %}
"""


def keys(sentences):
    return [each.key for each in sentences]


def catalogue(language="lt", **translated):
    """A catalogue of a few sentences, as a translator would have saved it."""
    made = Catalog(locale=language)
    for number, (text, said) in enumerate(translated.values()):
        made.add(text, said, locations=[("x.py", number)])
    return read_po(io.BytesIO(messages.written(made, language)), locale=language)


def test_a_sentence_is_found_under_whatever_name_its_function_was_imported():
    assert keys(collecting.in_code(CODE)) == [
        (("Hello there",), None),
        (("Later",), None),
        (("open",), "hours"),
        (("%(n)d mail", "%(n)d mails"), None),
        (("order", "orders"), "shop"),
        (("In a page",), None),
        (("shut",), "hours"),
    ]


def test_a_sentence_is_found_in_every_way_a_template_says_one():
    assert keys(collecting.in_template(PAGE)) == [
        (("Inbox",), None),
        (("Settings",), None),
        (("May",), "month"),
        (("Later",), None),
        (("Hello %(name)s, welcome.",), None),
        (("%(n)s mail", "%(n)s mails"), "box"),
    ]


def test_every_sentence_of_the_house_is_translated(capsys):
    assert messages.check([]) == 0, capsys.readouterr().out


def test_the_languages_of_the_house_are_those_with_a_catalogue():
    assert {code for code, _name in settings.LANGUAGES} == {"en", *messages.LANGUAGES}


def test_bringing_a_catalogue_up_to_date_keeps_translations_and_guesses_none():
    before = catalogue(a=("Reply", "Atsakymas"), b=("Gone", "Dingo"))
    wanted = [collecting.Sentence(("Replies",), files=["b.py"]), collecting.Sentence(("Reply",), files=["a.py"])]
    after = messages.merged(before, wanted, "lt")
    assert [(each.id, each.string) for each in after if each.id] == [("Replies", ""), ("Reply", "Atsakymas")]


def test_bringing_a_catalogue_up_to_date_twice_changes_nothing():
    wanted = collecting.collect()
    for language in messages.LANGUAGES:
        once = messages.written(messages.merged(messages.load(language), wanted, language), language)
        again = read_po(io.BytesIO(once), locale=language)
        assert messages.written(messages.merged(again, wanted, language), language) == once


@pytest.mark.parametrize(
    ("text", "said", "fault"),
    [
        ("Reply", "", "not translated"),
        ("Hello %(name)s", "Sveiki, %(vardas)s", "other placeholders"),
        ("%(n)d mails", "%(n)s laiškų", "other placeholders"),
        ("In {hours} h", "Po valandos", "other placeholders"),
        ("Hello,\n", "Sveiki,", "begins or ends with other spaces"),
        (("%(n)d mail", "%(n)d mails"), ("%(n)d laiškas", "%(n)d laiškai", ""), "2 of 3 plural forms"),
        # In Lithuanian the first form counts 21 as well as 1.
        (("One mail", "%(n)d mails"), ("Vienas laiškas", "%(n)d laiškai", "%(n)d laiškų"), "other placeholders"),
    ],
)
def test_a_faulty_translation_is_named(text, said, fault):
    wanted = [(text if isinstance(text, tuple) else (text,), None)]
    (told,) = proofreading.faults(catalogue(one=(text, said)), wanted)
    assert told.startswith(fault)


def test_one_mail_needs_no_number_where_its_form_counts_nothing_else():
    one = (("One mail", "%(n)d mails"), ("Eén mail", "%(n)d mails"))
    assert list(proofreading.faults(catalogue("nl", one=one), [(one[0], None)])) == []


def test_what_is_missing_and_what_is_left_over_is_named():
    told = list(proofreading.faults(catalogue(a=("Gone", "Dingo")), [(("New",), "mail")]))
    assert told == ["not in the catalogue: 'New' (mail)", "no longer in the code: 'Gone'"]


def test_numbers_take_the_form_that_each_language_asks_for():
    hours = phrases.WITHIN["hours", "opening"]
    said = {}
    for language in messages.LANGUAGES:
        with translation.override(language):
            said[language] = [hours(n) for n in (1, 4, 5, 11, 21)]
    assert said == {
        "lt": [
            "per 1 darbo valandą",
            "per 4 darbo valandas",
            "per 5 darbo valandas",
            "per 11 darbo valandų",
            "per 21 darbo valandą",
        ],
        "ru": [
            "в течение 1 рабочего часа",
            "в течение 4 рабочих часов",
            "в течение 5 рабочих часов",
            "в течение 11 рабочих часов",
            "в течение 21 рабочего часа",
        ],
        "nl": [
            "binnen 1 werkuur",
            "binnen 4 werkuren",
            "binnen 5 werkuren",
            "binnen 11 werkuren",
            "binnen 21 werkuren",
        ],
        "ja": [f"{n}営業時間以内に" for n in (1, 4, 5, 11, 21)],
    }
