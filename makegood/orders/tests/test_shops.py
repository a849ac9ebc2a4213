"""Shops tell of their orders: believed only when they signed it, heard once, and answered clearly."""

import base64
import copy
import datetime as dt
import hashlib
import hmac
import json
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from makegood.orders import actions as orders
from makegood.orders.models import Order, Receipt, Shop
from makegood.orders.sale import Unreadable
from makegood.orders.shops import shopify, signing, standard, woocommerce
from makegood.promises.models import Commitment

SECRET = "hush"
# Shortened from the example of Shopify's REST Admin API, *Order*.
SHOPIFY = {
    "id": 450789469, "name": "#1001", "order_number": 1001, "email": "bob.norman@mail.example.com",
    "created_at": "2026-05-01T16:05:27-04:00", "updated_at": "2026-05-01T16:06:27-04:00", "cancelled_at": None,
    "currency": "USD", "total_price": "398.00", "fulfillment_status": None,
    "billing_address": {"name": "Bob Norman"}, "customer": {"first_name": "Bob", "last_name": "Norman"},
    "note_attributes": [{"name": "Delivery Date", "value": "2099-01-31"}],
    "line_items": [
        {"id": 466157049, "variant_id": 39072856, "title": "IPod Nano - 8gb", "name": "IPod Nano - 8gb - green",
         "quantity": 1, "sku": "IPOD2008GREEN", "price": "199.00", "product_id": 632910392},
        {"id": 518995019, "variant_id": 49148385, "title": "IPod Nano - 8gb", "quantity": 1, "sku": None,
         "price": "199.00", "product_id": 632910392},
    ],
    "fulfillments": [], "refunds": [],
}  # fmt: skip
# Shortened from the example of the WooCommerce REST API, *Orders*.
WOOCOMMERCE = {
    "id": 727, "number": "727", "status": "processing", "currency": "USD", "date_created_gmt": "2026-03-22T19:28:02",
    "date_modified_gmt": "2026-03-22T19:28:08", "date_completed_gmt": None, "total": "29.35",
    "billing": {"first_name": "John", "last_name": "Doe", "company": "", "email": "john.doe@example.com"},
    "meta_data": [{"id": 13106, "key": "_download_permissions_granted", "value": "yes"}],
    "line_items": [
        {"id": 315, "name": "Woo Single #1", "product_id": 93, "variation_id": 0, "quantity": 2, "total": "6.00",
         "sku": "", "price": 3},
        {"id": 316, "name": "Ship Your Idea &ndash; Color: Black", "product_id": 22, "variation_id": 23, "quantity": 3,
         "total": "12.50", "sku": "Bar3", "price": 4.166667},
    ],
    "refunds": [],
}  # fmt: skip
STANDARD = {
    "number": "1001", "customer": {"email": "ada@customer.example", "name": "Ada Byron"}, "currency": "EUR",
    "placed_at": "2026-05-01T10:00:00+02:00", "promised_at": "2099-05-05T18:00:00+02:00", "seller": "sol@hale.example",
    "lines": [{"sku": "LAMP", "name": "Desk lamp", "quantity": 2, "price": "19.95", "warranty_days": 730}],
}  # fmt: skip


def changed(told: dict, **changes) -> dict:
    return copy.deepcopy(told) | changes


def signature(key: bytes, message: bytes) -> str:
    return base64.b64encode(hmac.digest(key, message, hashlib.sha256)).decode()


def headers(kind: str, body: bytes, *, key: str = "d-1", topic: str = "", at: dt.datetime | None = None) -> dict:
    signed = signature(SECRET.encode(), body)
    if kind == "shopify":
        return {
            "X-Shopify-Hmac-Sha256": signed,
            "X-Shopify-Webhook-Id": key,
            "X-Shopify-Topic": topic or "orders/updated",
        }
    if kind == "woocommerce":
        named = {"X-WC-Webhook-Signature": signed, "X-WC-Webhook-Delivery-ID": key}
        return named | {"X-WC-Webhook-Topic": topic or "order.updated"}
    stamp = str(int((at or timezone.now()).timestamp()))
    signed = signature(SECRET.encode(), f"{key}.{stamp}.".encode() + body)
    return {
        "webhook-id": key,
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,{signature(b'old', b'')} v1,{signed}",
    }


@pytest.fixture
def shop(hale, owner, now):
    def shop(kind: str) -> Shop:
        return orders.join_shop(name=kind, kind=kind, brand=hale, secret=SECRET, by=owner, at=now)

    return shop


