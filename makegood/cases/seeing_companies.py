"""Which companies a member of staff may see, and how they find one. Reads only."""

from django.db.models import Exists, OuterRef
from django.http import Http404

from makegood.cases import seeing
from makegood.customers.models import Company, Customer
from makegood.customers.models.company import LONGEST_NAME, CompanyQuerySet
from makegood.staff import permissions
from makegood.staff.models import User


def visible_to(user: User) -> CompanyQuerySet:
    """Companies of customers whom this person may see, and those that nobody belongs to so far; all, for who sees all
    brands."""
    found = Company.objects.all()
    if not permissions.may(user, permissions.WORK_CASES):
        return found.none()
    if permissions.may(user, permissions.SEE_ALL):
        return found
    seen = seeing.visible_to(user).filter(company=OuterRef("pk"))
    return found.filter(Exists(seen) | ~Exists(Customer.objects.filter(company=OuterRef("pk"))))


def named(user: User, words: str) -> Company | None:
    """By reference, name or mail domain; a reference or name before a domain."""
    words = words[:LONGEST_NAME].strip()
    return visible_to(user).called(words).order_by("key").first() if words else None


def find_or_404(user: User, ref: str) -> Company:
    """By reference; out of sight is as if it were not there."""
    found = visible_to(user).filter(ref=ref.upper()).first()
    if found is None:
        raise Http404
    return found
