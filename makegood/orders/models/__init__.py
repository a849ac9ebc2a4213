"""Orders, and the tables that bring many of them."""

from makegood.orders.models.order import Entitlement, Order, OrderLine, OrderState, Product
from makegood.orders.models.table import RowFault, Table, TableState

__all__ = ["Entitlement", "Order", "OrderLine", "OrderState", "Product", "RowFault", "Table", "TableState"]
