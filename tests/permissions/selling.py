"""What was sold in the house of the permissions, and a case about it."""

import datetime as dt
from decimal import Decimal

from makegood.brands.models import Brand
from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.insight import actions as insight
from makegood.orders import actions as orders
from makegood.orders.sale import Piece, Sale
from makegood.staff.models import User


def build(brand: Brand, seller: User, *, at: dt.datetime) -> Case:
    """Mira writes about the clock that she bought, by the number of her order."""
    mira = customers.find_or_create(address="mira@customer.example", name="Mira Holt", at=at)
    clock = (Piece("CLOCK", 1, Decimal("49.00")),)
    orders.take(
        Sale("1820", "mira@customer.example", "EUR", at, clock, seller=seller.email), source="csv", brand=brand, at=at
    )
    words = Words(text="The clock of order 1820 stands still.", sender="mira@customer.example")
    case, _ = cases.open_case(brand=brand, customer=mira, subject="It stands", words=words, channel="email", at=at)
    insight.note_all_sales()
    insight.count_sales(at=at)
    return case
