"""A form that asks for fields of a case. What is typed is read by `reading`, not here: one rule for pages and programs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from makegood.cases.fields.standing import Standing
from makegood.cases.models import Case, Field, FieldType
from makegood.cases.models.fields import Needed
from makegood.orders.models import Order
from makegood.staff.models import User

BEGINS = "field-"
MOST_ORDERS = 50
Choices = list[tuple[str, str]]


class FieldsForm(forms.Form):
    """A field for each that stands in a case, named `field-` and its slug. Tells which were changed by whoever typed, so
    that nobody writes over what others have filled in meanwhile."""

    def __init__(self, *args: Any, standing: Iterable[Standing], case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "%s", **kwargs})
        self.slugs: list[str] = []
        for one in standing:
            self.slugs.append(one.field.slug)
            self.fields[BEGINS + one.field.slug] = _asked(one, case)

    def typed(self) -> dict[str, list[str]]:
        """What was changed, by slug, and what is always needed."""
        return {slug: self._of(slug) for slug in self.slugs if self._is_told(slug)}

    def refuse(self, problems: Mapping[str, str]) -> None:
        """Tell what does not fit, each at its place."""
        for slug, told in problems.items():
            self.add_error(BEGINS + slug if slug in self.slugs else None, told)

    def _is_told(self, slug: str) -> bool:
        return BEGINS + slug in self.changed_data or self.fields[BEGINS + slug].required

    def _of(self, slug: str) -> list[str]:
        value = self.cleaned_data.get(BEGINS + slug) or ""
        return [str(one) for one in value] if isinstance(value, list) else [str(value)]

    def _clean_fields(self) -> None:
        """As typed: nothing is judged here."""
        for name, field in self.fields.items():
            self.cleaned_data[name] = field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))


def _asked(one: Standing, case: Case) -> forms.Field:
    field, first = one.field, one.typed[0] if one.typed else ""
    shown: dict[str, Any] = {"required": field.needed == Needed.ALWAYS, "show_hidden_initial": True, "initial": first}
    if field.type == FieldType.CHOICES:
        # Told apart from what stands there now: of none chosen before, a form that comes back has no trace.
        shown |= {"initial": one.typed, "show_hidden_initial": False}
    offered = OFFERED[FieldType(field.type)](one, case) if field.type in OFFERED else ()
    made = blank(field, offered, **shown)
    made.widget.attrs["data-unmarked"] = True
    return made


def blank(field: Field, offered: Iterable[tuple[str, str]], **shown: Any) -> forms.Field:
    """What takes the value of such a field in a form. `offered`: what can be chosen, by what is typed for it."""
    shown |= {"label": str(field), "help_text": field.told}
    match field.type:
        case FieldType.TEXT:
            return forms.CharField(widget=forms.Textarea({"rows": 1}), **shown)
        case FieldType.NUMBER:
            return forms.CharField(widget=forms.TextInput({"inputmode": "decimal"}), **shown)
        case FieldType.DATE:
            return forms.CharField(widget=forms.DateInput({"type": "date"}), **shown)
        case FieldType.CHOICES:
            return forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple(), choices=list(offered), **shown)
        case _:
            return forms.ChoiceField(choices=[("", _("Nothing chosen")), *offered], **shown)


def choices(field: Field, typed: Sequence[str] = ()) -> Choices:
    """Those in use, and what stands there."""
    slugs = [one["slug"] for one in field.choices if not one["retired"] or one["slug"] in typed]
    return [(slug, field.choice(slug)) for slug in slugs]


def _people(one: Standing, case: Case) -> Choices:
    working = list(User.objects.working().order_by("name").values_list("ref", "name"))
    return working + [(ref, name) for ref, name in zip(one.typed, one.told, strict=True) if ref not in dict(working)]


def _orders(one: Standing, case: Case) -> Choices:
    newest = list(Order.objects.of_customer(case.customer).values_list("ref", "number")[:MOST_ORDERS])
    return newest + [(ref, number) for ref, number in zip(one.typed, one.told, strict=True) if ref not in dict(newest)]


OFFERED = {
    FieldType.CHOICE: lambda one, case: choices(one.field, one.typed),
    FieldType.CHOICES: lambda one, case: choices(one.field, one.typed),
    FieldType.PERSON: _people,
    FieldType.ORDER: _orders,
}
