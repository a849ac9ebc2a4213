"""Mail addresses as we keep them, so that one mailbox is one contact point. Pure; no Django."""

import re
import unicodedata

LONGEST = 320
_CONTROL = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


def fold(address: str) -> str:
    """An address in the one form we compare: any string in, never an error.

    Local part and domain in lower case, the domain in its ASCII (IDNA) form, no blanks or control characters,
    at most 320 characters. A `+tag` stays: it is the customer's own choice and may lead elsewhere.
    """
    text = address.encode("utf-8", "replace").decode("utf-8")
    text = unicodedata.normalize("NFC", _CONTROL.sub("", text).strip("<>").lower())
    local, at, domain = text.rpartition("@")
    return f"{local}{at}{ascii_domain(domain)}"[:LONGEST]


def ascii_domain(domain: str) -> str:
    """`žuvis.lt` as `xn--uvis-kbb.lt`; a domain that IDNA refuses stays as it is."""
    domain = domain.rstrip(".")
    if domain.isascii():
        return domain
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain


def shown(address: str) -> str:
    """The address as people write it: the domain in its own letters."""
    local, at, domain = address.rpartition("@")
    if "xn--" not in domain:
        return address
    try:
        return f"{local}{at}{domain.encode('ascii').decode('idna')}"
    except UnicodeError:
        return address


def domain_of(address: str) -> str:
    """The folded domain, empty where there is none."""
    _local, at, domain = fold(address).rpartition("@")
    return domain if at else ""
