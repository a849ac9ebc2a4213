"""Orders, the tables that bring many of them, and the shops that tell of them."""

from makegood.orders.models.order import Entitlement, Order, OrderLine, OrderState, Product, own_numbers
from makegood.orders.models.renewal import Renewal
from makegood.orders.models.shop import Receipt, Shop
from makegood.orders.models.table import RowFault, Table, TableState

__all__ = [
    "Entitlement",
    "Order",
    "OrderLine",
    "OrderState",
    "Product",
    "Receipt",
    "Renewal",
    "RowFault",
    "Shop",
    "Table",
    "TableState",
    "own_numbers",
]