@pytest.fixture
def tell(client):
    def tell(shop: Shop, told: object, body: bytes | None = None, **how):
        body = json.dumps(told).encode() if body is None else body
        sent = how.pop("sent", None) or headers(shop.kind, body, **how)
        return client.post(reverse("shop-told", args=[shop.pk]), body, content_type="application/json", headers=sent)

    return tell


def test_shopifys_order_is_read_as_documented():
    sale = shopify.sale(SHOPIFY)
    assert (sale.number, sale.address, sale.name, sale.worth) == (
        "#1001", "bob.norman@mail.example.com", "Bob Norman", Decimal("398.00"),
    )  # fmt: skip
    assert [(piece.sku, piece.name) for piece in sale.pieces] == [
        ("IPOD2008GREEN", "IPod Nano - 8gb - green"),
        ("shopify-49148385", "IPod Nano - 8gb"),
    ]
    assert sale.promised_at.isoformat() == "2099-01-31T00:00:00-04:00"
    assert sale.delivered_at is None


def test_shopifys_sent_is_not_delivered_until_every_parcel_says_so():
    parcel = {"status": "success", "shipment_status": "delivered", "updated_at": "2026-05-03T10:00:00-04:00"}
    on_its_way, lost = parcel | {"shipment_status": "in_transit"}, parcel | {"status": "failure"}
    sent = {"fulfillment_status": "fulfilled"}
    assert shopify.sale(changed(SHOPIFY, fulfillments=[parcel, on_its_way], **sent)).delivered_at is None
    assert shopify.sale(changed(SHOPIFY, fulfillments=[], **sent)).delivered_at is None
    delivered = shopify.sale(changed(SHOPIFY, fulfillments=[parcel, lost], **sent)).delivered_at
    assert delivered == dt.datetime(2026, 5, 3, 14, tzinfo=dt.UTC)


def test_shopifys_refunds_count_as_returned_only_when_something_came_back():
    item = {"sku": "IPOD2008GREEN"}
    refunds = [
        {"refund_line_items": [{"quantity": 1, "restock_type": "no_restock", "line_item": item}]},
        {"refund_line_items": [{"quantity": 1, "restock_type": "return", "line_item": item}]},
    ]
    assert shopify.sale(changed(SHOPIFY, refunds=refunds)).returned == {"IPOD2008GREEN": 1}


def test_woocommerces_order_is_read_as_documented():
    sale = woocommerce.sale(WOOCOMMERCE)
    assert (sale.number, sale.address, sale.name) == ("727", "john.doe@example.com", "John Doe")
    assert sale.placed_at == dt.datetime(2026, 3, 22, 19, 28, 2, tzinfo=dt.UTC)
    assert [(piece.sku, piece.name, piece.unit_price) for piece in sale.pieces] == [
        ("woocommerce-93", "Woo Single #1", Decimal("3.00")),
        ("Bar3", "Ship Your Idea – Color: Black", Decimal("4.17")),
    ]
    done = changed(WOOCOMMERCE, status="completed", date_completed_gmt="2026-03-24T08:00:00")
    assert woocommerce.sale(done).delivered_at == dt.datetime(2026, 3, 24, 8, tzinfo=dt.UTC)
    assert woocommerce.sale(changed(WOOCOMMERCE, status="cancelled")).cancelled_at is not None
    assert woocommerce.sale(changed(WOOCOMMERCE, status="refunded")).returned == {"woocommerce-93": 2, "Bar3": 3}


@pytest.mark.parametrize(("kind", "told"), [("shopify", SHOPIFY), ("woocommerce", WOOCOMMERCE), ("standard", STANDARD)])
def test_a_signed_order_is_taken_in_once_however_often_it_is_sent(tell, shop, sol, kind, told):
    joined = shop(kind)
    for _twice in (1, 2):
        answer = tell(joined, told)
        assert (answer.status_code, answer.json()) == (200, {"outcome": "taken", "faults": []})
    assert (Order.objects.count(), Receipt.objects.count()) == (1, 1)


def test_what_was_promised_at_the_sale_is_clocked(tell, shop, sol):
    tell(shop("standard"), STANDARD)
    promised = Commitment.objects.get(key="delivery")
    assert promised.promised_by == sol


@pytest.mark.parametrize("kind", ["shopify", "woocommerce", "standard"])
def test_what_the_shop_did_not_sign_is_not_believed(tell, shop, kind):
    joined, body = shop(kind), json.dumps(STANDARD).encode()
    forged = {
        name: ("AAAA" if "ignature" in name or "Hmac" in name else value) for name, value in headers(kind, body).items()
    }
    without = {
        name: value for name, value in headers(kind, body).items() if "ignature" not in name and "Hmac" not in name
    }
    for sent in (forged, without, headers(kind, body + b" ")):
        assert tell(joined, None, body=body, sent=sent).status_code == 401
    assert not Order.objects.exists()
    assert not Receipt.objects.exists()


