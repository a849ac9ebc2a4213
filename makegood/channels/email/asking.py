"""Whether a customer may be asked by mail how they see their case, as far as mail can tell."""

from makegood.cases.models import Case, Party, Shelf
from makegood.channels.email.actions.queueing import reaches
from makegood.channels.email.addressing import directory
from makegood.channels.email.greeting import is_role
from makegood.customers.addresses import fold
from makegood.customers.models import ContactPoint
from makegood.events.models import Event

# Greetings that were withheld for these reasons: nobody reads what we would ask there.
NOBODY = frozenset(
    {"automatic", "bulk", "junk", "null-sender", "role-address", "forged", "address-fails", "no-address"}
)


def may_ask(case: Case) -> bool:
    """Not in junk, nor machines, lists, role addresses, our own, those that mail does not reach, nor who is blocked."""
    if case.shelf != Shelf.NONE or case.customer.blocked_at is not None or not reaches(case, case.customer):
        return False
    parties = case.parties.filter(role=Party.Role.CUSTOMER).exclude(address="")
    addresses = {fold(address) for address in parties.values_list("address", flat=True)}
    if any(is_role(address) or directory.ours(address) is not None for address in addresses):
        return False
    if ContactPoint.objects.filter(value__in=addresses, failing_since__isnull=False).exists():
        return False
    withheld = Event.objects.about(case.ref).filter(name="case.greeting_withheld")
    return not any(event.data.get("reason") in NOBODY for event in withheld)
