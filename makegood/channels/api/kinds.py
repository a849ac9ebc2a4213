"""Kinds by the programming interface: the list of them, and that of a case."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.errors import HttpError

from makegood.cases.actions import kinds
from makegood.cases.models import Kind
from makegood.channels.api import shapes
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.refusing import fields_at_fault
from makegood.channels.api.shapes import CaseRow
from makegood.channels.api.strict import Line, Strict

router = Router(tags=["cases"])


class KindOut(Schema):
    slug: str = Field(description="What filter words and programs call it; it stays when the name changes.")
    name: str
    names: dict[str, str] = Field(description="The name in other languages, by their codes.")
    retired: bool = Field(description="It is chosen no more; cases that have it keep it.")


class KindsOut(Schema):
    items: list[KindOut]


class KindIn(Strict):
    kind: Line | None = Field(description="The slug of a kind in use; null takes it off.")


@router.get("/kinds", response={200: KindsOut})
def list_kinds(request: HttpRequest) -> dict[str, Any]:
    """All kinds of cases, in their order."""
    listed = [
        {"slug": kind.slug, "name": kind.name, "names": kind.names, "retired": kind.retired_at is not None}
        for kind in Kind.objects.in_order()
    ]
    return {"items": listed}


@router.post("/cases/{ref}/kind", response={200: CaseRow})
def choose_kind(request: HttpRequest, ref: str, body: KindIn) -> dict[str, Any]:
    """Choose what kind of matter a case is. Said again, it stays as it is."""
    case, kind = case_of(request, ref), named(body.kind)
    with fields_at_fault():
        kinds.choose(case, kind, by=asker(request), at=timezone.now())
    return shapes.row(case_of(request, ref))


def named(slug: str | None) -> Kind | None:
    """The kind of this slug; None for none. Raises HttpError when there is no such kind."""
    if slug is None:
        return None
    kind = Kind.objects.filter(slug=slug).first()
    if kind is None:
        raise HttpError(422, f"kind: there is no kind {slug}. GET /kinds lists them.")
    return kind
