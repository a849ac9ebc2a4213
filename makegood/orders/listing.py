"""The list of orders: finding, and one page after the other by keyset. Reads only."""

import base64
import binascii
import dataclasses
import datetime as dt
import json
import uuid

from django.db.models import Q

from makegood.customers.addresses import fold
from makegood.orders.models import Order
from makegood.orders.models.order import OrderQuerySet

PAGE = 50


@dataclasses.dataclass(frozen=True)
class Page:
    """Some orders, newest first, and the cursor of those behind them ("" at the end)."""

    orders: list[Order]
    next: str


def page(seen: OrderQuerySet, *, query: str = "", after: str = "") -> Page:
    """Orders among those seen, by reference, number or mail address where `query` is given."""
    if query:
        named = Q(ref=query.upper()) | Q(number=query)
        if "@" in query:
            named = Q(customer__contact_points__value=fold(query))
        seen = seen.filter(named)
    place = _read(after)
    if place is not None:
        seen = seen.before(*place)
    rows = list(seen.select_related("customer", "seller", "brand").newest_first()[: PAGE + 1])
    more = rows[PAGE - 1] if len(rows) > PAGE else None
    return Page(rows[:PAGE], _cursor(more) if more else "")


def _cursor(order: Order) -> str:
    return base64.urlsafe_b64encode(json.dumps([order.placed_at.isoformat(), str(order.pk)]).encode()).decode()


def _read(cursor: str) -> tuple[dt.datetime, uuid.UUID] | None:
    """A cursor that is none of ours begins anew."""
    try:
        placed_at, key = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        moment = dt.datetime.fromisoformat(placed_at)
        return (moment, uuid.UUID(key)) if moment.tzinfo else None
    except (ValueError, TypeError, AttributeError, binascii.Error):
        return None
