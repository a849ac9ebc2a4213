"""The sealer: chains new ledger entries, in the order in which it finds them committed."""

import datetime as dt
import secrets
import uuid

from makegood.customers.models import Customer
from makegood.events.actions import record, verb
from makegood.events.holding import hold
from makegood.promises import chain
from makegood.promises.events import SaltsErased
from makegood.promises.models import LedgerEntry, Salt, Seal, Unsealed
from makegood.staff.models import User

BATCH = 250


def seal(*, at: dt.datetime) -> int:
    """Seal some entries that wait; how many. No event: nothing of the trade happens here."""
    # Asked first: an empty look must not take SQLite's write lock.
    return _seal(at=at) if Unsealed.objects.exists() else 0


@verb
def _seal(*, at: dt.datetime) -> int:
    """Whoever holds the name is the one sealer until its transaction ends, or it dies.

    The queue, not a cursor over keys or times, says what is left: an entry that is committed late is queued late, gets
    a later position, and is never passed over.
    """
    hold("ledger seals")
    waiting = list(Unsealed.objects.order_by("entry").values_list("entry", flat=True)[:BATCH])
    found = {entry.pk: entry for entry in LedgerEntry.objects.filter(pk__in=waiting)}
    end = Seal.latest()
    position, previous = (end.position, bytes(end.digest)) if end else (0, chain.GENESIS)
    seals, salts = [], []
    for entry in waiting:
        if entry not in found:
            continue
        salt = secrets.token_bytes(chain.SALT_BYTES)
        content = chain.content(salt, chain.facts(found[entry]))
        position += 1
        digest = chain.link(position, previous, entry.hex, content)
        salts.append(Salt(entry=entry, salt=salt))
        seals.append(
            Seal(position=position, entry=entry, content=content, previous=previous, digest=digest, sealed_at=at)
        )
        previous = digest
    Salt.objects.bulk_create(salts)
    Seal.objects.bulk_create(seals)
    Unsealed.objects.filter(entry__in=waiting).delete()
    return len(waiting)


@verb
def erase_salts(customer: Customer, *, by: User, at: dt.datetime) -> int:
    """Make the digests of a person's entries, and of whoever was merged into them, say nothing of them any more; how
    many. The chain stays whole.

    When and by whom stays, too.
    """
    while Unsealed.objects.exists():
        _seal(at=at)
    theirs = LedgerEntry.objects.filter(commitment__customer__in=Customer.objects.part_of(customer).values("pk"))
    entries: list[uuid.UUID] = list(theirs.values_list("pk", flat=True))
    kept = Salt.objects.filter(entry__in=entries, erased_at=None)
    erased: int = kept.update(salt=None, erased_at=at, erased_by=by.key)
    if erased:
        record(SaltsErased(count=erased), about=customer.key, at=at, by=by.key)
    return erased
