"""There and back: sending somebody to the provider, and reading whom it sent back.

Authorization code with PKCE; `state` ties the answer to this browser, `nonce` the token to this sign-in.
"""

import base64
import datetime as dt
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from makegood.staff.oidc import fetching, id_token, provider
from makegood.staff.oidc.provider import Provider

LASTS = dt.timedelta(minutes=10)
_BEGUN = "oidc_begun"


class NotBegunHere(Exception):
    """The answer belongs to no sign-in that this browser has begun, or to one of long ago."""


class Declined(Exception):
    """The provider did not let them in, or they did not want to; the message is its code for why."""


@dataclass(frozen=True)
class Person:
    """Whom the provider has sent: the address it vouches for ("" for none), their name, and where they want to go."""

    email: str
    name: str
    wanted: str


def begin(request: HttpRequest, *, wanted: str, at: dt.datetime) -> str:
    """The address of the provider to go to. Raises fetching.Unreachable."""
    where = provider.find()
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    request.session[_BEGUN] = {
        "state": state, "nonce": nonce, "verifier": verifier, "wanted": wanted, "at": at.isoformat(),
    }  # fmt: skip
    asked = {
        "response_type": "code",
        "client_id": settings.OIDC_CLIENT_ID,
        "redirect_uri": callback(),
        "scope": "openid email profile",
        "state": state,
        "nonce": nonce,
        "code_challenge": challenge(verifier),
        "code_challenge_method": "S256",
    }
    return f"{where.authorization}{'&' if '?' in where.authorization else '?'}{urlencode(asked)}"


def finish(request: HttpRequest, *, at: dt.datetime) -> Person:
    """Whom the provider has sent back; what was begun is spent. Raises NotBegunHere, Declined, fetching.Unreachable,
    id_token.NotBelieved."""
    begun, answer = request.session.pop(_BEGUN, None), request.GET
    begun_at = parse_datetime(begun["at"]) if begun else None
    if begun is None or begun_at is None or at - begun_at > LASTS:
        raise NotBegunHere
    if not hmac.compare_digest(answer.get("state", "").encode(), begun["state"].encode()):
        raise NotBegunHere
    if "code" not in answer:
        raise Declined(answer.get("error", "no code")[:80])
    where = provider.find()
    fields = {
        "grant_type": "authorization_code",
        "code": answer["code"],
        "redirect_uri": callback(),
        "code_verifier": begun["verifier"],
    }
    tokens = fetching.post(where.token, fields, client=settings.OIDC_CLIENT_ID, secret=settings.OIDC_CLIENT_SECRET)
    said = _believed(str(tokens.get("id_token", "")), where, nonce=begun["nonce"], at=at)
    if "email" not in said and where.userinfo:
        more = fetching.get(where.userinfo, token=str(tokens.get("access_token", "")))
        if more.get("sub") != said["sub"]:
            raise id_token.NotBelieved("the provider tells of somebody else than its token")
        said = more | said
    return Person(email=vouched_for(said), name=str(said.get("name", "")), wanted=begun["wanted"])


def vouched_for(said: Mapping[str, Any]) -> str:
    """The mail address that the provider has verified; "" where it has none, or does not say so."""
    verified = said.get("email_verified", settings.OIDC_TRUST_MAIL)
    return str(said.get("email", "")) if verified in (True, "true") else ""


def challenge(verifier: str) -> str:
    """What is told of the verifier beforehand (RFC 7636, S256)."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def callback() -> str:
    """The address that the provider sends people back to; it must know it beforehand."""
    return str(settings.BASE_URL) + reverse("oidc-callback")


def _believed(token: str, where: Provider, *, nonce: str, at: dt.datetime) -> dict[str, Any]:
    """What the ID token says; with the provider's keys of now when it is signed with one that we do not know."""

    def read(keys: dict[str, Any]) -> dict[str, Any]:
        client, now = settings.OIDC_CLIENT_ID, int(at.timestamp())
        return id_token.claims(token, keys, issuer=where.issuer, client=client, nonce=nonce, now=now)

    try:
        return read(provider.keys(where))
    except id_token.UnknownKey:
        return read(provider.keys(where, anew=True))
