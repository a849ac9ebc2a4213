"""Who a sender is to us: a colleague, or somebody else."""

from makegood.staff.models import User


def colleague(address: str) -> User | None:
    """The active member of staff with this address."""
    return User.objects.working().filter(email__iexact=address).first() if address else None
