"""An order as Shopify sends it (REST Admin API, *Order*; webhooks orders/create, orders/updated, orders/cancelled …)."""

import datetime as dt
from typing import Any

from makegood.orders.sale import Fault, Piece, Sale, Unreadable, check
from makegood.orders.shops import reading

NEVER_SENT = ("cancelled", "error", "failure")


def is_order(topic: str) -> bool:
    """Whether a webhook of this topic carries a whole order."""
    return topic.startswith("orders/") and topic not in ("orders/delete", "orders/risk_assessment_changed")


def sale(told: dict[str, Any]) -> Sale:
    """The order. Delivered is what every parcel says of itself; `fulfilled` alone means sent. Raises Unreadable."""
    customer, billing = reading.table(told, "customer"), reading.table(told, "billing_address")
    notes = reading.noted(reading.rows(told, "note_attributes"), name="name", value="value")
    placed_at = reading.moment(told.get("created_at"), field="placed")
    if placed_at is None:
        raise Unreadable([Fault("placed", "no-date")])
    name = reading.text(billing, "name") or " ".join(
        filter(None, (reading.text(customer, "first_name"), reading.text(customer, "last_name")))
    )
    return check(
        Sale(
            number=reading.text(told, "name", "order_number", "id"),
            address=reading.text(told, "email", "contact_email") or reading.text(customer, "email"),
            name=name,
            currency=reading.text(told, "currency"),
            total=reading.amount(told, "total_price", field="total"),
            placed_at=placed_at,
            changed_at=reading.moment(told.get("updated_at"), field="changed"),
            cancelled_at=reading.moment(told.get("cancelled_at"), field="cancelled"),
            delivered_at=_delivered(told),
            promised_at=reading.moment(reading.first(notes, reading.PROMISED), field="promised", zone=placed_at.tzinfo),
            seller=reading.first(notes, reading.SELLER),
            terms=reading.first(notes, reading.TERMS),
            pieces=tuple(_piece(line) for line in reading.rows(told, "line_items")),
            returned=_returned(told),
        )
    )


def _piece(line: dict[str, Any]) -> Piece:
    return Piece(
        sku=_sku(line),
        name=reading.text(line, "name", "title"),
        quantity=reading.whole(line, "quantity", field="quantity"),
        unit_price=reading.amount(line, "price", field="price"),
    )


def _sku(line: dict[str, Any]) -> str:
    """The shop's own key; where it gives none, Shopify's number of the variant or product."""
    number = reading.text(line, "variant_id", "product_id", "id")
    return reading.text(line, "sku") or (f"shopify-{number}" if number else "")


def _delivered(told: dict[str, Any]) -> dt.datetime | None:
    if told.get("fulfillment_status") != "fulfilled":
        return None
    parcels = [one for one in reading.rows(told, "fulfillments") if one.get("status") not in NEVER_SENT]
    if not parcels or any(one.get("shipment_status") != "delivered" for one in parcels):
        return None
    moments = [reading.moment(one.get("updated_at") or one.get("created_at"), field="delivered") for one in parcels]
    return max((moment for moment in moments if moment is not None), default=None)


def _returned(told: dict[str, Any]) -> dict[str, int]:
    """Pieces given back: a refund that puts them into stock again, or says that they came back."""
    returned: dict[str, int] = {}
    for refund in reading.rows(told, "refunds"):
        for row in reading.rows(refund, "refund_line_items"):
            if row.get("restock_type") in ("return", "legacy_restock"):
                sku = _sku(reading.table(row, "line_item"))
                returned[sku] = returned.get(sku, 0) + reading.whole(row, "quantity", field="returned")
    return returned
