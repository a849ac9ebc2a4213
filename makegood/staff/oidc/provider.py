"""The company's provider, as its settings and its own description say. Descriptions and keys are kept for an hour."""

import hashlib
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache

from makegood.staff.oidc import fetching
from makegood.staff.oidc.fetching import Unreachable

KEPT = 3600


@dataclass(frozen=True)
class Provider:
    """Where it asks people who they are, where codes become tokens, where its keys are, where it tells more."""

    issuer: str
    authorization: str
    token: str
    keys: str
    userinfo: str


def is_set_up() -> bool:
    """Whether people can sign in with it."""
    return bool(settings.OIDC_ISSUER and settings.OIDC_CLIENT_ID)


def name() -> str:
    """What the button calls it."""
    return settings.OIDC_NAME or urlsplit(settings.OIDC_ISSUER).hostname or ""


def find() -> Provider:
    """The provider by its own description (OpenID Connect Discovery 1.0). Raises Unreachable."""
    issuer: str = settings.OIDC_ISSUER
    told = _kept(issuer.rstrip("/") + "/.well-known/openid-configuration")
    if told.get("issuer") != issuer:
        raise Unreachable(f"{issuer} calls itself {told.get('issuer')!r}: set MAKEGOOD_OIDC_ISSUER to just that")
    try:
        return Provider(
            issuer=issuer,
            authorization=str(told["authorization_endpoint"]),
            token=str(told["token_endpoint"]),
            keys=str(told["jwks_uri"]),
            userinfo=str(told.get("userinfo_endpoint", "")),
        )
    except KeyError as missing:
        raise Unreachable(f"{issuer} does not say its {missing}") from missing


def keys(provider: Provider, *, anew: bool = False) -> dict[str, Any]:
    """Its public keys (a JWK set). `anew`: even if they are kept, as when a key is not among them. Raises Unreachable."""
    return _kept(provider.keys, anew=anew)


def _kept(url: str, *, anew: bool = False) -> dict[str, Any]:
    place = f"oidc-{hashlib.sha256(url.encode()).hexdigest()}"
    known: dict[str, Any] | None = None if anew else cache.get(place)
    if known is None:
        known = fetching.get(url)
        cache.set(place, known, KEPT)
    return known
