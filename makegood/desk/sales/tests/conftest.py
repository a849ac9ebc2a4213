"""Ada bought a lamp of Sol, for which she waits."""

import datetime as dt
from decimal import Decimal

import pytest

from makegood.orders import actions as orders
from makegood.orders.models import Order
from makegood.orders.sale import Piece, Sale

DAY = dt.timedelta(days=1)


@pytest.fixture
def buy(hale, ada, sol):
    """`buy("1001", at)`: Ada buys three lamps of Sol, or what else is said."""

    def buy(number: str, at: dt.datetime, **more) -> Order:
        told = {
            "address": "ada@customer.example", "currency": "EUR", "placed_at": at, "seller": sol.email,
            "pieces": (Piece("LAMP", 3, Decimal("19.95"), name="Desk lamp", warranty_days=730),),
        } | more  # fmt: skip
        return orders.take(Sale(number=number, **told), source="csv", brand=hale, at=at)

    return buy


@pytest.fixture
def lamp(buy, now) -> Order:
    return buy("1001", now, promised_at=now + 4 * DAY, support="Gold", support_until=now + 365 * DAY)
