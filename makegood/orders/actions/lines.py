"""The lines of an order and what it entitles to, as the last news of it says."""

import dataclasses
import datetime as dt
from collections.abc import Mapping

from django.db.models import Sum

from makegood.orders.models import Entitlement, Order, OrderLine, Product
from makegood.orders.sale import Piece, Sale

Kind = Entitlement.Kind
COUNTED = ("delivered", "returned")
Counts = dict[str, dict[str, int]]


@dataclasses.dataclass(frozen=True)
class Pieces:
    """How many pieces of an order were bought, have been delivered, and have come back."""

    bought: int
    delivered: int
    returned: int

    @property
    def all_delivered(self) -> bool:
        return 0 < self.bought == self.delivered

    @property
    def all_returned(self) -> bool:
        return 0 < self.bought == self.returned


def of(order: Order) -> Pieces:
    """As they stand, one query."""
    told = order.lines.aggregate(bought=Sum("quantity"), delivered=Sum("delivered"), returned=Sum("returned"))
    return Pieces(**{name: total or 0 for name, total in told.items()})


def write(order: Order, sale: Sale, *, known: Counts) -> Pieces:
    """Write the lines and entitlements anew. What is `known` to be delivered or back stays so, whoever told it."""
    products = _products(sale.pieces)
    left = {name: _counted(name, sale, known.get(name, {})) for name in COUNTED}
    order.lines.all().delete()
    rows = [
        OrderLine(
            order=order,
            position=position,
            product=products[piece.sku],
            quantity=piece.quantity,
            unit_price=piece.unit_price,
            **{name: _take(left[name], piece.sku, piece.quantity) for name in COUNTED},
        )
        for position, piece in enumerate(sale.pieces)
    ]
    OrderLine.objects.bulk_create(rows)
    _entitle(order, sale, products)
    return Pieces(
        bought=sum(row.quantity for row in rows),
        delivered=sum(row.delivered for row in rows),
        returned=sum(row.returned for row in rows),
    )


def count(order: Order, name: str, pieces: Mapping[str, int]) -> None:
    """So many more pieces by SKU are `delivered` or `returned`, at most as many as were bought."""
    left = dict(pieces)
    for line in order.lines.select_related("product"):
        more = _take(left, line.product.sku, line.quantity - getattr(line, name))
        if more:
            setattr(line, name, getattr(line, name) + more)
            line.save(update_fields=[name])


def begin_warranties(order: Order, since: dt.datetime) -> None:
    """A warranty runs from the day the order is there, as long as before."""
    for one in order.entitlements.filter(kind=Kind.WARRANTY):
        if one.since is not None and one.until is not None:
            one.since, one.until = since, since + (one.until - one.since)
            one.save(update_fields=["since", "until"])


def bought(order: Order) -> Counts:
    """Pieces by SKU: bought, delivered, returned."""
    found: Counts = {name: {} for name in ("quantity", *COUNTED)}
    for sku, *counts in order.lines.values_list("product__sku", "quantity", *COUNTED):
        for name, pieces in zip(found, counts, strict=True):
            found[name][sku] = found[name].get(sku, 0) + pieces
    return found


def _counted(name: str, sale: Sale, known: dict[str, int]) -> dict[str, int]:
    """What is known already, or what the sale tells beyond it."""
    told = dict(sale.delivered if name == "delivered" else sale.returned)
    if name == "delivered" and sale.delivered_at is not None and not told:
        for piece in sale.pieces:
            told[piece.sku] = told.get(piece.sku, 0) + piece.quantity
    return {sku: max(known.get(sku, 0), told.get(sku, 0)) for sku in known.keys() | told.keys()}


def _take(left: dict[str, int], sku: str, most: int) -> int:
    """Take up to `most` of what is left of a SKU."""
    taken = min(left.get(sku, 0), most)
    left[sku] = left.get(sku, 0) - taken
    return taken


def _products(pieces: tuple[Piece, ...]) -> dict[str, Product]:
    named = {piece.sku: piece.name for piece in pieces}
    known = {product.sku: product for product in Product.objects.filter(sku__in=named)}
    missing = [Product(sku=sku, name=name[:200]) for sku, name in named.items() if sku not in known]
    if missing:
        # Another order may bring the same product in this very moment.
        Product.objects.bulk_create(missing, ignore_conflicts=True)
        known |= {product.sku: product for product in Product.objects.filter(sku__in=[one.sku for one in missing])}
    for sku, name in named.items():
        if name and known[sku].name != name[:200]:
            known[sku].name = name[:200]
            known[sku].save(update_fields=["name"])
    return known


def _entitle(order: Order, sale: Sale, products: dict[str, Product]) -> None:
    order.entitlements.all().delete()
    begins = order.delivered_at or sale.delivered_at or order.placed_at
    rows = [
        Entitlement(
            order=order,
            product=products[piece.sku],
            kind=Kind.WARRANTY,
            since=begins,
            until=begins + dt.timedelta(days=piece.warranty_days),
        )
        for piece in sale.pieces
        if piece.warranty_days
    ]
    if sale.support:
        rows.append(
            Entitlement(
                order=order, kind=Kind.SUPPORT, name=sale.support[:120], since=order.placed_at, until=sale.support_until
            )
        )
    Entitlement.objects.bulk_create(rows)
