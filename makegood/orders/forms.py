"""Handing in a table of orders, and saying how it is read."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.calendars.places import time_zones
from makegood.orders import sheets, wording
from makegood.orders.models import Shop, Table
from makegood.staff import permissions
from makegood.staff.models import User

LARGEST = 500 * 1024 * 1024
NOWHERE = ""
ENCODINGS = (
    ("utf-8", "UTF-8"),
    ("cp1252", gettext_lazy("Windows, Western Europe")),
    ("cp1257", gettext_lazy("Windows, Baltic")),
    ("cp1251", gettext_lazy("Windows, Cyrillic")),
    ("cp932", gettext_lazy("Windows, Japanese")),
)


def brands_of(user: User) -> Any:
    """The brands for which a person may bring orders in."""
    brands = Brand.objects.all()
    return brands if permissions.may(user, permissions.SEE_ALL) else brands.filter(pk__in=scope.of(user).brands)


class HandInForm(forms.Form):
    """A file, and whose orders it holds."""

    brand = forms.ModelChoiceField(label=gettext_lazy("Brand"), queryset=Brand.objects.none(), empty_label=None)
    file = forms.FileField(
        label=gettext_lazy("Table (CSV)"),
        help_text=gettext_lazy(
            "The first row names the columns. You will see how it is read before anything is imported."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,text/csv"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["brand"].queryset = brands_of(user)  # type: ignore[attr-defined]

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("A table may have at most 500 MB. Hand it in in parts."))
        return file


class ReadingForm(forms.Form):
    """Which column is which, and how dates and amounts are written. `reading()` gives the arguments of `read_as`."""

    dates = forms.ChoiceField(
        label=gettext_lazy("How dates are written"),
        choices=[
            ("iso", gettext_lazy("2026-03-31 (year first)")),
            ("dmy", gettext_lazy("31.03.2026 (day first)")),
            ("mdy", gettext_lazy("03/31/2026 (month first)")),
        ],
    )
    decimal = forms.ChoiceField(
        label=gettext_lazy("How amounts are written"),
        choices=[(".", gettext_lazy("1,234.50 (decimal point)")), (",", gettext_lazy("1.234,50 (decimal comma)"))],
    )
    timezone = forms.ChoiceField(
        label=gettext_lazy("Time zone of dates without one"),
        choices=lambda: [(name, name.replace("_", " ")) for name in time_zones()],
    )
    encoding = forms.ChoiceField(label=gettext_lazy("Character encoding"), choices=ENCODINGS)

    def __init__(self, *args: Any, table: Table, **kwargs: Any) -> None:
        fields = ("dates", "decimal", "timezone", "encoding")
        kwargs["initial"] = {name: getattr(table, name) for name in fields} | table.columns
        super().__init__(*args, **kwargs)
        columns = [(str(index), name or f"{index + 1}") for index, name in enumerate(table.header)]
        for field in sheets.FIELDS:
            self.fields[field] = forms.ChoiceField(
                label=str(wording.COLUMNS[field]),
                choices=[(NOWHERE, gettext_lazy("Not in this table")), *columns],
                required=field in sheets.REQUIRED,
                error_messages={"required": gettext_lazy("Choose the column: no order can be read without it.")},
            )

    def reading(self) -> dict[str, Any]:
        data = self.cleaned_data
        columns = {field: int(data[field]) for field in sheets.FIELDS if data[field] != NOWHERE}
        return {"columns": columns} | {name: data[name] for name in ("dates", "decimal", "timezone", "encoding")}


class ShopForm(forms.Form):
    """One shop. Its kind is chosen once; an empty secret leaves the one that is there."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=80)
    kind = forms.ChoiceField(label=gettext_lazy("Shop system"), choices=Shop.Kind.choices)
    brand = forms.ModelChoiceField(label=gettext_lazy("Brand"), queryset=Brand.objects.all(), empty_label=None)
    secret = forms.CharField(
        label=gettext_lazy("Secret"),
        max_length=500,
        required=False,
        strip=True,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("With which the shop signs what it sends. It is encrypted, and never shown again."),
    )
    active = forms.BooleanField(label=gettext_lazy("Accept what this shop sends"), required=False, initial=True)

    def __init__(self, *args: Any, shop: Shop | None, **kwargs: Any) -> None:
        if shop is not None:
            kwargs["initial"] = {"name": shop.name, "kind": shop.kind, "brand": shop.brand, "active": shop.is_active}
        super().__init__(*args, **kwargs)
        self.shop = shop
        if shop is None:
            del self.fields["active"]
            self.fields["secret"].required = True
        else:
            self.fields["kind"].disabled = True

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"]).strip()
        others = Shop.objects.filter(name=name)
        if self.shop is not None:
            others = others.exclude(pk=self.shop.pk)
        if others.exists():
            raise forms.ValidationError(_("Another shop has this name already."))
        return name
