"""Orders over the wire. Only their form is checked here: what is in them, `orders.sale` checks for every way in."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Field, Schema
from pydantic import StringConstraints

from makegood.channels.api import shapes
from makegood.channels.api.shapes import CommitmentOut, PersonOut
from makegood.channels.api.strict import Line, Moment, Slug, Storable, Strict
from makegood.orders.models import Entitlement, Order, OrderLine
from makegood.orders.sale import Piece, Sale
from makegood.promises import money
from makegood.promises.models import Commitment

State = Literal["placed", "delivered", "returned", "cancelled"]
Terms = Annotated[str, StringConstraints(strip_whitespace=True, max_length=100_000), Storable]
Pieces = Annotated[dict[Line, int], Field(max_length=1000, description="How many pieces, by SKU.")]
# What a fault of a sale is called in the requests.
FIELDS = {
    "email": "customer.address",
    "placed": "placed_at",
    "promised": "promised_at",
    "delivered": "delivered_at",
    "cancelled": "cancelled_at",
    "changed": "changed_at",
    "delivered_quantity": "delivered",
    "warranty": "lines.warranty_days",
    "sku": "lines.sku",
    "quantity": "lines.quantity",
    "price": "lines.price",
}


class BuyerIn(Strict):
    address: Line
    name: Line = ""


class LineIn(Strict):
    sku: Line
    name: Line = ""
    quantity: int
    price: Decimal = Field(description="Of one piece, in the order's currency.")
    warranty_days: int | None = None


class OrderIn(Strict):
    number: Line = Field(description="The brand's own number: the same one again brings the order up to date.")
    brand: Slug = Field("", description="Slug; empty: the first brand you serve.")
    customer: BuyerIn
    currency: Line = Field(description="Three letters, such as EUR.")
    total: Decimal | None = Field(None, description="What was paid; without it, what the lines add up to.")
    placed_at: Moment
    promised_at: Moment | None = Field(None, description="Until when delivery was promised: a commitment.")
    delivered_at: Moment | None = None
    cancelled_at: Moment | None = None
    changed_at: Moment | None = Field(None, description="Your own time of change: older news changes nothing.")
    seller: Line = Field("", description="The mail address with which the seller signs in here.")
    terms: Terms = ""
    support: Line = Field("", description="Support level.")
    support_until: Moment | None = None
    lines: list[LineIn] = Field(min_length=1, max_length=1000)
    delivered: Pieces = Field(default_factory=dict)
    returned: Pieces = Field(default_factory=dict)

    def sale(self) -> Sale:
        """What it says, to be checked."""
        return Sale(
            number=self.number, address=self.customer.address, name=self.customer.name, currency=self.currency,
            total=self.total, placed_at=self.placed_at, promised_at=self.promised_at, delivered_at=self.delivered_at,
            cancelled_at=self.cancelled_at, changed_at=self.changed_at, seller=self.seller, terms=self.terms,
            support=self.support, support_until=self.support_until, delivered=dict(self.delivered),
            returned=dict(self.returned),
            pieces=tuple(
                Piece(line.sku, line.quantity, line.price, name=line.name, warranty_days=line.warranty_days)
                for line in self.lines
            ),
        )  # fmt: skip


class DeliveryIn(Strict):
    delivered_at: Moment | None = Field(None, description="Without it: now.")
    pieces: Pieces = Field(default_factory=dict, description="How many arrived, by SKU; none: all that were left.")


class ReturnIn(Strict):
    pieces: Pieces = Field(default_factory=dict, description="How many came back, by SKU; none: all that were left.")


class CancellationIn(Strict):
    cancelled_at: Moment | None = Field(None, description="Without it: now.")


class LineOut(Schema):
    sku: str
    name: str
    quantity: int
    price: str
    delivered: int
    returned: int


class EntitlementOut(Schema):
    kind: Literal["warranty", "support"]
    name: str
    sku: str
    since: dt.datetime | None
    until: dt.datetime | None


class RenewalOut(Schema):
    renewed_at: dt.datetime
    until: dt.datetime | None = Field(description="Until when support ran then; null where it had no end.")


class OrderRow(Schema):
    ref: str
    number: str
    brand: str
    state: State
    customer: PersonOut
    seller: PersonOut | None
    currency: str
    total: str = Field(description="As decimal text, such as 39.90.")
    placed_at: dt.datetime
    promised_at: dt.datetime | None
    delivered_at: dt.datetime | None
    returned_at: dt.datetime | None
    cancelled_at: dt.datetime | None


class OrderOut(OrderRow):
    terms: str
    lines: list[LineOut]
    entitlements: list[EntitlementOut]
    renewals: list[RenewalOut]
    commitments: list[CommitmentOut]


class OrdersOut(Schema):
    items: list[OrderRow]
    next: str | None = Field(description="Pass it as `cursor` for the rows behind these; null at the end.")


def row(order: Order) -> dict[str, Any]:
    """One order without what is in it."""
    named = ("ref", "number", "state", "currency", "placed_at")
    times = ("promised_at", "delivered_at", "returned_at", "cancelled_at")
    return {name: getattr(order, name) for name in (*named, *times)} | {
        "brand": order.brand.slug,
        "customer": shapes.customer(order.customer),
        "seller": shapes.person(order.seller),
        "total": _plain(order.total, order.currency),
    }


def whole(order: Order) -> dict[str, Any]:
    """One order with what was bought, what that entitles to, and what was promised."""
    promised = Commitment.objects.about(order.key).select_related("line")
    return row(order) | {
        "terms": order.terms,
        "lines": [_line(one, order.currency) for one in order.lines.select_related("product")],
        "entitlements": [_entitlement(one) for one in order.entitlements.select_related("product")],
        "renewals": list(order.renewals.order_by("renewed_at", "id").values("renewed_at", "until")),
        "commitments": [shapes.commitment(one) for one in promised],
    }


def _line(one: OrderLine, currency: str) -> dict[str, Any]:
    named = {name: getattr(one, name) for name in ("quantity", "delivered", "returned")}
    return named | {
        "sku": one.product.sku,
        "name": one.product.name,
        "price": _plain(one.unit_price, currency),
    }


def _entitlement(one: Entitlement) -> dict[str, Any]:
    named = {name: getattr(one, name) for name in ("kind", "name", "since", "until")}
    return named | {"sku": one.product.sku if one.product else ""}


def _plain(amount: Decimal, currency: str) -> str:
    """With as many decimals as the currency has."""
    return str(amount.quantize(Decimal(1).scaleb(-money.places(currency))))
