"""Fields by the programming interface: what they are, and what stands in those of a case."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone, translation
from ninja import Field as About
from ninja import Router, Schema
from ninja.errors import HttpError
from pydantic import RootModel, StringConstraints

from makegood.cases.actions import fields
from makegood.cases.fields import standing
from makegood.cases.models import Case, Field, Kind
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.strict import Storable

Word = Annotated[str, StringConstraints(max_length=10_000), Storable]
Value = Word | int | float | list[Word] | None
router = Router(tags=["cases"])


class ChoiceOut(Schema):
    slug: str
    name: str
    names: dict[str, str]
    retired: bool


class FieldOut(Schema):
    slug: str = About(
        description="What filter words (`field.slug:`) and programs call it; it stays when the name changes."
    )
    name: str
    names: dict[str, str] = About(description="The name in other languages, by their codes.")
    type: str = About(description="text, number, date, choice, choices, person or order.")
    needed: str = About(description="never, resolve (before a case is resolved) or always.")
    help: str
    choices: list[ChoiceOut]
    kinds: list[str] = About(description="Slugs of the kinds that have it; empty: all cases do.")
    retired: bool


class FieldsOut(Schema):
    items: list[FieldOut]


class ValuesIn(RootModel[dict[str, Value]]):
    """By the slugs of fields: a text or number, a day as 2026-11-01, the slug of a choice or a list of them, the reference of
    a member of staff or an order; null empties a field."""


class ValuesOut(Schema):
    fields: dict[str, Any] = About(
        description="What stands in the fields of the case, by their slugs; null where nothing does."
    )


@router.get("/fields", response={200: FieldsOut})
def list_fields(request: HttpRequest) -> dict[str, Any]:
    """All fields of cases, in their order."""
    kinds = {str(pk): slug for pk, slug in Kind.objects.values_list("pk", "slug")}
    return {"items": [_field(one, kinds) for one in Field.objects.in_order()]}


@router.get("/cases/{ref}/fields", response={200: ValuesOut})
def read_fields(request: HttpRequest, ref: str) -> dict[str, Any]:
    """What stands in the fields of a case."""
    return values(case_of(request, ref))


@router.post("/cases/{ref}/fields", response={200: ValuesOut})
def fill_fields(request: HttpRequest, ref: str, body: ValuesIn) -> dict[str, Any]:
    """Fill in fields of a case: those that are named, all or none. Said again, they stay as they are."""
    case = case_of(request, ref)
    typed = {slug: _typed(value) for slug, value in body.root.items()}
    try:
        with translation.override("en"):
            fields.fill(case, typed, by=asker(request), at=timezone.now())
    except fields.Unfit as unfit:
        raise HttpError(422, str(unfit))
    return values(case)


def values(case: Case) -> dict[str, Any]:
    """What stands in the fields that a case of its kind has."""
    return {"fields": {one.field.slug: one.value for one in standing.of(case)}}


def _typed(value: Value) -> list[str]:
    if isinstance(value, list):
        return value
    return [] if value is None else [format(value, "f") if isinstance(value, float) else str(value)]


def _field(one: Field, kinds: dict[str, str]) -> dict[str, Any]:
    plain = {name: getattr(one, name) for name in ("slug", "name", "names", "type", "needed", "help", "choices")}
    of = [kinds[key] for key in one.kinds if key in kinds]
    return plain | {"kinds": of, "retired": one.retired_at is not None}
