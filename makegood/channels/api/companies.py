"""Companies by the programming interface: listed, read, written down, and who belongs to which."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema, Status
from ninja.errors import HttpError
from pydantic import StringConstraints

from makegood.cases import seeing, seeing_companies
from makegood.channels.api import shapes
from makegood.channels.api.asking import asker
from makegood.channels.api.refusing import fields_at_fault
from makegood.channels.api.shapes import CustomerOut, PersonOut
from makegood.channels.api.strict import Storable, Strict
from makegood.customers import actions as customers
from makegood.customers.models import Company
from makegood.customers.models.company import LONGEST_NAME, fold_name

NO_COMPANY = "There is no such company, or you may not see it."
MOST_PEOPLE = 200
Named = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_NAME), Storable]
Domain = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=253), Storable]
router = Router(tags=["companies"])


class CompanyIn(Strict):
    name: Named
    domains: list[Domain] = Field(default_factory=list, max_length=50)


class PlaceIn(Strict):
    company: Named | None = Field(description="Its reference, name or mail domain; null: none.")


class CompanyRow(Schema):
    ref: str
    name: str
    domains: list[str]


class CompanyOut(CompanyRow):
    people: list[PersonOut] = Field(description="The first 200 of its people whom you may see.")


class CompaniesOut(Schema):
    items: list[CompanyRow]
    next: str | None = Field(description="Pass it as `cursor` for the names behind these; null at the end.")


@router.get("/companies", response={200: CompaniesOut})
def list_companies(
    request: HttpRequest,
    begins: str = Query("", max_length=LONGEST_NAME),
    limit: int = Query(50, ge=1, le=200),
    cursor: str = Query("", max_length=LONGEST_NAME),
) -> dict[str, Any]:
    """Companies by name, or those whose name begins so."""
    seen = seeing_companies.visible_to(asker(request)).beginning(begins).filter(key__gt=fold_name(cursor))
    found = list(seen.by_name().prefetch_related("domains")[: limit + 1])
    shown = found[:limit]
    return {"items": [_row(one) for one in shown], "next": shown[-1].key if len(found) > limit else None}


@router.post("/companies", response={201: CompanyOut})
def create_company(request: HttpRequest, body: CompanyIn) -> Status[dict[str, Any]]:
    """Write a company down. Who has an address at one of its domains belongs to it. Its name and domains are its own alone."""
    with fields_at_fault():
        made = customers.add_company(name=body.name, domains=body.domains, by=asker(request), at=timezone.now())
    return Status(201, _whole(request, made))


@router.get("/companies/{ref}", response={200: CompanyOut})
def read_company(request: HttpRequest, ref: str) -> dict[str, Any]:
    """One company with its people. Their cases: `/cases?q=company:B-7F3K9Q`."""
    found = seeing_companies.visible_to(asker(request)).filter(ref=ref.strip().upper()).first()
    if found is None:
        raise HttpError(404, NO_COMPANY)
    return _whole(request, found)


@router.post("/customers/{ref}/company", response={200: CustomerOut}, tags=["customers"])
def place_customer(request: HttpRequest, ref: str, body: PlaceIn) -> dict[str, Any]:
    """Say to which company a customer belongs. Said again, it stays."""
    user = asker(request)
    customer = seeing.find(user, ref)
    if customer is None:
        raise HttpError(404, "There is no such customer, or you may not see them.")
    company = seeing_companies.named(user, body.company) if body.company else None
    if body.company and company is None:
        raise HttpError(422, f"company: {NO_COMPANY}")
    return shapes.known(customers.place(customer, company, by=user, at=timezone.now()))


def _row(one: Company) -> dict[str, Any]:
    return {"ref": one.ref, "name": one.name, "domains": sorted(str(domain) for domain in one.domains.all())}


def _whole(request: HttpRequest, one: Company) -> dict[str, Any]:
    people = seeing.visible_to(asker(request)).filter(company=one, merged_into=None).prefetch_related("contact_points")
    return _row(one) | {"people": [shapes.customer(each) for each in people.order_by("name", "pk")[:MOST_PEOPLE]]}
