"""What is filled in on a customer's page."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.customers.models.consent import LONGEST_PURPOSE, LONGEST_SOURCE
from makegood.customers.models.note import LONGEST_NOTE


class NoteForm(forms.Form):
    """`cleaned_data` are the arguments of `write_note`."""

    text = forms.CharField(max_length=LONGEST_NOTE)


class ChangedNoteForm(NoteForm):
    """`cleaned_data` are the arguments of `change_note`."""

    version = forms.IntegerField(min_value=1)


class ConsentForm(forms.Form):
    """`cleaned_data` are the arguments of `note_consent`."""

    purpose = forms.CharField(
        label=gettext_lazy("What it is for"),
        max_length=LONGEST_PURPOSE,
        widget=forms.TextInput({"list": "purposes", "autocomplete": "off"}),
        help_text=gettext_lazy("For example a newsletter, or recording calls."),
    )
    is_given = forms.TypedChoiceField(
        label=gettext_lazy("What they said"), coerce=lambda chosen: chosen == "given", widget=forms.RadioSelect
    )
    said_on = forms.DateField(
        label=gettext_lazy("When they said it"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    source = forms.CharField(
        label=gettext_lazy("How we know"),
        max_length=LONGEST_SOURCE,
        widget=forms.TextInput({"autocomplete": "off"}),
        help_text=gettext_lazy("By telephone, a form on the website, a letter: what you could show."),
    )

    def __init__(self, data: Any = None, *, at: dt.datetime) -> None:
        super().__init__(data, initial={"said_on": timezone.localdate(at), "is_given": "given"})
        said = self.fields["is_given"]
        assert isinstance(said, forms.TypedChoiceField)
        said.choices = [("given", _("They agree")), ("withdrawn", _("They do not agree any more"))]
