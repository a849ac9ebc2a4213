"""Fields are written by hand, and say what Django's own templates would."""

import datetime as dt
import re

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting

from makegood.ui import fields
from makegood.ui.forms import Renderer

HOSTILE = """</textarea></option><script>alert("1")</script>' onload='alert(2)"""


class Everything(forms.Form):
    words = forms.CharField(max_length=9, required=False)
    address = forms.EmailField(help_text=HOSTILE)
    number = forms.IntegerField(min_value=1, required=False)
    page = forms.CharField(widget=forms.URLInput(attrs={HOSTILE: HOSTILE, "data-on": True, "data-off": False}))
    secret = forms.CharField(widget=forms.PasswordInput, label=HOSTILE)
    day = forms.DateField(required=False)
    moment = forms.DateTimeField(required=False)
    hour = forms.TimeField(required=False)
    agreed = forms.BooleanField(required=False, help_text="Or not.")
    letter = forms.CharField(widget=forms.Textarea(attrs={"rows": 2}), required=False)
    one = forms.ChoiceField(choices=[("", "–"), (HOSTILE, HOSTILE), ("Group", [("a", "A"), ("b", HOSTILE)])])
    several = forms.MultipleChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.SelectMultiple)
    kinds = forms.MultipleChoiceField(choices=[("a", HOSTILE)], widget=forms.CheckboxSelectMultiple, required=False)
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)


GIVEN = dict.fromkeys(("words", "address", "page", "secret", "letter", "one", "hidden"), "\n" + HOSTILE) | {
    "number": 0, "day": dt.date(2026, 6, 1), "agreed": True, "several": ["a", "b"],
}  # fmt: skip


def normalised(html: object) -> str:
    """HTML without the spaces that nobody sees: those beside a tag."""
    return re.sub(r"\s*([<>])\s*", r"\1", str(html))


@pytest.mark.parametrize("form", [Everything(), Everything(initial=GIVEN), Everything(GIVEN), Everything({})])
@pytest.mark.parametrize("name", list(Everything.base_fields))
def test_a_control_is_what_django_would_write(form, name):
    bound = form[name]
    written = normalised(bound.as_widget())
    form.renderer = TemplatesSetting()
    try:
        assert written == normalised(bound.as_widget())
    finally:
        form.renderer = Renderer()
    assert "<script" not in written


@pytest.mark.parametrize("form", [Everything(), Everything(GIVEN)])
def test_nothing_in_a_form_acts(form):
    written = str(form)
    assert "&lt;script&gt;" in written
    assert "<script" not in written
    assert "onload='" not in written


def test_a_line_end_typed_first_is_kept():
    assert ">\n\n&lt;/textarea" in str(Everything(GIVEN)["letter"])


def test_what_is_optional_is_said_to_be():
    written = str(Everything()["words"].as_field_group()), str(Everything()["address"].as_field_group())
    assert "(optional)" in written[0]
    assert "(optional)" not in written[1]


def test_what_is_rare_is_left_to_django():
    assert "django/forms/widgets/clearable_file_input.html" not in fields.WRITERS
    assert 'type="file"' in Renderer().render(
        "django/forms/widgets/file.html", {"widget": forms.FileInput().get_context("file", None, {})["widget"]}
    )
