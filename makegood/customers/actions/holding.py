"""A customer held, so that nobody is merged into another or erased while something is written down about them."""

from django.utils.translation import gettext as _

from makegood.customers.models import Customer
from makegood.events.refusals import Refusal


def hold(customer: Customer) -> Customer:
    """Who they are now, held until the transaction ends: nobody is merged into them meanwhile."""
    held = Customer.objects.select_for_update(of=("self",))
    found = held.get(pk=customer.pk)
    while found.merged_into_id is not None:
        found = held.get(pk=found.merged_into_id)
    return found


def hold_known(customer: Customer) -> Customer:
    """The same. Raises Refusal for one who was erased: nothing is kept about them any more."""
    found = hold(customer)
    if found.erased_at is not None:
        raise Refusal(_("This customer was erased. Nothing more is kept about them."))
    return found
