"""Minutes, as they are written down."""

from django import forms
from django.utils.translation import gettext_lazy as _

from makegood.cases.models.hours import LONGEST_MINUTES, LONGEST_NOTE


class TimeForm(forms.Form):
    """`cleaned_data` are the arguments of `correct_time`."""

    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=LONGEST_MINUTES)
    note = forms.CharField(label=_("What was done"), max_length=LONGEST_NOTE, required=False)


class NotedTimeForm(TimeForm):
    """`cleaned_data` are the arguments of `note_time`."""

    day = forms.DateField(label=_("Day"), required=False)


class RemovalForm(forms.Form):
    """`cleaned_data` are the arguments of `remove_time`."""

    reason = forms.CharField(label=_("Why it is removed"), max_length=LONGEST_NOTE)
