"""Whether the chain over the ledger is whole: one pass in order, a few thousand links at a time."""

import dataclasses
import datetime as dt
import enum
import uuid
from collections.abc import Mapping
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef

from makegood.promises import chain, guards
from makegood.promises.models import LedgerEntry, Seal, Unsealed

CHUNK = 4000
# By hand: a million links are compared as the database keeps them, without a Python object for each value.
LINKS = """
SELECT s.position, s.entry, s.content, s.previous, s.digest,
       e.id, e.commitment_id, e.kind, e.at, e.by, e.reason, e.due_at, t.salt, t.erased_at
FROM promises_seal s
LEFT JOIN promises_ledgerentry e ON e.id = s.entry
LEFT JOIN promises_salt t ON t.entry = s.entry
WHERE s.position > %s ORDER BY s.position LIMIT %s
"""


class Flaw(enum.Enum):
    """What can be wrong with a link."""

    GAP = "a link is missing before it"
    PREVIOUS = "it does not continue the link before it"
    DIGEST = "the link itself was changed"
    GONE = "the ledger entry is gone"
    CHANGED = "the ledger entry was changed"
    NO_SALT = "its salt is gone, and nobody erased it"
    OTHER = "the chain holds another digest here than the one you noted"


@dataclasses.dataclass(frozen=True)
class Broken:
    """The first broken link."""

    position: int
    entry: uuid.UUID | None
    flaw: Flaw


@dataclasses.dataclass(slots=True)
class Link:
    """One link with the entry and the salt that belong to it; `facts` is None where the entry is gone."""

    position: int
    entry: str
    content: bytes
    previous: bytes
    digest: bytes
    facts: list[str] | None
    salt: bytes | None
    erased: bool


@dataclasses.dataclass
class Verdict:
    """What the pass found. `unsealed` wait for the sealer; `strays` are entries that nothing queued."""

    sealed: int = 0
    erased: int = 0
    unsealed: int = 0
    strays: int = 0
    missing_guards: list[str] = dataclasses.field(default_factory=list)
    latest: str = ""
    broken: Broken | None = None

    @property
    def is_whole(self) -> bool:
        return self.broken is None and not self.strays and not self.missing_guards


def verify(*, noted: Mapping[int, str] | None = None) -> Verdict:
    """Check every link from the first, and that the seals somebody noted ({position: digest in hex}) are in the chain."""
    verdict = Verdict(missing_guards=guards.missing(connection))
    expected = dict(noted or {})
    previous = chain.GENESIS
    while links := _after(verdict.sealed):
        for link in links:
            flaw = _flaw(link, verdict.sealed + 1, previous)
            if flaw is None and not link.digest.hex().startswith(expected.pop(link.position, "")):
                flaw = Flaw.OTHER
            if flaw is not None:
                verdict.broken = Broken(link.position, uuid.UUID(link.entry), flaw)
                return verdict
            verdict.sealed, previous = link.position, link.digest
            verdict.erased += link.erased
    if expected:
        verdict.broken = Broken(min(expected), None, Flaw.OTHER)
    if verdict.sealed:
        verdict.latest = f"{verdict.sealed}-{previous.hex()}"
    verdict.unsealed, verdict.strays = Unsealed.objects.count(), _strays()
    return verdict


def _flaw(link: Link, position: int, previous: bytes) -> Flaw | None:
    if link.position != position:
        return Flaw.GAP
    if link.previous != previous:
        return Flaw.PREVIOUS
    if link.digest != chain.link(position, previous, link.entry, link.content):
        return Flaw.DIGEST
    if link.facts is None:
        return Flaw.GONE
    if link.salt is None and not link.erased:
        return Flaw.NO_SALT
    if link.salt is not None and chain.content(link.salt, link.facts) != link.content:
        return Flaw.CHANGED
    return None


def _after(position: int) -> list[Link]:
    with connection.cursor() as cursor:
        cursor.execute(LINKS, [position, CHUNK])
        return [_link(row) for row in cursor.fetchall()]


def _link(row: tuple[Any, ...]) -> Link:
    position, entry, content, previous, digest, key, commitment, kind, at, by, reason, due_at, salt, erased_at = row
    facts = None
    if key is not None:
        facts = [_hex(key), _hex(commitment), kind, _moment(at), by, reason, _moment(due_at)]
    return Link(
        position=position,
        entry=_hex(entry),
        content=bytes(content),
        previous=bytes(previous),
        digest=bytes(digest),
        facts=facts,
        salt=None if salt is None else bytes(salt),
        erased=erased_at is not None,
    )


def _hex(key: uuid.UUID | str) -> str:
    """SQLite keeps a key as its hex digits."""
    return key if isinstance(key, str) else key.hex


def _moment(at: dt.datetime | str | None) -> str:
    """SQLite keeps a moment as `2026-06-01 09:00:00`, in UTC, with microseconds where there are any."""
    if isinstance(at, str):
        return f"{at[:10]}T{at[11:]}{'' if '.' in at else '.000000'}Z"
    return chain.moment(at)


def _strays() -> int:
    sealed, queued = Seal.objects.filter(entry=OuterRef("pk")), Unsealed.objects.filter(entry=OuterRef("pk"))
    return LedgerEntry.objects.filter(~Exists(sealed), ~Exists(queued)).count()
