"""The signed links of wall screens: the signature shows that the key is ours, the row that it is not revoked."""

import secrets

from django.core import signing

from makegood.insight.models import Screen

_SALT = "makegood.wall"


def new_key() -> str:
    """Random, so that no link is ever made twice."""
    return secrets.token_urlsafe(12)


def token(screen: Screen) -> str:
    """What stands in the address."""
    return _signer().sign(screen.key)


def screen_of(given: str) -> Screen | None:
    """The screen of a link; None for one that is forged or revoked."""
    try:
        key = _signer().unsign(given)
    except signing.BadSignature:
        return None
    return Screen.objects.in_use().filter(key=key).select_related("brand", "team").first()


def _signer() -> signing.Signer:
    return signing.Signer(salt=_SALT, sep=".")
