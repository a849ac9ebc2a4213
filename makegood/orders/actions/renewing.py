"""What news of an order says of its support: prolonged, it was renewed. Part of the verb that brings the order in."""

import datetime as dt

from makegood.events.actions import record
from makegood.orders import events
from makegood.orders.models import Entitlement, Order, Renewal
from makegood.orders.sale import Sale


def support(order: Order) -> Entitlement | None:
    """The support that an order entitles to, as we know it."""
    return order.entitlements.filter(kind=Entitlement.Kind.SUPPORT).first()


def renewed(
    order: Order, before: Entitlement | None, sale: Sale, *, at: dt.datetime, by: str, origin: str
) -> Renewal | None:
    """The renewal that the sale tells of: support that had an end now runs longer, or for ever. None where it does not."""
    if before is None or before.until is None or not sale.support or order.cancelled_at is not None:
        return None
    if sale.support_until is not None and sale.support_until <= before.until:
        return None
    found = Renewal.objects.create(order=order, renewed_at=at, until=sale.support_until)
    fact = events.OrderRenewed(until=sale.support_until.isoformat() if sale.support_until else "")
    record(fact, about=order.key, at=at, by=by, facets=order.facets, origin=origin)
    return found
