"""What happens to an order, each thing told once. The caller holds the order's row and saves it."""

import datetime as dt

from makegood.events.actions import record
from makegood.orders import events
from makegood.orders.actions import lines
from makegood.orders.models import Order, OrderState
from makegood.promises import actions as promises
from makegood.promises.actions import fulfilling
from makegood.promises.models import Commitment

DELIVERED = "order.delivered"


def delivered(order: Order, *, delivered_at: dt.datetime, by: str, origin: str) -> None:
    """The last piece arrived; that keeps the promised day, or breaks it."""
    if order.delivered_at is None:
        order.delivered_at = delivered_at
        fact = record(
            events.OrderDelivered(), about=order.key, at=delivered_at, by=by, facets=order.facets, origin=origin
        )
        # A fact counts at its own time, and what we heard of only after it was promised no later for that.
        for late in Commitment.objects.about(order.key).owed().filter(made_at__gt=delivered_at):
            if DELIVERED in late.ends_on:
                fulfilling.fulfil(late, fact)


def returned(order: Order, pieces: int, *, at: dt.datetime, by: str, origin: str) -> None:
    """So many pieces more came back."""
    if pieces > 0:
        order.returned_at = order.returned_at or at
        fact = events.OrderReturned(quantity=pieces)
        record(fact, about=order.key, at=at, by=by, facets=order.facets, origin=origin)


def cancelled(order: Order, *, cancelled_at: dt.datetime, at: dt.datetime, by: str, origin: str) -> None:
    """Nothing is to be delivered any more."""
    if order.cancelled_at is None:
        order.cancelled_at = cancelled_at
        record(events.OrderCancelled(), about=order.key, at=at, by=by, facets=order.facets, origin=origin)
        promises.excuse_all(about=order.key, reason="cancelled", by=by, at=at, kept_by=DELIVERED)


def state_of(order: Order, pieces: lines.Pieces) -> OrderState:
    """Where an order stands, by what has happened to it."""
    if order.cancelled_at is not None:
        return OrderState.CANCELLED
    if pieces.all_returned:
        return OrderState.RETURNED
    return OrderState.DELIVERED if order.delivered_at is not None else OrderState.PLACED
