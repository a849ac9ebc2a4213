"""How often somebody may try: counted in the database, so that all processes count together."""

import datetime as dt
import hashlib
import ipaddress

from makegood.staff.models import Attempt

MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)
# For one address from one network or known device, a minute; from one network, a minute; for one address from
# everywhere but its owner's devices, an hour.
SIGN_IN_FROM_THERE = 5
SIGN_IN_PER_NETWORK = 20
SIGN_IN_PER_ADDRESS = 100
# Of somebody signed in, at their own password, a minute.
PASSWORD_TRIES = 5
# At the code after the password, for one person from each of their devices, and from everywhere else together. Three
# of a million codes fit at a time: whoever knows the password guesses one in some two years.
CODES_A_MINUTE = 5
CODES_AN_HOUR = 20
RESETS_PER_ADDRESS = 3
RESETS_PER_NETWORK = 20


def allow(what: str, *, most: int, within: dt.timedelta, at: dt.datetime) -> bool:
    """Whether one more try at `what` is within the limit of `most` in the time `within` before `at`."""
    return Attempt.objects.since(what, at - within).count() < most


def subject(kind: str, value: str) -> str:
    """The key under which tries are counted: a digest, so that nobody's address stands in the table."""
    return f"{kind}:{hashlib.sha256(value.encode('utf-8', 'replace')).hexdigest()[:32]}"


def network(address: str) -> str:
    """An IPv4 address as it is; an IPv6 one as its /64, which is what one subscriber has."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((ip, 64), strict=False)) if ip.version == 6 else str(ip)
