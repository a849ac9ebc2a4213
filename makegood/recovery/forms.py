"""How much a role may grant."""

from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from makegood.brands.models import Brand
from makegood.promises import money
from makegood.recovery import posting
from makegood.recovery.models import Cashier
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


class CashierForm(forms.Form):
    """Who pays the refunds of a brand. An empty secret leaves the one that is there."""

    name = forms.CharField(label=_("Name"), max_length=80)
    brand = forms.ModelChoiceField(label=_("Brand"), queryset=Brand.objects.none(), empty_label=None)
    url = forms.CharField(
        label=_("Address to send refund requests to"), max_length=500, help_text=_("It begins with https://.")
    )
    secret = forms.CharField(
        label=_("Secret"),
        max_length=500,
        required=False,
        strip=True,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("Both sides sign with it. It is encrypted, and never shown again."),
    )
    active = forms.BooleanField(label=_("Ask it for refunds"), required=False, initial=True)

    def __init__(self, *args: Any, cashier: Cashier | None, **kwargs: Any) -> None:
        if cashier is not None:
            known = {"name": cashier.name, "brand": cashier.brand, "url": cashier.url, "active": cashier.is_active}
            kwargs["initial"] = known
        super().__init__(*args, **kwargs)
        free = Brand.objects.filter(cashier=None)
        brands = free | Brand.objects.filter(cashier=cashier) if cashier else free
        self.fields["brand"].queryset = brands  # type: ignore[attr-defined]
        self.fields["secret"].required = cashier is None

    def clean_url(self) -> str:
        url = str(self.cleaned_data["url"]).strip()
        try:
            posting.allowed(url)
        except posting.NotThere:
            raise forms.ValidationError(
                gettext("Write an address that begins with https://, without a password in it.")
            )
        return url
