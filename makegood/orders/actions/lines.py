"""The lines of an order and what it entitles to, as the last news of it says."""

import datetime as dt

from django.db.models import Sum

from makegood.orders.models import Entitlement, Order, OrderLine, Product
from makegood.orders.sale import Piece, Sale

Kind = Entitlement.Kind


def write(order: Order, sale: Sale) -> None:
    """Write the lines and entitlements anew."""
    products = _products(sale.pieces)
    order.lines.all().delete()
    left = dict(sale.returned)
    rows = []
    for position, piece in enumerate(sale.pieces):
        back = min(left.get(piece.sku, 0), piece.quantity)
        left[piece.sku] = left.get(piece.sku, 0) - back
        rows.append(
            OrderLine(
                order=order,
                position=position,
                product=products[piece.sku],
                quantity=piece.quantity,
                returned=back,
                unit_price=piece.unit_price,
            )
        )
    OrderLine.objects.bulk_create(rows)
    _entitle(order, sale, products)


def returned(order: Order) -> int:
    """How many pieces have come back, as far as we know."""
    return order.lines.aggregate(pieces=Sum("returned"))["pieces"] or 0


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
            until=begins + dt.timedelta(days=piece.warranty_days),
        )
        for piece in sale.pieces
        if piece.warranty_days
    ]
    if sale.support:
        rows.append(Entitlement(order=order, kind=Kind.SUPPORT, name=sale.support[:120]))
    Entitlement.objects.bulk_create(rows)
