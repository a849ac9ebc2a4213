"""What customers do in the tests of who came back, and how it is counted."""

import datetime as dt
from decimal import Decimal

from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.clockwork import following
from makegood.customers import actions as customers
from makegood.orders import actions as orders
from makegood.orders.sale import Piece, Sale
from makegood.recovery import actions as recovery
from makegood.recovery.models import Trigger

MONTH = dt.timedelta(days=30)


def count_all():
    """All that follows from what happened, and the figures brought up to date; the sums are those of the rows."""
    while following.work(at=timezone.now()):
        pass
    while recovery.count_customers(at=timezone.now()):
        pass
    assert recovery.customers_drift() == {}


def writes(brand, name, at, subject="?", follows=None):
    ada = customers.find_or_create(address=f"{name}@customer.example", name=name, language="en", at=at)
    words = Words(text="?", language="en", sender=f"{name}@customer.example")
    made, _ = cases.open_case(
        brand=brand, customer=ada, subject=subject, words=words, channel="email", at=at, follows=follows
    )
    return made


def disappointed(brand, name, bea, at, *, after=None):
    """Somebody who was to be won back at a moment, and heard from us some time after."""
    case = writes(brand, name, at)
    found = recovery.open_by_hand(case, Trigger.Kind.COMPLAINT, by=bea, at=at)
    if after is not None:
        recovery.acknowledge(found, by=bea, at=at + after)
    return found


def buys(brand, name, at):
    return orders.take(_sale(f"{name} {at}", name, at, at + MONTH), source="csv", brand=brand, at=at)


def renews(order, at):
    """Its support runs a month longer; None where the order is not to be told of any more."""
    name = order.number.partition(" ")[0]
    until = order.entitlements.get(kind="support").until + MONTH
    orders.take(_sale(order.number, name, order.placed_at, until), source="csv", brand=order.brand, at=at)
    return order.renewals.last()


def _sale(number, name, placed_at, until):
    return Sale(
        number=number, address=f"{name}@customer.example", currency="EUR", placed_at=placed_at,
        pieces=(Piece("LAMP", 1, Decimal("19.95"), name="Lamp"),), support="Gold", support_until=until,
    )  # fmt: skip
