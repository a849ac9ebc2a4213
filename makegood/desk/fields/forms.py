"""What an administrator fills in to make a field."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from makegood.cases.actions.fields import Look
from makegood.cases.models import Field, FieldType, Kind, Needed
from makegood.cases.models.fields import LONGEST_HELP
from makegood.cases.models.own_words import LONGEST_OWN_WORD

MOST_LETTERS = 10_000
LINES = {"rows": 4}


class FieldForm(forms.Form):
    """A field: its name, what it takes, which cases have it, and when it must be filled in; the words in other languages."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=LONGEST_OWN_WORD)
    type = forms.ChoiceField(label=pgettext_lazy("of a field", "It takes"), choices=FieldType.choices)
    choices = forms.CharField(
        label=gettext_lazy("Choices"),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(LINES),
        help_text=gettext_lazy("One in a line, for fields with choices. A line that you leave out is offered no more."),
    )
    help = forms.CharField(
        label=gettext_lazy("Help"),
        required=False,
        max_length=LONGEST_HELP,
        help_text=gettext_lazy("A sentence that stands at the field."),
    )
    needed = forms.ChoiceField(
        label=gettext_lazy("It must be filled in"),
        choices=Needed.choices,
        widget=forms.RadioSelect,
        initial=Needed.NEVER,
    )
    kinds = forms.ModelMultipleChoiceField(
        Kind.objects.none(),
        label=gettext_lazy("Kinds that have it"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Where none is ticked, all cases have it."),
    )

    def __init__(self, *args: Any, field: Field | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": _first(field) if field else {}, **kwargs})
        self.fields["kinds"].queryset = Kind.objects.in_use()  # type: ignore[attr-defined]
        for code, language in settings.LANGUAGES:
            told, lang = {"language": language}, {"lang": code}
            self.fields[f"name_{code}"] = forms.CharField(
                label=_("Name: %(language)s") % told, required=False, max_length=LONGEST_OWN_WORD,
                widget=forms.TextInput(lang),
            )  # fmt: skip
            self.fields[f"help_{code}"] = forms.CharField(
                label=_("Help: %(language)s") % told,
                required=False,
                max_length=LONGEST_HELP,
                widget=forms.TextInput(lang),
            )
            self.fields[f"choices_{code}"] = forms.CharField(
                label=_("Choices: %(language)s") % told, required=False, max_length=MOST_LETTERS,
                widget=forms.Textarea(LINES | lang), help_text=_("Line by line as above."),
            )  # fmt: skip

    @property
    def main(self) -> list[forms.BoundField]:
        """What every field has."""
        return [self[name] for name in ("name", "type", "choices", "help", "needed", "kinds")]

    @property
    def elsewhere(self) -> list[forms.BoundField]:
        """The words in other languages."""
        return [self[f"{name}_{code}"] for code, _name in settings.LANGUAGES for name in ("name", "help", "choices")]

    @property
    def is_told_elsewhere(self) -> bool:
        """Whether any of them has words or is wrong."""
        return any(bound.value() or bound.errors for bound in self.elsewhere)

    def look(self) -> Look:
        """As the verb takes it."""
        data = self.cleaned_data
        return Look(
            name=data["name"],
            type=FieldType(data["type"]),
            needed=Needed(data["needed"]),
            help=data["help"],
            choices=data["choices"].splitlines(),
            kinds=list(data["kinds"]),
            names=self._in_languages("name"),
            helps=self._in_languages("help"),
            choice_names={code: told.splitlines() for code, told in self._in_languages("choices").items()},
        )

    def _in_languages(self, name: str) -> dict[str, str]:
        return {code: self.cleaned_data[f"{name}_{code}"] for code, _name in settings.LANGUAGES}


def _first(field: Field) -> dict[str, Any]:
    standing = [one for one in field.choices if not one["retired"]]
    first = {name: getattr(field, name) for name in ("name", "type", "help", "needed", "kinds")}
    first["choices"] = "\n".join(one["name"] for one in standing)
    for code, _name in settings.LANGUAGES:
        first[f"name_{code}"], first[f"help_{code}"] = field.names.get(code, ""), field.helps.get(code, "")
        first[f"choices_{code}"] = "\n".join(one["names"].get(code, "") for one in standing).rstrip()
    return first
