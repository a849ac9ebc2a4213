"""Whether a webhook comes from the shop it names: each kind signs the raw bytes with a secret it shares with us.

Sources: Shopify (shopify.dev, *Verify a webhook*), WooCommerce (woocommerce.github.io, *Webhooks*), and Standard Webhooks
(standardwebhooks.com), which sign their time too, so that old ones can be refused.
"""

import base64
import binascii
import dataclasses
import datetime as dt
import hashlib
import hmac
from collections.abc import Mapping

SHOPIFY, WOOCOMMERCE, STANDARD = "shopify", "woocommerce", "standard"
# Either way from our clock: as Standard Webhooks advise.
TOLERANCE = dt.timedelta(minutes=5)


@dataclasses.dataclass(frozen=True)
class Delivery:
    """One webhook whose signature holds: the shop's own unique id of it, and what it is about."""

    key: str
    topic: str


class NotSigned(Exception):
    """The signature is missing, wrong, or too old; `reason` says which."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def check(kind: str, body: bytes, headers: Mapping[str, str], *, secret: str, now: dt.datetime) -> Delivery:
    """The delivery that a request is. `headers` are looked up whatever their case. Raises NotSigned."""
    told = {name.lower(): value for name, value in headers.items()}
    if kind == SHOPIFY:
        _same(told.get("x-shopify-hmac-sha256", ""), _base64(secret.encode(), body))
        return _delivery(told, "x-shopify-webhook-id", "x-shopify-topic")
    if kind == WOOCOMMERCE:
        _same(told.get("x-wc-webhook-signature", ""), _base64(secret.encode(), body))
        return _delivery(told, "x-wc-webhook-delivery-id", "x-wc-webhook-topic")
    return _standard(body, told, secret=secret, now=now)


def sign(body: bytes, *, key: str, secret: str, at: dt.datetime) -> dict[str, str]:
    """The headers with which we sign a webhook of our own, by Standard Webhooks; `key` stays the same when it is sent
    again."""
    stamp = str(int(at.timestamp()))
    signed = _base64(_key(secret), f"{key}.{stamp}.".encode() + body)
    return {"webhook-id": key, "webhook-timestamp": stamp, "webhook-signature": f"v1,{signed}"}


def _standard(body: bytes, told: Mapping[str, str], *, secret: str, now: dt.datetime) -> Delivery:
    key, stamp = told.get("webhook-id", ""), told.get("webhook-timestamp", "")
    signed = _base64(_key(secret), f"{key}.{stamp}.".encode() + body)
    given = [one.removeprefix("v1,") for one in told.get("webhook-signature", "").split() if one.startswith("v1,")]
    if not key or not any(hmac.compare_digest(one.encode(), signed.encode()) for one in given):
        raise NotSigned("wrong")
    # The stamp is part of what is signed, so it can be believed.
    at = int(stamp) if stamp.isascii() and stamp.isdigit() and len(stamp) < 12 else 0
    if abs(now.timestamp() - at) > TOLERANCE.total_seconds():
        raise NotSigned("old")
    return Delivery(key[:200], told.get("webhook-topic", "order")[:60])


def _key(secret: str) -> bytes:
    """Standard Webhooks write secrets as `whsec_` and base64; others are taken as they are."""
    if not secret.startswith("whsec_"):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except binascii.Error:
        return secret.encode()


def _base64(key: bytes, message: bytes) -> str:
    return base64.b64encode(hmac.digest(key, message, hashlib.sha256)).decode()


def _same(given: str, wanted: str) -> None:
    if not given or not hmac.compare_digest(given.encode(), wanted.encode()):
        raise NotSigned("wrong")


def _delivery(told: Mapping[str, str], key: str, topic: str) -> Delivery:
    if not told.get(key):
        raise NotSigned("no id")
    return Delivery(told[key][:200], told.get(topic, "")[:60])
