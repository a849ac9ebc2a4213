"""A customer is erased: what they bought stays in the books, and nobody's word about it runs on."""

import datetime as dt
import uuid
from collections.abc import Collection

from makegood.events.actions import verb
from makegood.orders.models import Order, RowFault
from makegood.promises import actions as promises


@verb
def erase_words(customers: Collection[uuid.UUID], addresses: Collection[str], *, by: str, at: dt.datetime) -> None:
    """Terms in words, what was promised, and what a table said of them where it could not be read."""
    orders = Order.objects.filter(customer__in=customers)
    for ref in orders.values_list("ref", flat=True):
        promises.excuse_all(about=ref, reason="erased", by=by, at=at)
        promises.forget_words(about=ref)
    orders.exclude(terms="").update(terms="")
    RowFault.objects.filter(value__in=addresses).update(value="")
