"""Which orders a case is about: as somebody says, or as the customer writes."""

import datetime as dt
import re

from makegood.cases import events
from makegood.cases.models import Case, Concern, Message
from makegood.events import together
from makegood.events.actions import record, verb
from makegood.events.models import Origin
from makegood.orders.models import Order

# An order is looked for among the customer's newest, in the beginning of what they write.
NEWEST, READ = 50, 20_000
# A shorter number is found behind a # alone, or every 12 would be one.
SHORTEST = 4


@verb
def note_order(case: Case, order: Order, *, by: str, at: dt.datetime, origin: str = Origin.LIVE) -> bool:
    """Note that a case is about an order of its customer; False when that is known, or the order is another's."""
    if order.customer_id != case.customer_id:
        return False
    noted = {"noted_at": at, "by": by}
    _concern, is_new = Concern.objects.get_or_create(case=case, order=order, defaults=noted)
    if is_new:
        facets = case.facets | {"seller": str(order.seller_id or "")}
        record(events.OrderNoted(order=order.ref), about=case.ref, at=at, by=by, facets=facets, origin=origin)
    return is_new


@verb
def note_named(case: Case, message: Message, *, origin: str = Origin.LIVE) -> None:
    """Note the orders that the customer's words name by their numbers. One query where nothing was bought; none where
    nothing is sold."""
    sold = Order.objects.filter(brand=case.brand_id)
    if not together.once(("sold", case.brand_id), sold.exists):
        return
    bought = Order.objects.of_customer(case.customer).filter(brand=case.brand_id)
    orders = list(bought.only("ref", "number", "customer", "seller")[:NEWEST])
    if not orders:
        return
    words = f"{case.subject}\n{message.text[:READ]}"
    for order in orders:
        if names(words, order.number) or names(words, order.ref):
            note_order(case, order, by=case.customer.key, at=message.at, origin=origin)


def names(words: str, number: str) -> bool:
    """Whether words name an order's number, as a word of its own."""
    plain = number.lstrip("#")
    # Letters of other scripts may stand close by: 注文1001です.
    before = "(?<![a-z0-9-])" if len(plain) >= SHORTEST else "#"
    return bool(plain) and re.search(rf"{before}{re.escape(plain)}(?![a-z0-9-])", words, re.IGNORECASE) is not None
