"""A message that only one device can read: RFC 8291 (Message Encryption for Web Push), in RFC 8188's `aes128gcm`. Pure."""

import secrets
import struct

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

RECORD = 4096
LAST = b"\x02"  # a record that no other follows


def sealed(plain: bytes, *, device: bytes, auth: bytes) -> bytes:
    """`device`: its public key, an uncompressed point of 65 bytes; `auth`: its 16 bytes. Raises ValueError for a point that
    is none."""
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), device)
    once = ec.generate_private_key(ec.SECP256R1())
    ours, salt = point(once.public_key()), secrets.token_bytes(16)
    shared = once.exchange(ec.ECDH(), theirs)
    material = _derived(shared, salt=auth, info=b"WebPush: info\0" + device + ours, length=32)
    key = _derived(material, salt=salt, info=b"Content-Encoding: aes128gcm\0", length=16)
    nonce = _derived(material, salt=salt, info=b"Content-Encoding: nonce\0", length=12)
    head = salt + struct.pack("!IB", RECORD, len(ours)) + ours
    return head + AESGCM(key).encrypt(nonce, plain + LAST, None)


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    """A public key as push services and devices write it: 65 bytes."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _derived(secret: bytes, *, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=info).derive(secret)
