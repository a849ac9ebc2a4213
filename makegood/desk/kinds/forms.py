"""What an administrator fills in to name an entry of the organisation's own lists."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.cases.models.own_words import LONGEST_OWN_WORD, OwnWord

BEGINS = "name_"


class OwnWordForm(forms.Form):
    """What it is called, and in other languages."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=LONGEST_OWN_WORD)

    def __init__(self, *args: Any, one: OwnWord | None = None, **kwargs: Any) -> None:
        first = {"name": one.name} | {BEGINS + code: name for code, name in one.names.items()} if one else {}
        super().__init__(*args, **{"initial": first, **kwargs})
        for code, name in settings.LANGUAGES:
            self.fields[BEGINS + code] = forms.CharField(
                label=_("Name: %(language)s") % {"language": name},
                required=False,
                max_length=LONGEST_OWN_WORD,
                widget=forms.TextInput({"lang": code}),
            )

    def names(self) -> dict[str, str]:
        """The names in other languages, by their codes."""
        return {code: self.cleaned_data[BEGINS + code] for code, _name in settings.LANGUAGES}
