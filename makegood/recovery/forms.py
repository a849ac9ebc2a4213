"""How much a role may grant."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from makegood.promises import money
from makegood.recovery.setting import settable_by
from makegood.staff.models import User


def amount(label: Any, help_text: Any) -> forms.DecimalField:
    """A field for money above zero."""
    return forms.DecimalField(
        label=label, help_text=help_text, min_value=0, max_digits=12, decimal_places=money.MOST_PLACES
    )


class AuthorityForm(forms.Form):
    """What a role may grant in one currency."""

    role = forms.ChoiceField(label=_("Role"))
    currency = forms.CharField(
        label=pgettext_lazy("money", "Currency"), max_length=3, help_text=_("Three letters, like EUR.")
    )
    per_case = amount(_("In one case"), _("In all, whoever grants it."))
    per_month = amount(_("In one month"), _("Each person, in all cases."))

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.value, role.label) for role in settable_by(user)]  # type: ignore[attr-defined]

    def clean_currency(self) -> str:
        return str(self.cleaned_data["currency"]).strip().upper()
