"""Why a customer cannot be erased just now. Reads only."""

from django.utils.translation import gettext as _

from makegood.customers.models import Customer
from makegood.recovery.models import Refund


def hindrance(customer: Customer) -> str:
    """In words, or "": money that is on its way to somebody must find them."""
    if Refund.objects.under_way().filter(remedy__customer=customer).exists():
        return _(
            "Money is on its way back to them. Wait until the payment system says that it was paid, or settle it by hand."
        )
    return ""
