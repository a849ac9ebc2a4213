"""When the clock of a commitment stood still."""

import datetime as dt

from makegood.promises.models import Commitment, LedgerEntry

Kind = LedgerEntry.Kind


def pauses_of(commitment: Commitment) -> list[tuple[dt.datetime, dt.datetime]]:
    """The intervals in which its clock stood, read from the ledger; an unfinished one ends with the settling."""
    pauses: list[tuple[dt.datetime, dt.datetime]] = []
    since: dt.datetime | None = None
    for entry in LedgerEntry.objects.filter(commitment=commitment).order_by("at", "id"):
        if entry.kind == Kind.PAUSED:
            since = entry.at
        elif entry.kind == Kind.RESUMED and since is not None:
            pauses.append((since, entry.at))
            since = None
    if since is not None and commitment.settled_at is not None:
        pauses.append((since, commitment.settled_at))
    return pauses
