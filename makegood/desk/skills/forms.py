"""What an administrator fills in for a skill."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from makegood.brands.models import Brand
from makegood.cases.actions.skills import Look
from makegood.cases.models import Kind, Skill
from makegood.desk.kinds.forms import OwnWordForm


class SkillForm(OwnWordForm):
    """Its names, and the kinds and brands whose cases ask for it."""

    kinds = forms.ModelMultipleChoiceField(
        label=_("Kinds whose cases ask for it"),
        queryset=Kind.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    brands = forms.ModelMultipleChoiceField(
        label=_("Brands whose cases ask for it"),
        queryset=Brand.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, skill: Skill | None = None, **kwargs: Any) -> None:
        super().__init__(*args, one=skill, **kwargs)
        for name, rows in (("kinds", Kind.objects.in_use()), ("brands", Brand.objects.order_by("name"))):
            field = self.fields[name]
            assert isinstance(field, forms.ModelMultipleChoiceField)
            field.queryset = rows
            if not rows:
                field.widget = field.hidden_widget()
            if skill is not None:
                self.initial[name] = getattr(skill, name).all()

    @property
    def asking(self) -> list[forms.BoundField]:
        """The fields that say which cases ask for it; without those that have nothing to choose."""
        return [self[name] for name in ("kinds", "brands") if not self[name].is_hidden]

    @property
    def elsewhere(self) -> list[forms.BoundField]:
        """The names in other languages."""
        return [bound for bound in self if bound.name not in ("name", "kinds", "brands")]

    @property
    def is_told_elsewhere(self) -> bool:
        """Whether any of them has words or is wrong."""
        return any(bound.value() or bound.errors for bound in self.elsewhere)

    def look(self) -> Look:
        """As the verbs take it."""
        data = self.cleaned_data
        return Look(data["name"], names=self.names(), kinds=data["kinds"], brands=data["brands"])
