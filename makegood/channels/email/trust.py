"""Whether a sender is who they say: only the MTA that the operator named is believed (RFC 8601)."""

import enum
import functools
from typing import Any

import authres
from authres.core import AuthResError
from django.conf import settings

from makegood.channels.email.parsing import ParsedMail


class Proof(enum.Enum):
    """What the trusted MTA says of the sender's domain."""

    PROVED = "proved"
    UNKNOWN = "unknown"
    FAILED = "failed"


def proof(mail: ParsedMail) -> Proof:
    """DMARC as the trusted MTA saw it; without one, UNKNOWN.

    Only the topmost header counts: our MTA writes it above whatever the sender forged below.
    """
    trusted = settings.TRUSTED_MTA.lower()
    if not trusted or not mail.authentication_results:
        return Proof.UNKNOWN
    results = _parse(mail.authentication_results[0])
    if results is None or str(results.authserv_id).lower() != trusted:
        return Proof.UNKNOWN
    for result in results.results:
        if result.method == "dmarc":
            return {"pass": Proof.PROVED, "fail": Proof.FAILED}.get(str(result.result).lower(), Proof.UNKNOWN)
    return Proof.UNKNOWN


@functools.lru_cache(maxsize=64)
def _parse(header: str) -> Any:
    try:
        return authres.AuthenticationResultsHeader.parse(f"Authentication-Results: {header}")  # type: ignore[no-untyped-call,call-arg]
    except (AuthResError, ValueError):
        return None
