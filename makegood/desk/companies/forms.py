"""What is filled in about a company, and where a customer belongs."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from makegood.customers.models import Company
from makegood.customers.models.company import LONGEST_NAME


class CompanyForm(forms.Form):
    """A company's name and mail domains; these clean to a list."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=LONGEST_NAME)
    domains = forms.CharField(
        label=gettext_lazy("Mail domains"), required=False, max_length=5000,
        widget=forms.Textarea({"rows": 3, "autocomplete": "off", "spellcheck": "false", "data-unmarked": True}),
        help_text=gettext_lazy(
            "Such as acme.example, one a line. Whoever writes from there belongs to the company, "
            "but for those of whom somebody said otherwise."
        ),
    )  # fmt: skip

    def __init__(self, data: Any, *, company: Company | None, name: str = "", domain: str = "") -> None:
        known = [str(one) for one in company.domains.order_by("domain")] if company else [domain]
        given = {"name": company.name if company else name[:LONGEST_NAME], "domains": "\n".join(known)}
        super().__init__(data, initial=given)

    def clean_domains(self) -> list[str]:
        return [one for one in re.split(r"[\s,;]+", self.cleaned_data["domains"]) if one]


class PlaceForm(forms.Form):
    """To which company a customer belongs: named, or none."""

    company = forms.CharField(
        label=gettext_lazy("Company"), required=False, max_length=LONGEST_NAME,
        widget=forms.TextInput({"autocomplete": "off", "list": "companies", "data-unmarked": True}),
        help_text=gettext_lazy("Its name, mail domain or reference. Leave it empty for none."),
    )  # fmt: skip
