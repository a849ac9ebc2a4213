"""What stands in the fields of a case: asked in one question, and told in words."""

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.utils import formats

from makegood.cases.fields.reading import Held
from makegood.cases.models import Case, Field, FieldType, FieldValue
from makegood.events.prepared import PreparedQuery
from makegood.orders.models import Order
from makegood.staff.models import User

VALUE = ("key", "text", "number", "day", "person__name", "order__ref", "order__number")


@dataclasses.dataclass(frozen=True)
class Standing:
    """A field, and what stands in it: `typed` as a form shows it, `told` as a person reads it, both empty where nothing
    does."""

    field: Field
    typed: list[str]
    told: list[str]

    @property
    def value(self) -> Any:
        """As programs read it: null, a text, a number, or a list of slugs."""
        if self.field.type == FieldType.CHOICES:
            return self.typed
        return self.typed[0] if self.typed else None


def of(case: Case) -> list[Standing]:
    """All fields that a case of its kind has, in their order."""
    rows: dict[Any, tuple[Field, list[Any]]] = {}
    for field in HELD(case=case.pk):
        _field, values = rows.setdefault(field.pk, (field, []))
        if _key(field) is not None:
            values.append(field)
    return [
        Standing(field, [typed(field, _value(one)) for one in values], [told(field, _value(one)) for one in values])
        for field, unsorted in rows.values()
        if field.is_of(case)
        for values in [sorted(unsorted, key=lambda one: field.place(_key(one) or ""))]
    ]


def _held(case: Any) -> QuerySet[Field]:
    held = FilteredRelation("values", condition=Q(values__case=case))
    asked = {f"held_{name}": F(f"held__{name}") for name in VALUE}
    return Field.objects.in_use().annotate(held=held).annotate(**asked)


def _key(row: Any) -> str | None:
    """None where nothing stands there."""
    key: str | None = row.held_key
    return key


@dataclasses.dataclass(frozen=True)
class Value:
    """A row of FieldValue, with the names of whom and what it names."""

    key: str
    text: str
    number: Decimal | None
    day: dt.date | None
    person: str
    order: str
    number_of_order: str


def _value(row: Any) -> Value:
    return Value(*(getattr(row, f"held_{name}") for name in VALUE))


def of_row(row: FieldValue) -> Value:
    """Of a row that was read with its person and order."""
    return _with_names(row, row.person, row.order)


def of_held(held: Held) -> Value:
    """Of what will stand there."""
    return _with_names(held, held.person, held.order)


def _with_names(one: FieldValue | Held, person: User | None, order: Order | None) -> Value:
    ref, number = (order.ref, order.number) if order else ("", "")
    return Value(one.key, one.text, one.number, one.day, person.name if person else "", ref, number)


def typed(field: Field, value: Value) -> str:
    """As a form shows it, and programs read it."""
    if field.type == FieldType.TEXT:
        return value.text
    if field.type == FieldType.NUMBER:
        return plain(value.number)
    if field.type == FieldType.ORDER:
        return value.order or value.text
    return value.day.isoformat() if value.day else value.key


def told(field: Field, value: Value) -> str:
    """As a person reads it."""
    match field.type:
        case FieldType.NUMBER:
            return formats.number_format(plain(value.number), use_l10n=True)
        case FieldType.DATE:
            return formats.date_format(value.day) if value.day else ""
        case FieldType.CHOICE | FieldType.CHOICES:
            return field.choice(value.key)
        case FieldType.PERSON:
            return value.person
        case FieldType.ORDER:
            # As the customer wrote it: their page shows it, and must not say whether we know such an order.
            return value.text or value.number_of_order
        case _:
            return value.text


def plain(number: Decimal | None) -> str:
    """Without noughts behind the point."""
    return "" if number is None else f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"


HELD = PreparedQuery(_held)
