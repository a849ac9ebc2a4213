"""What mistakes cost."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from makegood.brands.models import Brand
from makegood.promises import money
from makegood.quality.actions.rating import LONGEST, Amounts
from makegood.quality.models import Rates
from makegood.quality.models.rates import NOTE_MINUTES, REPLY_MINUTES


def amount(label: Any, help_text: Any = "") -> forms.DecimalField:
    """A field for money, nothing included."""
    return forms.DecimalField(
        label=label, help_text=help_text, min_value=0, max_digits=12, decimal_places=money.MOST_PLACES
    )


def minutes(label: Any) -> forms.IntegerField:
    """A field for how long something takes."""
    return forms.IntegerField(label=label, min_value=0, max_value=LONGEST)


class RatesForm(forms.Form):
    """One version of the rates; filled in with the one that it follows."""

    brand = forms.ModelChoiceField(
        label=_("Brand"), queryset=Brand.objects.all(), required=False, empty_label=_("Every brand without its own")
    )
    since = forms.DateField(
        label=_("From day"),
        widget=forms.DateInput({"type": "date"}),
        help_text=_("Today or later; only the very first rates may begin in the past."),
    )
    currency = forms.CharField(
        label=pgettext_lazy("money", "Currency"), max_length=3, help_text=_("Three letters, like EUR.")
    )
    complaint = amount(_("A complaint"))
    returned = amount(_("A return"), _("Carriage, checking and restocking; not the money that is paid back."))
    contact = amount(_("A repeated contact"), _("Each time that a customer has to turn to us once more."))
    minute = amount(_("A minute of handling"))
    reply_minutes = minutes(_("Minutes that a reply stands for"))
    note_minutes = minutes(_("Minutes that a note stands for"))

    def __init__(self, data: Any, *, before: Rates | None, today: dt.date) -> None:
        known: dict[str, Any] = {"since": today, "reply_minutes": REPLY_MINUTES, "note_minutes": NOTE_MINUTES}
        if before is not None:
            known |= {
                "brand": before.brand, "currency": before.currency, "complaint": before.per_complaint,
                "returned": before.per_return, "contact": before.per_contact, "minute": before.per_minute,
                "reply_minutes": before.reply_minutes, "note_minutes": before.note_minutes,
            }  # fmt: skip
        super().__init__(data, initial=known)

    def clean_currency(self) -> str:
        return str(self.cleaned_data["currency"]).strip().upper()

    @property
    def amounts(self) -> Amounts:
        """What was written, once it is valid."""
        return Amounts(**{name: value for name, value in self.cleaned_data.items() if name not in ("brand", "since")})
