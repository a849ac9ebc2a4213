"""Shops: joined, changed, heard."""

import datetime as dt
import json
from types import ModuleType
from typing import Any

from makegood.brands.models import Brand
from makegood.events.actions import record, verb
from makegood.orders import events
from makegood.orders.actions.taking import take
from makegood.orders.models import Receipt, Shop
from makegood.orders.sale import Unreadable, storable
from makegood.orders.shops import shopify, standard, woocommerce
from makegood.orders.shops.signing import Delivery
from makegood.staff.models import User
from makegood.staff.secrets import seal

READERS: dict[str, ModuleType] = {"shopify": shopify, "woocommerce": woocommerce, "standard": standard}
Outcome = Receipt.Outcome
KEPT = dt.timedelta(days=90)


class NotJson(ValueError):
    """The body is no JSON object."""


@verb
def join_shop(*, name: str, kind: str, brand: Brand, secret: str, by: User, at: dt.datetime) -> Shop:
    """Let a shop tell us of its orders. `secret` comes plain and is sealed."""
    shop = Shop(name=name.strip(), kind=kind, brand=brand, secret=seal(secret), joined_at=at)
    shop.save(force_insert=True)
    record(events.ShopJoined(shop=str(shop.pk)), about="", at=at, by=by.key)
    return shop


@verb
def change_shop(shop: Shop, *, name: str, brand: Brand, secret: str, active: bool, by: User, at: dt.datetime) -> Shop:
    """Change what we know of a shop. An empty secret leaves the one that is there."""
    shop.name, shop.brand, shop.is_active = name.strip(), brand, active
    shop.secret = seal(secret) if secret else shop.secret
    shop.save(update_fields=["name", "brand", "is_active", "secret"])
    record(events.ShopChanged(shop=str(shop.pk)), about="", at=at, by=by.key)
    return shop


@verb
def hear(shop: Shop, delivery: Delivery, body: bytes, *, at: dt.datetime) -> Receipt:
    """Take in what a shop told, once; the receipt of the first time for a delivery that comes again.

    What cannot be read as an order changes nothing, and its receipt says why. Raises NotJson.
    """
    Shop.objects.select_for_update().get(pk=shop.pk)
    earlier = Receipt.objects.filter(shop=shop, key=delivery.key).first()
    if earlier is not None:
        return earlier
    receipt = Receipt(shop=shop, key=delivery.key, topic=delivery.topic, at=at, outcome=Outcome.IGNORED)
    reader = READERS[shop.kind]
    if reader.is_order(delivery.topic):
        told = _object(body)
        try:
            receipt.order = take(reader.sale(told), source=shop.source, brand=shop.brand, at=at)
            receipt.outcome = Outcome.TAKEN
        except Unreadable as trouble:
            receipt.outcome = Outcome.REFUSED
            receipt.faults = [[fault.field, fault.code, storable(fault.value)] for fault in trouble.faults][:100]
    receipt.save(force_insert=True)
    return receipt


@verb
def forget_receipts(*, at: dt.datetime) -> int:
    """Forget what shops told long ago; how many. Shops do not send a delivery again after days."""
    old = Receipt.objects.filter(at__lt=at - KEPT).order_by("at").values_list("pk", flat=True)[:1000]
    return Receipt.objects.filter(pk__in=list(old)).delete()[0]


def _object(body: bytes) -> dict[str, Any]:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        raise NotJson("the body is no JSON")
    if not isinstance(told, dict):
        raise NotJson("the body is no JSON object")
    return told
