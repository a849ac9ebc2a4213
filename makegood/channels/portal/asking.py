"""The form of a kind, as a customer fills it in: the public form, and the fields that it asks for."""

from collections.abc import Sequence
from typing import Any

from django import forms

from makegood.cases.actions.public_forms import Told
from makegood.cases.fields import entering, reading
from makegood.cases.fields.reading import Held
from makegood.cases.models import Case, Field, FieldChange, FieldType, PublicForm
from makegood.cases.models.fields import LONGEST_KEY
from makegood.cases.models.public_forms import Asked
from makegood.channels.portal.forms import AskForm
from makegood.events.refusals import Refusal


class KindForm(AskForm):
    """The words come first; the fields are named `field-` and their slugs. What is typed is read by `cases.fields`."""

    def __init__(self, *args: Any, form: PublicForm, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = form.kind
        self.asked = {entering.BEGINS + one.field.slug: one for one in form.asked()}
        self.fields |= {name: _blank(one) for name, one in self.asked.items()}
        self.order_fields(["words", *self.asked])
        self.filled: list[tuple[Field, list[Held]]] = []

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name, one in self.asked.items():
            if name in data:
                self._read(name, one.field, data[name])
        return data

    def told(self) -> Told:
        """As the verb takes it."""
        return Told(self.kind, self.filled)

    def _read(self, name: str, field: Field, value: str | Sequence[str]) -> None:
        try:
            held = reading.read_from_customer(field, [value] if isinstance(value, str) else value)
        except Refusal as refusal:
            self.add_error(name, str(refusal))
        else:
            self.filled.append((field, held))


def told_in(case: Case) -> dict[str, Any]:
    """What the customer told in a form, for the page of their case: never what we have filled in. Two questions at most."""
    if case.kind_id is None:
        return {"told_kind": None, "told": []}
    filled = FieldChange.objects.filter(case=case, from_customer=True).exclude(after="").select_related("field")
    return {
        "told_kind": PublicForm.objects.filter(kind=case.kind_id).first(),
        "told": list(filled.order_by("field__position", "id")),
    }


def _blank(one: Asked) -> forms.Field:
    if one.field.type == FieldType.ORDER:
        label, told = str(one.field), one.field.told
        return forms.CharField(label=label, help_text=told, required=one.required, max_length=LONGEST_KEY)
    return entering.blank(one.field, entering.choices(one.field), required=one.required)
