"""Templates are read once for each language, and come out as they would without that."""

import pytest
from django.template import Context, Engine
from django.template.base import TextNode
from django.template.defaulttags import IfNode
from django.urls import reverse
from django.utils import translation

from makegood.ui import settling
from makegood.ui.loading import Loader

WORDS = (
    "{% load i18n %}{% if shown %}<a href=\"{% url 'sign-in' %}\">{% translate 'Save' %}</a>{% else %}{% translate 'Cancel' %}{% endif %}"
    "{% for one in some %}{% translate 'Save' %} {{ one }}{% endfor %}{% translate 'Save' as word %}{{ word }} {% translate said %}"
    "{% with a='x' %}{% translate 'May' context 'a month, short' noop %}{% endwith %}"
    "{% url 'sign-in' as way %}{{ way }}{% url 'case' ref %}{% url 'case' odd %}{% url 'nowhere' as none %}{{ none }}."
    "{% blocktranslate trimmed %}Cancel{% endblocktranslate %}"
    "{% blocktranslate with name=odd %}{{ name }} owns it{% endblocktranslate %}"
    "{% blocktranslate with name=odd %}{{ name }} 100 % {{ other }}{% endblocktranslate %}"
    "{% blocktranslate count n=2 %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}"
    "{% load ui static %}{% icon 'bell' %}{% icon said %}{% static 'ui/favicon.svg' %}"
    "{% include 'part' %}{% include 'part' with one='b' %}{% include 'part' with one=odd only %}{{ mine }}"
    "{% for one in some %}{% include 'part' %}{% endfor %}{% include named %}"
    "{% language 'ja' %}{% translate 'Save' %}{% include 'part' %}{% endlanguage %}{% include 'tree' with below=tree %}"
)
PARTS = {
    "part": "{% load i18n %}<{{ one }}{{ said }}>{% translate 'Save' as mine %}{{ mine }}",
    "tree": "{% for one in below %}({% include 'tree' with below=one %}){% endfor %}",
}
GIVEN = {
    "shown": True,
    "some": ["<", "b"],
    "said": "Cancel",
    "ref": "C-7F3K9Q",
    "odd": "<a b>",
    "named": "part",
    "tree": [[], [[]]],
}


def _engine(words: str, loader: str | None = None) -> Engine:
    kept = ("django.template.loaders.locmem.Loader", {"words": words, **PARTS})
    return Engine(
        libraries={
            "i18n": "django.templatetags.i18n",
            "static": "django.templatetags.static",
            "ui": "makegood.ui.templatetags.ui",
        },
        loaders=[(loader, [kept])] if loader else [kept],
    )


@pytest.fixture
def engine() -> Engine:
    own = _engine(WORDS, "makegood.ui.loading.Loader")
    assert isinstance(own.template_loaders[0], Loader)
    return own


@pytest.mark.parametrize("language", ["en", "lt", "ja"])
def test_it_reads_as_djangos_own_in_each_language(engine, language):
    with translation.override(language):
        plain = _engine(WORDS).get_template("words").render(Context(GIVEN))
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


def test_parts_are_read_into_it_and_keep_to_themselves(engine):
    template = engine.get_template("words")
    assert len(template.nodelist.get_nodes_by_type(settling.Part)) > 4
    assert "<Cancel>" in template.render(Context(GIVEN | {"mine": "ours"}))
    assert "ours" in template.render(Context(GIVEN | {"mine": "ours"}))
