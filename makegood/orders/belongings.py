"""Orders belong to whoever bought them; see customers/belongings.py. Those that came after a merge stay: nothing on them
says which of the two bought."""

from makegood.customers.belongings import Belonging
from makegood.orders.models import Order

ORDERS = Belonging("orders", Order)
