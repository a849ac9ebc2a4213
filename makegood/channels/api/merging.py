"""Merging by the programming interface: two cases, or two customers, become one, and are parted again."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router
from ninja.errors import HttpError
from pydantic import StringConstraints

from makegood.cases import actions as cases
from makegood.cases import seeing
from makegood.cases.models import Merge as OneCase
from makegood.channels.api import shapes
from makegood.channels.api.asking import asker, case_itself, case_of
from makegood.channels.api.shapes import CaseOut, CustomerOut
from makegood.channels.api.strict import Storable, Strict
from makegood.customers import actions as customers
from makegood.customers.models import Customer
from makegood.customers.models import Merge as OnePerson

Named = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=320), Storable]
CASES = {
    "same": "into: that is this case itself.",
    "merged": "One of them has been merged into another case already.",
    "shelved": "One of them lies in Junk or is deleted. Take it back into work first.",
    "closed": "into: that case is closed. Merge it into this one instead.",
    "later": "The case it was merged into has been merged itself since. Part that first.",
}
CUSTOMERS = {
    "same": "into: that is this customer.",
    "merged": "One of them has been merged into another customer already.",
    "erased": "One of them has been erased.",
    "parted": "They are two customers already.",
    "later": "The customer they were merged into has been merged since. Part these first.",
}
router = Router()


class CaseMergeIn(Strict):
    into: Named = Field(description="The reference of the case that stays.")


class CustomerMergeIn(Strict):
    into: Named = Field(description="The reference, or a mail address, of the customer who stays.")


@router.post("/cases/{ref}/merge", response={200: CaseOut}, tags=["cases"])
def merge_case(request: HttpRequest, ref: str, body: CaseMergeIn) -> dict[str, Any]:
    """Make it part of another case: words, people and promises go over. The answer is the one case. Said again, it stays."""
    source = case_itself(request, ref)
    try:
        into = case_of(request, body.into)
    except HttpError:
        raise HttpError(422, "into: there is no such case, or you may not see it.")
    if source.merged_into_id is None or source.merged_into_id != into.pk:
        try:
            cases.merge(source, into=into, by=asker(request), at=timezone.now())
        except cases.CannotMerge as refusal:
            raise HttpError(409, CASES[refusal.reason])
    return shapes.whole(case_of(request, into.ref))


@router.post("/cases/{ref}/parting", response={200: CaseOut}, tags=["cases"])
def part_case(request: HttpRequest, ref: str) -> dict[str, Any]:
    """Undo the merge of the case that went over, named by its own reference; it is the answer. Said again, it stays."""
    source = case_itself(request, ref)
    merges = OneCase.objects.filter(source=source)
    kept = merges.filter(undone_at=None).select_related("target").first()
    if kept is None and not merges.exists():
        raise HttpError(409, "This case was not merged into another one.")
    if kept is not None:
        case_of(request, kept.target.ref)
        try:
            cases.unmerge(kept, by=asker(request), at=timezone.now())
        except cases.CannotMerge as refusal:
            raise HttpError(409, CASES[refusal.reason])
    return shapes.whole(case_of(request, source.ref))


@router.get("/customers/{ref}", response={200: CustomerOut}, tags=["customers"])
def read_customer(request: HttpRequest, ref: str) -> dict[str, Any]:
    """One customer; of one who was merged into another, the other."""
    return shapes.known(_seen(request, ref))


@router.post("/customers/{ref}/merge", response={200: CustomerOut}, tags=["customers"])
def merge_customer(request: HttpRequest, ref: str, body: CustomerMergeIn) -> dict[str, Any]:
    """Two are one person: all that is this one's is the other's from now on, who is the answer. Said again, it stays."""
    _seen(request, ref)
    source, into = _itself(ref), seeing.named(asker(request), body.into)
    if into is None:
        raise HttpError(422, "into: there is no such customer, or you may not see them.")
    if source.merged_into_id is None or source.merged_into_id != into.pk:
        try:
            customers.merge(source, into=into, by=asker(request), at=timezone.now())
        except customers.CannotMerge as refusal:
            raise HttpError(409, CUSTOMERS[refusal.reason])
    return shapes.known(_seen(request, into.ref))


@router.post("/customers/{ref}/parting", response={200: CustomerOut}, tags=["customers"])
def part_customer(request: HttpRequest, ref: str) -> dict[str, Any]:
    """Undo the merge of the customer who went over, named by their own reference; they are the answer, or whom they were
    parted from where you do not see them any more. Said again, it stays."""
    present, source = _seen(request, ref), _itself(ref)
    merges = OnePerson.objects.filter(source=source)
    kept = merges.standing().first()
    if kept is None and not merges.exists():
        raise HttpError(409, "This customer was not merged into another one.")
    if kept is not None:
        try:
            customers.unmerge(kept, by=asker(request), at=timezone.now())
        except customers.CannotMerge as refusal:
            raise HttpError(409, CUSTOMERS[refusal.reason])
    return shapes.known(seeing.find(asker(request), source.ref) or present)


def _seen(request: HttpRequest, ref: str) -> Customer:
    found = seeing.find(asker(request), ref)
    if found is None:
        raise HttpError(404, "There is no such customer, or you may not see them.")
    return found


def _itself(ref: str) -> Customer:
    """The one who bears this reference, also where they were merged into another."""
    return Customer.objects.get(ref=ref.strip().upper())
