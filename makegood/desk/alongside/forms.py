"""What a template does besides its words, as whoever keeps it fills it in."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.cases.actions.tags.rows import checked_name
from makegood.cases.models import Kind
from makegood.desk.alongside.lines import LONGEST_SNOOZE, LONGEST_TAGS
from makegood.events.refusals import Refusal


class ActsForm(forms.Form):
    """Part of a template's form; `cleaned_data["does"]` is what the template keeps."""

    tags = forms.CharField(
        label=gettext_lazy("Tags that it puts on"),
        required=False,
        max_length=LONGEST_TAGS,
        help_text=gettext_lazy(
            "Several parted by commas. Whoever sends it sees all that it does, and can untick each."
        ),
    )
    kind = forms.ModelChoiceField(
        Kind.objects.none(),
        label=gettext_lazy("Kind that it gives"),
        required=False,
        empty_label=gettext_lazy("As it is"),
    )
    takes = forms.BooleanField(label=gettext_lazy("Whoever sends it takes the case"), required=False)
    resolves = forms.BooleanField(label=gettext_lazy("It resolves the case"), required=False)
    snooze_days = forms.IntegerField(
        label=gettext_lazy("Days for which it snoozes the case"),
        required=False,
        min_value=1,
        max_value=LONGEST_SNOOZE,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].queryset = Kind.objects.in_use()  # type: ignore[attr-defined]

    def clean_tags(self) -> list[str]:
        try:
            names = [checked_name(name) for name in self.cleaned_data["tags"].split(",") if name.strip()]
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal))
        return list(dict.fromkeys(names))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("resolves") and data.get("snooze_days"):
            self.add_error("snooze_days", _("A case that is resolved is not snoozed. Choose one of the two."))
        kind = data.get("kind")
        does = {name: data.get(name) for name in ("tags", "takes", "resolves", "snooze_days")}
        does["kind"] = str(kind.pk) if kind else ""
        data["does"] = {name: value for name, value in does.items() if value}
        return data


def filled_in(does: Mapping[str, Any]) -> dict[str, Any]:
    """The initial values of the form."""
    return {**does, "tags": ", ".join(does.get("tags", ()))}
