"""Choosing what to be told."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from makegood.staff.notices.kinds import Kind, Way

_TIME = {"type": "time"}


class NoticesForm(forms.Form):
    """A group of ways for each of `kinds`, and when the digest comes."""

    first = forms.TimeField(label=_("Comes at"), widget=forms.TimeInput(attrs=_TIME, format="%H:%M"))
    second = forms.TimeField(
        label=_("And again at"), required=False, widget=forms.TimeInput(attrs=_TIME, format="%H:%M")
    )
    days = forms.TypedMultipleChoiceField(
        label=_("On these days"), coerce=int, choices=list(WEEKDAYS.items()), widget=forms.CheckboxSelectMultiple
    )

    by_push = forms.MultipleChoiceField(
        label=_("Shown on your devices at once, too"),
        widget=forms.CheckboxSelectMultiple(attrs={"data-unmarked": True}),
        required=False,
    )

    def __init__(self, *args: Any, kinds: list[Kind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = kinds
        shown = [(kind.value, kind.label) for kind in kinds if kind is not Kind.GOLDEN]
        self.fields["by_push"].choices = shown  # type: ignore[attr-defined]
        for kind in kinds:
            # The list of the morning is a digest itself.
            ways = [way for way in Way if (kind, way) != (Kind.GOLDEN, Way.DIGEST)]
            self.fields[kind.value] = forms.ChoiceField(
                label=kind.label, choices=[(way.value, way.label) for way in ways], widget=forms.RadioSelect
            )

    @property
    def groups(self) -> list[forms.BoundField]:
        """The fields of the kinds."""
        return [self[kind.value] for kind in self.kinds]

    @property
    def chosen(self) -> dict[Kind, Way]:
        return {kind: Way(self.cleaned_data[kind.value]) for kind in self.kinds}

    @property
    def pushed(self) -> list[Kind]:
        return [Kind(kind) for kind in self.cleaned_data["by_push"]]

    @property
    def times(self) -> list[dt.time]:
        """Without seconds."""
        given = (self.cleaned_data["first"], self.cleaned_data.get("second"))
        return [time.replace(second=0, microsecond=0) for time in given if time is not None]
