"""A person's own settings."""

from django import forms
from django.utils.translation import gettext_lazy as _

from makegood.staff.actions.edit import LONGEST_UNDO
from makegood.staff.forms.fields import NewPasswordField, language_field, time_zone_field


class ProfileForm(forms.Form):
    name = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("As customers should read it under your answers.")
    )
    language = language_field()
    timezone = time_zone_field()
    undo_seconds = forms.IntegerField(
        label=_("Seconds to undo sending"),
        min_value=0,
        max_value=LONGEST_UNDO,
        help_text=_("So long a reply waits before it leaves, and can be taken back."),
    )
    wants_mail = forms.BooleanField(label=_("Mail me when one of my promises is at risk or broken"), required=False)


class ChangePasswordForm(forms.Form):
    current = forms.CharField(
        label=_("Current password"),
        strip=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    password = NewPasswordField(label=_("New password"))


class TokenForm(forms.Form):
    label = forms.CharField(
        label=_("What is it for?"), max_length=80, help_text=_("So that you know later which one to revoke.")
    )
