"""Who asks, and for which brand: the same for everything that the interface does."""

from typing import cast

from django.http import HttpRequest
from ninja.errors import HttpError

from makegood.brands.models import Brand
from makegood.cases.models import Case, Shelf
from makegood.cases.models.case import CaseQuerySet
from makegood.staff import permissions
from makegood.staff.models import User

NO_CASE = "There is no such case, or you may not see it."


def asker(request: HttpRequest) -> User:
    """The member of staff whose token came with the request."""
    return cast(User, request.auth)  # type: ignore[attr-defined]


def case_of(request: HttpRequest, ref: str) -> Case:
    """A case that the asker may see, of one that was merged the other; HttpError 404 where there is none."""
    found: Case | None = case_itself(request, ref)
    while found is not None and found.merged_into_id is not None:
        found = _seen(request).filter(pk=found.merged_into_id).first()
    if found is None:
        raise HttpError(404, NO_CASE)
    return found


def case_itself(request: HttpRequest, ref: str) -> Case:
    """The case that bears this reference, also where it was merged into another; HttpError 404 likewise."""
    found = _seen(request).filter(ref=ref.strip().upper()).first()
    if found is None:
        raise HttpError(404, NO_CASE)
    return found


def brand_for(user: User, slug: str) -> Brand:
    """The brand that was named, else the first, of those that this person's teams serve; HttpError 404 where it is none."""
    brands = Brand.objects.all()
    if not permissions.may(user, permissions.SEE_ALL):
        brands = brands.served_by(user.teams.all())
    brand = brands.filter(slug=slug).first() if slug else brands.first()
    if brand is None:
        raise HttpError(404, "There is no such brand, or your teams do not serve it.")
    return brand


def _seen(request: HttpRequest) -> CaseQuerySet:
    return Case.objects.visible_to(asker(request)).exclude(shelf=Shelf.DELETED).for_pages()
