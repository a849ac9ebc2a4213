"""What we owe a customer, and winning them back, belongs to them; see customers/belongings.py."""

from django.db.models import Q

from makegood.customers.belongings import Belonging, Parting
from makegood.recovery.models import Recovery, Remedy, UncountedCustomer, Untroubled


def _opened_since(parting: Parting) -> Q:
    """In cases that are the source's again."""
    return Q(opened_at__gt=parting.since, case__customer=parting.source)


def _owed_since(parting: Parting) -> Q:
    """For a promise made to the source, or granted in a case that is theirs again."""
    granted = Q(commitment=None, case__customer=parting.source)
    return Q(owed_at__gt=parting.since) & (granted | Q(commitment__customer=parting.source))


RECOVERIES = Belonging("recoveries", Recovery, since=_opened_since)
REMEDIES = Belonging("remedies", Remedy, since=_owed_since)
# What each adds to figures, and who is to be counted, is told anew for both.
UNTROUBLED = Belonging("untroubled", Untroubled, goes=False)
UNCOUNTED = Belonging("uncounted customers", UncountedCustomer, goes=False)
