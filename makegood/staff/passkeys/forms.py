"""What people fill in about their passkeys."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PasskeyForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the passkey"),
        max_length=60,
        help_text=_("By which you know it again: where it is kept, such as Telephone, or Laptop at work."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    passkey = forms.CharField(widget=forms.HiddenInput, required=False)  # the browser's answer, put in by the script
