"""Orders over the programming interface: brought in, read, and what happened to them since."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from ninja import Header, Query, Router, Status
from ninja.errors import HttpError

from makegood.channels.api import actions, cursors, order_shapes
from makegood.channels.api.asking import asker, brand_for
from makegood.channels.api.order_shapes import CancellationIn, DeliveryIn, OrderIn, OrderOut, OrdersOut, ReturnIn, State
from makegood.channels.api.strict import Line
from makegood.customers.addresses import fold
from makegood.orders.models import Order, own_numbers
from makegood.orders.models.order import OrderQuerySet
from makegood.staff import permissions
from makegood.staff.models import User

router = Router(tags=["orders"])


@router.get("", response={200: OrdersOut})
def list_orders(
    request: HttpRequest,
    state: State | None = None,
    number: Line = "",
    customer: Line = "",
    limit: int = Query(50, ge=1, le=200),
    cursor: str = Query("", max_length=200),
) -> dict[str, Any]:
    """Orders, the newest first; those in one state, of one number, or of one customer's mail address where that is given."""
    found = _seen(asker(request)).order_by("-placed_at", "-id").prefetch_related("customer__contact_points")
    if state is not None:
        found = found.filter(state=state)
    if number:
        found = found.filter(number=number)
    if customer:
        found = found.filter(customer__contact_points__value=fold(customer))
    if cursor:
        placed_at, key = cursors.read(cursor, "placed")
        found = found.filter(Q(placed_at__lt=placed_at) | Q(placed_at=placed_at, id__lt=key))
    rows = list(found[: limit + 1])
    page, more = rows[:limit], len(rows) > limit
    next_cursor = cursors.write("placed", page[-1].placed_at, page[-1].pk) if more else None
    return {"items": [order_shapes.row(order) for order in page], "next": next_cursor}


@router.post("", response={200: OrderOut, 201: OrderOut})
def create_order(
    request: HttpRequest, body: OrderIn, idempotency_key: str = Header("", max_length=200)
) -> Status[dict[str, Any]]:
    """Bring an order in: 201. The same number again brings it up to date: 200. A day promised is a commitment."""
    user = _bringer(request)
    brand = brand_for(user, body.brand)
    known = Order.objects.filter(source=own_numbers(brand), number=body.number).exists()
    order = actions.take_order(body, brand=brand, key=idempotency_key, by=user, at=timezone.now())
    return Status(200 if known else 201, order_shapes.whole(order))


@router.get("/{ref}", response={200: OrderOut})
def read_order(request: HttpRequest, ref: str) -> dict[str, Any]:
    """One order with what was bought, what that entitles to, and what was promised."""
    return order_shapes.whole(_order(asker(request), ref))


@router.post("/{ref}/deliveries", response={201: OrderOut})
def create_delivery(
    request: HttpRequest, ref: str, body: DeliveryIn, idempotency_key: str = Header("", max_length=200)
) -> Status[dict[str, Any]]:
    """Pieces arrived. With the last of them the order is delivered, and the promised day kept or broken."""
    user = _bringer(request)
    order = actions.deliver(_order(user, ref), body, key=idempotency_key, by=user, at=timezone.now())
    return Status(201, order_shapes.whole(order))


@router.post("/{ref}/returns", response={201: OrderOut})
def create_return(
    request: HttpRequest, ref: str, body: ReturnIn, idempotency_key: str = Header("", max_length=200)
) -> Status[dict[str, Any]]:
    """Pieces came back."""
    user = _bringer(request)
    order = actions.take_back(_order(user, ref), body, key=idempotency_key, by=user, at=timezone.now())
    return Status(201, order_shapes.whole(order))


@router.post("/{ref}/cancellation", response={201: OrderOut})
def create_cancellation(
    request: HttpRequest, ref: str, body: CancellationIn, idempotency_key: str = Header("", max_length=200)
) -> Status[dict[str, Any]]:
    """Cancel it: what was promised is excused. Said again, it stays as it is."""
    user = _bringer(request)
    order = actions.cancel(_order(user, ref), body, key=idempotency_key, by=user, at=timezone.now())
    return Status(201, order_shapes.whole(order))


def _bringer(request: HttpRequest) -> User:
    user = asker(request)
    if not permissions.may(user, permissions.BRING_ORDERS):
        raise HttpError(403, "Your role may not bring orders in.")
    return user


def _seen(user: User) -> OrderQuerySet:
    return Order.objects.visible_to(user).select_related("brand", "customer", "seller")


def _order(user: User, ref: str) -> Order:
    order = _seen(user).filter(ref=ref.upper()).first()
    if order is None:
        raise HttpError(404, "There is no such order, or you may not see it.")
    return order
