"""What of cases and of what is promised in them belongs to a customer; see customers/belongings.py.

Who said something, and to whom a promise was made, stays as it was: only in cases that go back it follows.
"""

from django.db.models import Exists, OuterRef, Q

from makegood.cases.models import Case, Message, Party
from makegood.customers.belongings import Belonging, Parting
from makegood.orders.models import Order
from makegood.promises.models import Commitment


def _opened_since(parting: Parting) -> Q:
    """Cases that began after the merge with a word from one of the addresses that go back."""
    asked = Party.objects.filter(case=OuterRef("pk"), role=Party.Role.CUSTOMER, address__in=parting.addresses)
    return Q(Exists(asked), opened_at__gt=parting.since)


def _with_the_address(parting: Parting) -> Q:
    return Q(address__in=parting.addresses)


def _said_since(parting: Parting) -> Q:
    return Q(at__gt=parting.since, sender__in=parting.addresses)


def _promised_since(parting: Parting) -> Q:
    """What was promised after the merge in cases, and about orders, that are the source's again."""
    cases, orders = Case.objects.filter(customer=parting.source), Order.objects.filter(customer=parting.source)
    theirs = Q(about__in=cases.values("ref")) | Q(about__in=orders.values("ref"))
    return theirs & Q(made_at__gt=parting.since)


CASES = Belonging("cases", Case, since=_opened_since)
PARTIES = Belonging("parties", Party, since=_with_the_address)
WORDS = Belonging("words", Message, goes=False, since=_said_since)
PROMISES = Belonging("promises", Commitment, goes=False, since=_promised_since)
