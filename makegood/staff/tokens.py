"""Bearer tokens: random, shown once, kept as a digest. Pure; no Django."""

import hashlib
import secrets

PREFIX = "mg_"


def new_token() -> str:
    """A new plain token: 256 random bits after a prefix by which leak scanners know it."""
    return PREFIX + secrets.token_urlsafe(32)


def digest(plain: str) -> str:
    """What is kept of a token. As it is random, one round of SHA-256 is enough: no dictionary can meet it."""
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()
