"""An order as WooCommerce sends it (REST API v3, *Order properties*; webhooks order.created, order.updated …)."""

import datetime as dt
import html
from typing import Any

from makegood.orders.sale import Fault, Piece, Sale, Unreadable, check
from makegood.orders.shops import reading

CANCELLED = ("cancelled", "failed", "trash")


def is_order(topic: str) -> bool:
    """Whether a webhook of this topic carries a whole order."""
    return topic in ("order.created", "order.updated", "order.restored")


def sale(told: dict[str, Any]) -> Sale:
    """The order. *Completed* is delivered, *refunded* is returned whole, as WooCommerce says of itself. Raises
    Unreadable."""
    billing, status = reading.table(told, "billing"), reading.text(told, "status")
    notes = reading.noted(reading.rows(told, "meta_data"), name="key", value="value")
    placed_at = _utc(told, "date_created_gmt", field="placed")
    changed_at = _utc(told, "date_modified_gmt", field="changed")
    if placed_at is None:
        raise Unreadable([Fault("placed", "no-date")])
    currency = reading.text(told, "currency")
    lines = reading.rows(told, "line_items")
    pieces = tuple(_piece(line, currency) for line in lines)
    name = " ".join(filter(None, (reading.text(billing, "first_name"), reading.text(billing, "last_name"))))
    returned: dict[str, int] = {}
    for piece in pieces if status == "refunded" else ():
        returned[piece.sku] = returned.get(piece.sku, 0) + piece.quantity
    return check(
        Sale(
            number=reading.text(told, "number", "id"),
            address=reading.text(billing, "email"),
            name=name or reading.text(billing, "company"),
            currency=currency,
            total=reading.amount(told, "total", field="total"),
            placed_at=placed_at,
            changed_at=changed_at,
            cancelled_at=(changed_at or placed_at) if status in CANCELLED else None,
            delivered_at=_utc(told, "date_completed_gmt", field="delivered"),
            promised_at=reading.moment(reading.first(notes, reading.PROMISED), field="promised", zone=dt.UTC),
            seller=reading.first(notes, reading.SELLER),
            terms=reading.first(notes, reading.TERMS),
            pieces=pieces,
            returned=returned,
        )
    )


def _piece(line: dict[str, Any], currency: str) -> Piece:
    named = (reading.text(line, name) for name in ("variation_id", "product_id", "id"))
    number = next((number for number in named if number not in ("", "0")), "")
    quantity = reading.whole(line, "quantity", field="quantity")
    total = reading.amount(line, "total", field="price")
    try:
        unit_price = reading.rounded(total / quantity, currency) if quantity > 0 else total
    except (LookupError, ArithmeticError):
        raise Unreadable([Fault("currency", "no-currency", currency[:20])])
    return Piece(
        sku=reading.text(line, "sku") or (f"woocommerce-{number}" if number else ""),
        name=html.unescape(reading.text(line, "name")),
        quantity=quantity,
        unit_price=unit_price,
    )


def _utc(told: dict[str, Any], name: str, *, field: str) -> dt.datetime | None:
    """WooCommerce writes its GMT times without a zone."""
    return reading.moment(told.get(name), field=field, zone=dt.UTC)
