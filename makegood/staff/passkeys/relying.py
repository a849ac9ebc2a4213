"""Whom passkeys are for: this installation, by its configured address (WebAuthn's relying party)."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Party:
    """`id` is the host name, `origin` the address as browsers tell it in what they sign."""

    id: str
    origin: str


def party() -> Party | None:
    """Us; None where browsers make no passkeys: without https, but on `localhost`, and for an address without a name."""
    address = urlsplit(settings.BASE_URL)
    host = address.hostname or ""
    if not host or _is_number(host) or (address.scheme != "https" and host != "localhost"):
        return None
    return Party(id=host, origin=f"{address.scheme}://{address.netloc}")


def trouble(request: HttpRequest) -> str:
    """Why no passkey can be made or used on this page; "" where nothing stands in the way."""
    here = party()
    if here is None:
        told = _(
            "Passkeys need an address with a name and https, such as https://desk.example.com. The address of this "
            "installation, MAKEGOOD_BASE_URL, is %(address)s."
        )
        return told % {"address": settings.BASE_URL}
    if request.get_host() != urlsplit(here.origin).netloc:
        return _("Passkeys work at %(address)s alone. Open Makegood there.") % {"address": here.origin}
    return ""


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
