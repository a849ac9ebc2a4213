"""What is filled in for a known problem, and to tell all its customers."""

import uuid
from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from makegood.cases.actions.bulk import Announcement
from makegood.cases.actions.problems import Description
from makegood.cases.models import Problem, ProblemState
from makegood.orders.models import Product

MOST_LETTERS, MOST_PRODUCTS = 20_000, 500


class ProblemForm(forms.Form):
    """A known problem, as colleagues read it."""

    title = forms.CharField(label=gettext_lazy("What goes wrong"), max_length=200)
    state = forms.ChoiceField(
        label=gettext_lazy("State"), choices=ProblemState.choices, initial=ProblemState.OPEN, widget=forms.RadioSelect
    )
    known = forms.CharField(
        label=gettext_lazy("What is known of it"), required=False, max_length=MOST_LETTERS,
        widget=forms.Textarea({"rows": 4}),
    )  # fmt: skip
    workaround = forms.CharField(
        label=gettext_lazy("What customers can do meanwhile"), required=False, max_length=MOST_LETTERS,
        widget=forms.Textarea({"rows": 4}),
    )  # fmt: skip
    product = forms.CharField(
        label=gettext_lazy("Affected product"), required=False, max_length=80,
        help_text=gettext_lazy("The shop’s key for it."),
    )  # fmt: skip

    def __init__(self, *args: Any, problem: Problem | None, **kwargs: Any) -> None:
        first = {}
        if problem is not None:
            first = {name: getattr(problem, name) for name in ("title", "state", "known", "workaround")}
            first["product"] = problem.product.sku if problem.product else ""
        super().__init__(*args, **{"initial": first, **kwargs})

    def clean_product(self) -> Product | None:
        sku = str(self.cleaned_data["product"]).strip()
        found = Product.objects.filter(sku=sku).first() if sku else None
        if sku and found is None:
            raise forms.ValidationError(_("There is no product with this key."))
        return found

    def described(self) -> Description:
        """What was filled in, for the verb."""
        data = self.cleaned_data
        return Description(
            title=data["title"],
            state=ProblemState(data["state"]),
            known=data["known"].replace("\r\n", "\n"),
            workaround=data["workaround"].replace("\r\n", "\n"),
            product=data["product"],
        )


class TellingForm(forms.Form):
    """A message in each language of the organisation. `counted` says how many customers read each."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    otherwise = forms.ChoiceField(
        label=gettext_lazy("Whoever reads a language in which nothing is written gets"), required=False
    )
    resolves = forms.BooleanField(label=gettext_lazy("This resolves their cases"), required=False)

    def __init__(self, *args: Any, counted: Mapping[str, int], resolves: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"key": uuid.uuid4(), "resolves": resolves}, **kwargs})
        self.counted = counted
        self.languages = {code: str(get_language_info(code)["name_translated"]) for code, _name in settings.LANGUAGES}
        for code, name in self.languages.items():
            self.fields[f"text_{code}"] = forms.CharField(
                label=name, required=False, max_length=MOST_LETTERS, strip=True, help_text=_reads(counted.get(code, 0)),
                widget=forms.Textarea({"rows": 4, "lang": code}),
            )  # fmt: skip
        nothing = ("", _("(please choose)"))
        self.fields["otherwise"].choices = [nothing, *self.languages.items()]  # type: ignore[attr-defined]
        self.order_fields([*(f"text_{code}" for code in self.languages), "otherwise", "resolves", "key"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        texts = {code: text for code in self.languages if (text := data.get(f"text_{code}", "").replace("\r\n", "\n"))}
        data["texts"] = texts
        if not texts and not self.errors:
            self.add_error(None, _("Write the text in at least one language."))
        elif data.get("otherwise") and data["otherwise"] not in texts:
            self.add_error("otherwise", _("Nothing is written in this language."))
        elif not data.get("otherwise") and (missing := self._missing(texts)):
            told = _("Nothing is written for: %(languages)s. Write it, or choose what they get.")
            self.add_error("otherwise", told % {"languages": ", ".join(missing)})
        return data

    def announcement(self) -> Announcement:
        """What was filled in, for the verb."""
        data = self.cleaned_data
        return Announcement(
            key=data["key"], texts=data["texts"], otherwise=data["otherwise"], resolves=data["resolves"]
        )

    def preview(self) -> list[dict[str, Any]]:
        """What customers read, by language: those that somebody reads."""
        said = self.announcement()
        read = {code: count for code, count in self.counted.items() if count}
        return [
            {
                "language": self.languages.get(code, code),
                "count": count,
                "code": code if code in said.texts else said.otherwise,
                "text": said.texts.get(code) or said.texts[said.otherwise],
                "instead": code not in said.texts,
            }
            for code, count in read.items()
        ]

    def _missing(self, texts: Mapping[str, str]) -> list[str]:
        return [self.languages.get(code, code) for code, count in self.counted.items() if count and code not in texts]


def _reads(count: int) -> str:
    if not count:
        return _("No customer reads it.")
    return ngettext("%(n)d customer reads it.", "%(n)d customers read it.", count) % {"n": count}
