"""Which customers a member of staff may see, and how they find one. Reads only."""

from django.db.models import Exists, OuterRef
from django.http import Http404

from makegood.cases.models import Case, Party
from makegood.customers.addresses import fold
from makegood.customers.models import ContactPoint, Customer
from makegood.customers.models.customer import CustomerQuerySet
from makegood.orders.models import Order
from makegood.staff import permissions
from makegood.staff.models import User

LONGEST = 320
OFFERED = 10


def visible_to(user: User) -> CustomerQuerySet:
    """Customers who have a case, or bought something, that this person may see; all, for who sees all brands."""
    found = Customer.objects.all()
    if not permissions.may(user, permissions.WORK_CASES):
        return found.none()
    if permissions.may(user, permissions.SEE_ALL):
        return found
    case = Case.objects.visible_to(user).filter(customer=OuterRef("pk"))
    order = Order.objects.visible_to(user).filter(customer=OuterRef("pk"))
    return found.filter(Exists(case) | Exists(order))


def find(user: User, ref: str) -> Customer | None:
    """Who a reference names now, as far as this person may see them."""
    named = Customer.objects.filter(ref=ref.strip().upper()).first()
    return visible_to(user).filter(pk=named.present.pk).first() if named else None


def find_or_404(user: User, ref: str) -> Customer:
    """The same; out of sight is as if they were not there."""
    found = find(user, ref)
    if found is None:
        raise Http404
    return found


def named(user: User, words: str) -> Customer | None:
    """By reference or mail address, likewise."""
    words = words[:LONGEST]
    if "@" not in words:
        return find(user, words)
    reached = Customer.objects.behind(ContactPoint.Kind.EMAIL, fold(words))
    return visible_to(user).filter(pk=reached.pk).first() if reached else None


def beside(user: User, customer: Customer) -> list[Customer]:
    """Others who have a part in this customer's cases: most likely the same person, or one of their house."""
    addresses = Party.objects.filter(case__customer=customer).exclude(address="").values("address")
    reached = ContactPoint.objects.filter(kind=ContactPoint.Kind.EMAIL, value__in=addresses).exclude(customer=customer)
    found = visible_to(user).present().filter(pk__in=reached.values("customer"))
    return list(found.prefetch_related("contact_points").order_by("name", "pk")[:OFFERED])
