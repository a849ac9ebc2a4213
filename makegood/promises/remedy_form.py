"""What is owed when a promise is broken, as somebody writes it beside the promise."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from makegood.promises import money, remedies
from makegood.promises.remedies import OF_MONEY, RemedyKind, RemedyTerms
from makegood.staff.models import User

PREFIX = "remedy_"
DAYS = 2


class RemedyForm(forms.Form):
    """The fields of a remedy. `languages` are the brand's, as (code, name); `people` may apologise or call."""

    remedy_kind = forms.ChoiceField(
        label=_("If we fail, the customer gets"),
        required=False,
        choices=[("", _("Nothing is named")), *RemedyKind.choices],
    )
    remedy_amount = forms.DecimalField(
        label=_("Amount"), required=False, max_digits=12, decimal_places=money.MOST_PLACES, help_text=_("For money.")
    )
    remedy_currency = forms.CharField(
        label=pgettext_lazy("money", "Currency"), required=False, max_length=3, help_text=_("Three letters, like EUR.")
    )
    remedy_person = forms.TypedChoiceField(
        label=_("By whom"), required=False, help_text=_("For an apology or a call. The name stands on the public page.")
    )
    remedy_days = forms.IntegerField(
        label=_("Within how many working days"),
        required=False,
        min_value=1,
        max_value=remedies.MOST_DAYS,
        help_text=_("Empty: two."),
    )

    def __init__(self, *args: Any, languages: list[tuple[str, str]], people: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages = languages
        self.people = {user.key: user.name for user in people}
        chosen = self.fields["remedy_person"]
        assert isinstance(chosen, forms.ChoiceField)
        # Whoever was named before and has left is still named, until somebody else is.
        before = {self.initial.get("remedy_person", ""): self.initial.get("remedy_name", "")}
        self.people |= {key: name for key, name in before.items() if key and key not in self.people}
        chosen.choices = [("", _("Nobody by name")), *self.people.items()]
        for code, name in languages:
            told = _("In your words: %(language)s") % {"language": name}
            widget = forms.Textarea(attrs={"rows": 2, "lang": code})
            self.fields[f"remedy_words_{code}"] = forms.CharField(
                label=told, required=False, max_length=300, widget=widget
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        terms = self.remedy()
        wrong = remedies.faults(terms, languages=[code for code, _name in self.languages]) if terms else []
        for field, told in wrong:
            if f"{PREFIX}{field}" not in self.errors:
                self.add_error(f"{PREFIX}{field}", told)
        return data

    def remedy(self) -> RemedyTerms | None:
        """What is owed as data; fields that say nothing of the chosen kind are left out."""
        data = self.cleaned_data
        kind = data.get("remedy_kind") or ""
        if not kind:
            return None
        of_money, by_name = kind in OF_MONEY, kind in (RemedyKind.APOLOGY, RemedyKind.CALL)
        person = (data.get("remedy_person") or "") if by_name else ""
        written = {code: (data.get(f"remedy_words_{code}") or "").strip() for code, _name in self.languages}
        return RemedyTerms(
            kind=kind,
            days=data.get("remedy_days") or DAYS,
            amount=data.get("remedy_amount") if of_money else None,
            currency=(data.get("remedy_currency") or "").strip().upper() if of_money else "",
            words={code: text for code, text in written.items() if text} if kind == RemedyKind.WORDS else {},
            person=person,
            name=self.people.get(person, ""),
        )

    @staticmethod
    def initial_of_remedy(terms: RemedyTerms | None) -> dict[str, Any]:
        """The fields filled in as a published line stands."""
        if terms is None:
            return {}
        told: dict[str, Any] = {f"{PREFIX}{name}": value for name, value in vars(terms).items() if name != "words"}
        if terms.amount is not None:
            told["remedy_amount"] = money.checked(terms.amount, terms.currency)
        return told | {f"remedy_words_{code}": text for code, text in terms.words.items()}
