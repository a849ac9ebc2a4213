"""Signing in, joining, and finding the way back in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from makegood.staff.forms.fields import NewPasswordField, email_field, language_field, time_zone_field


class SignInForm(forms.Form):
    email = email_field(widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}))
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    next = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)


class ForgottenForm(forms.Form):
    email = email_field(widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}))


class NewPasswordForm(forms.Form):
    password = NewPasswordField(label=_("New password"))


class JoinForm(forms.Form):
    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        help_text=_("As customers should read it under your answers."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = NewPasswordField()
    language = language_field()
    timezone = time_zone_field()
