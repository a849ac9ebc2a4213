"""A person's own settings."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from makegood.staff.forms.fields import NewPasswordField, language_field, time_zone_field

UNDO = (5, 10, 15, 20, 30)  # seconds


class ProfileForm(forms.Form):
    name = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("As customers should read it under your answers.")
    )
    title = forms.CharField(
        label=_("Line under your name"),
        max_length=120,
        required=False,
        help_text=_("Such as what you do here; customers read it under your answers."),
    )
    language = language_field()
    timezone = time_zone_field()
    undo_seconds = forms.TypedChoiceField(
        label=_("Time to undo sending"),
        coerce=int,
        choices=[(0, _("Off: replies leave at once")), *((n, format_lazy(_("{seconds} s"), seconds=n)) for n in UNDO)],
        help_text=_("So long a reply waits before it leaves, and can be taken back."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.initial.get("undo_seconds")
        if chosen and chosen not in UNDO:  # kept from when any number could be typed
            self.initial["undo_seconds"] = min(UNDO, key=lambda seconds: abs(seconds - chosen))


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
