"""Opening a wall screen."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makegood.brands.models import Brand
from makegood.insight.board.floor import Choices
from makegood.staff.models import Team


class ScreenForm(forms.Form):
    """What the wall shows, and what the screen is called."""

    name = forms.CharField(label=_("Where it hangs"), max_length=80, help_text=_("So that you know it again here."))
    team = forms.ModelChoiceField(label=_("Team"), queryset=Team.objects.none(), required=False, empty_label="–")
    brand = forms.ModelChoiceField(label=_("Brand"), queryset=Brand.objects.none(), required=False, empty_label="–")
    shows_people = forms.BooleanField(
        label=_("With the names of our people, and how many cases each has"), required=False
    )

    def __init__(self, data: Any, *, offered: Choices) -> None:
        super().__init__(data)
        fields: Any = self.fields
        fields["team"].queryset = Team.objects.filter(pk__in=[each.pk for each in offered.teams])
        fields["brand"].queryset = Brand.objects.filter(pk__in=[each.pk for each in offered.brands])
