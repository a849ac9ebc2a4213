"""Keys: UUIDv7 for rows, short spoken references for people."""

import datetime as dt
import secrets
import uuid
from collections.abc import Callable

from uuid_utils import compat

# No 0/O, 1/I/L, U: a reference is read over the phone.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def uuid7() -> uuid.UUID:
    """A new time-ordered key, so that inserts go to the end of every index."""
    return compat.uuid7()


def floor(at: dt.datetime) -> uuid.UUID:
    """The smallest UUIDv7 of a moment: `id__gt=floor(at)` reads what was keyed since, by primary key."""
    return uuid.UUID(int=(int(at.timestamp() * 1000) << 80) | (7 << 76) | (2 << 62))


def reference(prefix: str, length: int = 6) -> str:
    """A random reference such as `C-7F3K9Q`. Uniqueness is the column's; the verb tries again on a clash."""
    return f"{prefix}-" + "".join(secrets.choice(ALPHABET) for _ in range(length))


def free_reference(prefix: str, *, taken: Callable[[str], bool]) -> str:
    """A random reference that nothing has so far; `taken` looks one up."""
    while True:
        ref = reference(prefix)
        if not taken(ref):
            return ref
