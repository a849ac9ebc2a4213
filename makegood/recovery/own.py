"""Whether an address is a member of staff's own. Pure but for the address they sign in with."""

from collections.abc import Iterable

from makegood.customers.addresses import fold
from makegood.staff.models import User


def is_own(addresses: Iterable[str], user: User) -> bool:
    """Whether one of these is theirs, whatever its letters' case, and with whatever `+tag`."""
    mine = _plain(user.email)
    return any(_plain(address) == mine for address in addresses if address)


def _plain(address: str) -> str:
    local, _at, domain = fold(address).rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"
