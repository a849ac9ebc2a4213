"""An order in Makegood's own shape, as its programming interface and signed webhooks take it.

{"number": "1001", "customer": {"address": …, "name": …}, "currency": "EUR", "total": "39.90", "placed_at": ISO time,
 "lines": [{"sku": …, "name": …, "quantity": 2, "price": "19.95", "warranty_days": 730}], "seller": mail address,
 "terms": …, "support": …, "support_until": …, "promised_at": …, "delivered_at": …, "cancelled_at": …, "changed_at": …,
 "delivered": {sku: pieces}, "returned": {sku: pieces}}
"""

from typing import Any

from makegood.orders.sale import Fault, Piece, Sale, Unreadable, check
from makegood.orders.shops import reading

TIMES = ("promised", "delivered", "cancelled", "changed")


def is_order(topic: str) -> bool:
    """Whether a webhook of this topic carries a whole order."""
    return topic == "order" or topic.startswith("order.")


def sale(told: dict[str, Any]) -> Sale:
    """The order. Raises Unreadable."""
    customer = reading.table(told, "customer")
    placed_at = reading.moment(told.get("placed_at"), field="placed")
    if placed_at is None:
        raise Unreadable([Fault("placed", "no-date")])
    times = {f"{name}_at": reading.moment(told.get(f"{name}_at"), field=name) for name in TIMES}
    return check(
        Sale(
            number=reading.text(told, "number"),
            address=reading.text(customer, "address", "email"),
            name=reading.text(customer, "name"),
            currency=reading.text(told, "currency"),
            total=reading.amount(told, "total", field="total") if told.get("total") is not None else None,
            placed_at=placed_at,
            pieces=tuple(_piece(line) for line in reading.rows(told, "lines")),
            seller=reading.text(told, "seller"),
            terms=reading.text(told, "terms"),
            support=reading.text(told, "support"),
            support_until=reading.moment(told.get("support_until"), field="support_until"),
            delivered=_pieces(told, "delivered", field="delivered_quantity"),
            returned=_pieces(told, "returned", field="returned"),
            **times,
        )
    )


def _pieces(told: dict[str, Any], name: str, *, field: str) -> dict[str, int]:
    counted = reading.table(told, name)
    return {str(sku): reading.whole(counted, sku, field=field) for sku in counted}


def _piece(line: dict[str, Any]) -> Piece:
    days = line.get("warranty_days")
    return Piece(
        sku=reading.text(line, "sku"),
        name=reading.text(line, "name"),
        quantity=reading.whole(line, "quantity", field="quantity"),
        unit_price=reading.amount(line, "price", field="price"),
        warranty_days=reading.whole(line, "warranty_days", field="warranty") if days is not None else None,
    )
