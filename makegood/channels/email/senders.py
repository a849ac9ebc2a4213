"""Who a sender is to us: a customer we know, a colleague, or nobody yet."""

from makegood.customers.models import ContactPoint, Customer
from makegood.staff.models import User


def of(address: str) -> Customer | None:
    """The customer behind a folded address; a merged one leads to the one they are part of."""
    return Customer.objects.behind(ContactPoint.Kind.EMAIL, address) if address else None


def colleague(address: str) -> User | None:
    """The active member of staff with this address."""
    return User.objects.working().filter(email__iexact=address).first() if address else None
