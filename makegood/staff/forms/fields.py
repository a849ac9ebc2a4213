"""Fields that several forms share."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.utils.functional import lazystr
from django.utils.translation import gettext_lazy as _

from makegood.calendars.places import time_zones


def language_field() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)


def time_zone_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Time zone"), choices=lambda: [(name, name.replace("_", " ")) for name in time_zones()]
    )


def email_field(**kwargs: Any) -> forms.EmailField:
    return forms.EmailField(label=_("Mail address"), max_length=254, **kwargs)


class NewPasswordField(forms.CharField):
    """A password to be, checked as the settings ask, with what they ask as its hint."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
            strip=False,
            max_length=500,
            help_text=lazystr(_HINTS),
            **{"label": _("Password"), **kwargs},
        )

    def validate(self, value: Any) -> None:
        super().validate(value)
        validate_password(value)


class _Hints:
    def __str__(self) -> str:
        return " ".join(str(text) for text in password_validators_help_texts())


_HINTS = _Hints()
