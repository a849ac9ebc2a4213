"""What happened to an order that is known: delivered, come back, cancelled. Each raises Unreadable, and changes nothing
then."""

import datetime as dt
from collections.abc import Mapping

from makegood.events.actions import verb
from makegood.events.models import Origin
from makegood.orders.actions import happening, lines
from makegood.orders.models import Order, OrderState
from makegood.orders.sale import Fault, Unreadable, beyond, countable


@verb
def deliver(order: Order, *, pieces: Mapping[str, int], delivered_at: dt.datetime, by: str, at: dt.datetime) -> Order:
    """Pieces by SKU arrived; without any named, all that are left. The order is delivered once the last one is there."""
    order = _hold(order)
    _check_time("delivered", delivered_at, order, at=at)
    known = lines.bought(order)
    left = {sku: bought - known["delivered"][sku] for sku, bought in known["quantity"].items()}
    _check(beyond("delivered_quantity", pieces, left))
    if order.state == OrderState.CANCELLED:
        _check([Fault("delivered", "cancelled", f"{order.cancelled_at:%Y-%m-%d}")])
    lines.count(order, "delivered", pieces or left)
    now = lines.of(order)
    if now.all_delivered and order.delivered_at is None:
        lines.begin_warranties(order, delivered_at)
        happening.delivered(order, delivered_at=delivered_at, by=by, origin=Origin.LIVE)
    return _keep(order, now)


@verb
def take_back(order: Order, *, pieces: Mapping[str, int], by: str, at: dt.datetime) -> Order:
    """Pieces by SKU came back; without any named, all that are left."""
    order = _hold(order)
    known = lines.bought(order)
    left = {sku: bought - known["returned"][sku] for sku, bought in known["quantity"].items()}
    _check(beyond("returned", pieces, left))
    before = sum(known["returned"].values())
    lines.count(order, "returned", pieces or left)
    now = lines.of(order)
    happening.returned(order, now.returned - before, at=at, by=by, origin=Origin.LIVE)
    return _keep(order, now)


@verb
def cancel(order: Order, *, cancelled_at: dt.datetime, by: str, at: dt.datetime) -> Order:
    """Nothing is to be delivered any more, so nothing is owed. Done again, it stays as it is."""
    order = _hold(order)
    _check_time("cancelled", cancelled_at, order, at=at)
    happening.cancelled(order, cancelled_at=cancelled_at, at=at, by=by, origin=Origin.LIVE)
    return _keep(order, lines.of(order))


def _hold(order: Order) -> Order:
    return Order.objects.select_for_update(of=("self",)).select_related("customer", "seller", "brand").get(pk=order.pk)


def _check_time(field: str, moment: dt.datetime, order: Order, *, at: dt.datetime) -> None:
    if not countable(moment):
        _check([Fault(field, "no-date", str(moment))])
    if moment < order.placed_at:
        _check([Fault(field, "before-the-sale", moment.isoformat())])
    if moment > at:
        _check([Fault(field, "to-come", moment.isoformat())])


def _check(faults: list[Fault]) -> None:
    if faults:
        raise Unreadable(faults)


def _keep(order: Order, pieces: lines.Pieces) -> Order:
    order.state = happening.state_of(order, pieces)
    order.save(update_fields=["state", "delivered_at", "returned_at", "cancelled_at"])
    return order
