"""Templates are read once for each language, and come out as they would without that."""

import pytest
from django.template import Context, Engine, Template
from django.template.base import TextNode
from django.template.defaulttags import IfNode
from django.urls import reverse
from django.utils import translation

from makegood.ui.loading import Loader

WORDS = (
    "{% load i18n %}{% if shown %}<a href=\"{% url 'sign-in' %}\">{% translate 'Save' %}</a>{% else %}{% translate 'Cancel' %}{% endif %}"
    "{% for one in some %}{% translate 'Save' %} {{ one }}{% endfor %}{% translate 'Save' as word %}{{ word }} {% translate said %}"
    "{% with a='x' %}{% translate 'May' context 'a month, short' noop %}{% endwith %}"
)
GIVEN = {"shown": True, "some": ["<", "b"], "said": "Cancel"}


@pytest.fixture
def engine() -> Engine:
    own = Engine(
        libraries={"i18n": "django.templatetags.i18n"},
        loaders=[("makegood.ui.loading.Loader", [("django.template.loaders.locmem.Loader", {"words": WORDS})])],
    )
    assert isinstance(own.template_loaders[0], Loader)
    return own


@pytest.mark.parametrize("language", ["en", "lt", "ja"])
def test_it_reads_as_djangos_own_in_each_language(engine, language):
    with translation.override(language):
        plain = Template(WORDS).render(Context(GIVEN))
        assert engine.get_template("words").render(Context(GIVEN)) == plain
        assert engine.get_template("words").render(Context(GIVEN)) == plain


def test_languages_taken_in_turns_never_mix(engine):
    said = {}
    for language in ["en", "lt", "en", "nl", "lt", "en"]:
        with translation.override(language):
            now = engine.get_template("words").render(Context(GIVEN))
        assert said.setdefault(language, now) == now
    assert len(set(said.values())) == 3


def test_what_is_fixed_stands_in_it_as_text(engine):
    [shown] = engine.get_template("words").nodelist.get_nodes_by_type(IfNode)
    [link] = shown.conditions_nodelists[0][1]
    assert isinstance(link, TextNode)
    assert link.s == f'<a href="{reverse("sign-in")}">Save</a>'


def test_what_is_not_there_is_still_said_by_its_name(engine):
    with pytest.raises(Exception, match="nowhere"):
        engine.get_template("nowhere")
