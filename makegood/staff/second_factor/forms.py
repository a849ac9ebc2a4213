"""What people fill in about their second factor."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makegood.staff.models import Role, User

_CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True, "spellcheck": "false"}
_LETTERS = {"autocomplete": "off", "autocapitalize": "characters", "autofocus": True, "spellcheck": "false"}


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("The six digits that your app shows now."),
        widget=forms.TextInput(attrs=_CODE),
    )


class SetUpForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("The six digits that your app shows now."),
        # Without autofocus, which would scroll a telephone past the picture.
        widget=forms.TextInput(attrs={name: value for name, value in _CODE.items() if name != "autofocus"}),
    )
    next = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)


class RecoveryCodeForm(forms.Form):
    code = forms.CharField(
        label=_("Recovery code"),
        max_length=80,
        help_text=_("One of the ten that you kept, such as 7F3K-9QXB-2MZ4-HT6R. Each works once."),
        widget=forms.TextInput(attrs=_LETTERS),
    )


class ProofForm(forms.Form):
    """Once more the password, or, of somebody who has none here, a code of their app."""

    proof = forms.CharField(
        label=_("Your password"),
        strip=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, of: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not of.has_usable_password():
            field = self.fields["proof"]
            field.label, field.widget = _("Code of your app"), forms.TextInput(attrs=_CODE | {"autofocus": False})


class RequirementForm(forms.Form):
    roles = forms.MultipleChoiceField(
        label=_("Who signs in with a second factor"),
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_(
            "Whoever has one of these roles and no second factor yet sets one up on their next page, before anything else."
        ),
    )
