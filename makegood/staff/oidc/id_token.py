"""The provider's word on who somebody is: an ID token, believed only when all of it is right.

OpenID Connect Core 1.0, section 3.1.3.7.
"""

import hmac
from typing import Any

from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

# Signed with the provider's own key: never "none", and never a secret that both sides know.
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"]
LEEWAY = 60  # seconds that two clocks may differ


class NotBelieved(Exception):
    """The token is not what it should be; the message is for the operator's log and holds nothing secret."""


class UnknownKey(NotBelieved):
    """Signed with a key that is not among those we know: the provider may have a new one."""


def claims(token: str, keys: dict[str, Any], *, issuer: str, client: str, nonce: str, now: int) -> dict[str, Any]:
    """What the token says, when it is the issuer's, for this client, about this very sign-in, and of this moment
    (`now`, seconds since 1970). Raises NotBelieved, UnknownKey among it."""
    try:
        read = jwt.decode(token, _public(keys), algorithms=ALGORITHMS)
        registry = jwt.JWTClaimsRegistry(
            now=lambda: now,
            leeway=LEEWAY,
            iss={"essential": True, "value": issuer},
            sub={"essential": True},
            aud={"essential": True, "value": client},
            exp={"essential": True},
            iat={"essential": True},
        )
        registry.validate(read.claims)
    except InvalidKeyIdError as error:
        raise UnknownKey(str(error)) from error
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise NotBelieved(f"{type(error).__name__}: {error}") from error
    said: dict[str, Any] = read.claims
    if isinstance(said["aud"], list) and len(said["aud"]) > 1 and said.get("azp") != client:
        raise NotBelieved("it is for several, and was not given out to us")
    if not hmac.compare_digest(str(said.get("nonce", "")).encode(), nonce.encode()):
        raise NotBelieved("it belongs to another sign-in")
    return said


def _public(keys: dict[str, Any]) -> KeySet:
    """Those of the kinds that we take; one of a kind that is not known yet spoils none of the others."""
    return KeySet.import_key_set({"keys": [key for key in keys["keys"] if key.get("kty") in {"RSA", "EC", "OKP"}]})
