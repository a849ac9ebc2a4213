"""Who asks, and for which brand: the same for everything that the interface does."""

from typing import cast

from django.http import HttpRequest
from ninja.errors import HttpError

from makegood.brands.models import Brand
from makegood.staff import permissions
from makegood.staff.models import User


def asker(request: HttpRequest) -> User:
    """The member of staff whose token came with the request."""
    return cast(User, request.auth)  # type: ignore[attr-defined]


def brand_for(user: User, slug: str) -> Brand:
    """The brand that was named, else the first, of those that this person's teams serve; HttpError 404 where it is none."""
    brands = Brand.objects.all()
    if not permissions.may(user, permissions.SEE_ALL):
        brands = brands.served_by(user.teams.all())
    brand = brands.filter(slug=slug).first() if slug else brands.first()
    if brand is None:
        raise HttpError(404, "There is no such brand, or your teams do not serve it.")
    return brand