@pytest.mark.parametrize("minutes", [-6, 6, -100_000])
def test_where_the_time_is_signed_old_ones_are_refused(tell, shop, minutes):
    at = timezone.now() + dt.timedelta(minutes=minutes)
    answer = tell(shop("standard"), STANDARD, at=at)
    assert (answer.status_code, Order.objects.count()) == (401, 0)


def test_a_replay_with_another_body_needs_another_signature(tell, shop):
    joined = shop("standard")
    tell(joined, STANDARD, key="d-1")
    sent = headers("standard", json.dumps(STANDARD).encode(), key="d-2")
    assert tell(joined, changed(STANDARD, number="6666"), sent=sent).status_code == 401


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"currency": "EURO"}, "Currency: “EURO” is not a currency"),
        ({"total": "-1"}, "Total: -1 is below zero"),
        ({"seller": "who@hale.example"}, "Seller's mail address: No seller here"),
        ({"placed_at": "2026-02-30T10:00:00Z"}, "Placed on: “2026-02-30T10:00:00Z” is not a date"),
        ({"lines": []}, "Product key (SKU): An order needs at least one product"),
        ({"lines": [{"sku": "L\x00", "quantity": "2", "price": "1"}]}, "Quantity: “2” is not a quantity"),
    ],
)
def test_faults_are_answered_kept_and_nothing_is_half_done(tell, shop, changes, told):
    joined = shop("standard")
    answer = tell(joined, changed(STANDARD, **changes))
    assert answer.status_code == 200
    assert answer.json()["outcome"] == "refused"
    assert told in " ".join(answer.json()["faults"])
    assert Receipt.objects.get().faults
    assert not Order.objects.exists()


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b"[" * 5000])
def test_what_is_no_object_is_a_bad_request(tell, shop, body):
    assert tell(shop("standard"), None, body=body).status_code == 400
    assert not Receipt.objects.exists()


def test_other_topics_are_heard_and_left_alone(tell, shop):
    answer = tell(shop("shopify"), {"id": 1}, topic="products/update")
    assert answer.json()["outcome"] == "ignored"


def test_a_shop_that_is_shut_off_or_unknown_is_not_there(tell, shop, client, owner, hale, now):
    joined = shop("standard")
    orders.change_shop(joined, name="x", brand=hale, secret="", active=False, by=owner, at=now)
    assert tell(joined, STANDARD).status_code == 404
    assert client.post(reverse("shop-told", args=["0190a0b0-0000-7000-8000-000000000000"])).status_code == 404


def test_an_administrator_joins_a_shop_and_sees_what_it_told(client, tell, owner, hale, cleo):
    client.force_login(owner)
    named = {"name": "Web shop", "kind": "standard", "brand": hale.pk, "secret": SECRET}
    assert client.post(reverse("shop-new"), named | {"secret": ""}).status_code == 422
    client.post(reverse("shop-new"), named)
    joined = Shop.objects.get()
    assert SECRET not in joined.secret
    tell(joined, changed(STANDARD, currency="??"))
    page = client.get(reverse("shop", args=[joined.pk])).content.decode()
    assert reverse("shop-told", args=[joined.pk]) in page
    assert "is not a currency" in page
    assert SECRET not in page
    assert client.post(reverse("shop-new"), named).status_code == 422, "the name is taken"
    client.force_login(cleo)
    assert client.get(reverse("shops")).status_code == 403


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("reader", "told"), [(shopify, SHOPIFY), (woocommerce, WOOCOMMERCE), (standard, STANDARD)], ids=["S", "W", "M"]
)
@given(data=st.data())
def test_any_value_in_any_field_is_read_or_a_fault(reader, told, data):
    field = data.draw(st.sampled_from(sorted(told)))
    spoilt = changed(told, **{field: data.draw(JSON)})
    try:
        reader.sale(spoilt)
    except Unreadable as trouble:
        assert trouble.faults


def test_secrets_of_standard_webhooks_are_read_as_they_are_written():
    key = b"a key of twenty-four byte"
    secret = "whsec_" + base64.b64encode(key).decode()
    at = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)
    stamp = str(int(at.timestamp()))
    sent = {
        "webhook-id": "m",
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,{signature(key, f'm.{stamp}.'.encode() + b'{}')}",
    }
    assert signing.check("standard", b"{}", sent, secret=secret, now=at).key == "m"
