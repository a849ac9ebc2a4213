"""The arithmetic of the hash chain over the ledger. Its format is told in docs/promises.md, for checks from outside."""

import datetime as dt
import hashlib
import json

from makegood.promises.models import LedgerEntry

GENESIS = bytes(32)
MARK = b"makegood ledger 1\0"
SALT_BYTES = 16


_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def content(salt: bytes, facts: list[str]) -> bytes:
    """SHA-256 of the salt and the facts of one entry, written as a JSON list without spaces."""
    return hashlib.sha256(salt + _written(facts).encode()).digest()


def link(position: int, previous: bytes, entry: str, entry_content: bytes) -> bytes:
    """SHA-256 over the place in the chain, the digest before, the entry's key (32 hex digits) and its content."""
    place = MARK + position.to_bytes(8, "big")
    return hashlib.sha256(place + previous + bytes.fromhex(entry) + entry_content).digest()


def moment(at: dt.datetime | None) -> str:
    """A moment as it is hashed: UTC with microseconds, such as 2026-06-01T09:00:00.000000Z; empty for none."""
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")[:-6] + "Z" if at else ""


def facts(entry: LedgerEntry) -> list[str]:
    """What of an entry is hashed, in this order."""
    return [
        *(entry.pk.hex, entry.commitment_id.hex, entry.kind, moment(entry.at)),
        *(entry.by, entry.reason, moment(entry.due_at)),
    ]
