"""Who sends: a token for each push service, signed with our key (RFC 8292, VAPID). Pure."""

import base64
import datetime as dt
import json
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from makegood.staff.push.sealing import point

LASTS = dt.timedelta(hours=12)  # a day is the most


def header(endpoint: str, *, private: str, contact: str, at: dt.datetime) -> str:
    """The `Authorization` of a push to `endpoint`; `contact` is where its service can write to us: https: or mailto:."""
    key = _key(private)
    parts = urlsplit(endpoint)
    claims = {"aud": f"{parts.scheme}://{parts.netloc}", "exp": int((at + LASTS).timestamp()), "sub": contact}
    said = f"{_json({'typ': 'JWT', 'alg': 'ES256'})}.{_json(claims)}"
    r, s = decode_dss_signature(key.sign(said.encode(), ec.ECDSA(hashes.SHA256())))
    return f"vapid t={said}.{text(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}, k={public(private)}"


def new() -> str:
    """A new private key, as text."""
    return text(ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value.to_bytes(32, "big"))


def public(private: str) -> str:
    """Its public key, as browsers want to know it."""
    return text(point(_key(private).public_key()))


def text(plain: bytes) -> str:
    """In base64url, without padding."""
    return base64.urlsafe_b64encode(plain).rstrip(b"=").decode()


def plain(text: str) -> bytes:
    """The bytes behind such a text. Raises ValueError."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


def _key(private: str) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(plain(private), "big"), ec.SECP256R1())


def _json(told: dict[str, object]) -> str:
    return text(json.dumps(told, separators=(",", ":")).encode())
