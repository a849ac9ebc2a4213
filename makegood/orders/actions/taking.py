"""Bringing an order in, the first time or again: what changed since is told, each thing once."""

import datetime as dt

from django.db import IntegrityError, transaction

from makegood.brands.models import Brand
from makegood.customers import actions as customers
from makegood.events.actions import record, verb
from makegood.events.keys import free_reference
from makegood.events.models import Origin
from makegood.orders import events
from makegood.orders.actions import happening, lines, renewing
from makegood.orders.actions.lines import Pieces
from makegood.orders.models import Order
from makegood.orders.sale import Fault, Sale, Unreadable, check
from makegood.promises import actions as promises
from makegood.staff.models import User

DELIVERY = "delivery"


@verb
def take(sale: Sale, *, source: str, brand: Brand, at: dt.datetime, by: str = "", origin: str = Origin.LIVE) -> Order:
    """The order that a sale is, made or brought up to date. News older than what we know changes nothing.

    A delivery promised for a day to come is a commitment to the customer, by the seller where there is one. Raises
    Unreadable, and then nothing has been taken.
    """
    check(sale)
    seller = _seller(sale)
    known = Order.objects.select_for_update().filter(source=source, number=sale.number).first()
    if known is None:
        try:
            # A savepoint: on a clash PostgreSQL would otherwise refuse everything else in this transaction.
            with transaction.atomic():
                return _place(sale, source=source, brand=brand, seller=seller, at=at, by=by, origin=origin)
        except IntegrityError:
            # Told twice in the same moment: the other one made it.
            known = Order.objects.select_for_update().get(source=source, number=sale.number)
    if sale.changed_at is not None and sale.changed_at < known.changed_at:
        return known
    return _update(known, sale, seller=seller, at=at, by=by, origin=origin)


def _place(
    sale: Sale, *, source: str, brand: Brand, seller: User | None, at: dt.datetime, by: str, origin: str
) -> Order:
    customer = customers.find_or_create(address=sale.address, name=sale.name, at=at, by=by, origin=origin)
    ref = free_reference("O", taken=lambda one: Order.objects.filter(ref=one).exists())
    order = Order(
        ref=ref, source=source, number=sale.number, brand=brand, customer=customer, seller=seller,
        placed_at=sale.placed_at, changed_at=sale.changed_at or at,
    )  # fmt: skip
    _describe(order, sale)
    order.save(force_insert=True)
    placed = events.OrderPlaced(promised_at=_iso(sale.promised_at))
    record(placed, about=order.key, at=sale.placed_at, by=by, facets=order.facets, origin=origin)
    _promise(order, sale.promised_at, at=at)
    pieces = lines.write(order, sale, known={})
    _tell(order, sale, pieces, before=0, at=at, by=by, origin=origin)
    order.save()
    return order


def _update(order: Order, sale: Sale, *, seller: User | None, at: dt.datetime, by: str, origin: str) -> Order:
    promised_before = order.promised_at
    if seller is not None and seller != order.seller:
        order.seller = seller
        corrected = events.SellerCorrected(seller=seller.key)
        record(corrected, about=order.key, at=at, by=by, facets=order.facets, origin=origin)
    order.changed_at = sale.changed_at or at
    _describe(order, sale)
    if sale.promised_at is not None and sale.promised_at != promised_before:
        # The day promised before stays promised: a new one makes nobody's word undone.
        fact = events.DeliveryPromised(promised_at=_iso(sale.promised_at))
        record(fact, about=order.key, at=at, by=by, facets=order.facets, origin=origin)
        _promise(order, sale.promised_at, at=at)
    known, supported = lines.bought(order), renewing.support(order)
    pieces = lines.write(order, sale, known=known)
    renewing.renewed(order, supported, sale, at=order.changed_at, by=by, origin=origin)
    _tell(order, sale, pieces, before=sum(known["returned"].values()), at=at, by=by, origin=origin)
    order.save()
    return order


def _describe(order: Order, sale: Sale) -> None:
    order.currency, order.total = sale.currency, sale.worth
    order.terms = sale.terms or order.terms
    order.promised_at = sale.promised_at or order.promised_at


def _promise(order: Order, promised_at: dt.datetime | None, *, at: dt.datetime) -> None:
    # One that lies behind us cannot be clocked any more: the page shows it beside the day of delivery. Nor can one for
    # what is there already, or will not come.
    over = order.delivered_at is not None or order.cancelled_at is not None
    if promised_at is not None and promised_at > at and not over:
        promises.make(
            about=order.key, brand=order.brand, team=None, customer=order.customer, promised_by=order.seller,
            words="", due_at=promised_at, ends_on=[happening.DELIVERED], at=at, key=DELIVERY,
        )  # fmt: skip


def _tell(order: Order, sale: Sale, pieces: Pieces, *, before: int, at: dt.datetime, by: str, origin: str) -> None:
    """What happened to it since we last heard, each at its own time. `before`: how many pieces had come back."""
    if sale.delivered_at is not None and pieces.all_delivered:
        happening.delivered(order, delivered_at=sale.delivered_at, by=by, origin=origin)
    happening.returned(order, pieces.returned - before, at=at, by=by, origin=origin)
    if sale.cancelled_at is not None:
        happening.cancelled(order, cancelled_at=sale.cancelled_at, at=at, by=by, origin=origin)
    order.state = happening.state_of(order, pieces)


def _seller(sale: Sale) -> User | None:
    if not sale.seller:
        return None
    found: User | None = User.objects.working().filter(email=sale.seller.strip().lower()).first()
    if found is None:
        raise Unreadable([no_seller(sale)])
    return found


def no_seller(sale: Sale) -> Fault:
    """Nobody who works here has the address that its seller was named by."""
    return Fault("seller", "no-seller", sale.seller[:80])


def _iso(moment: dt.datetime | None) -> str:
    return moment.isoformat() if moment else ""
