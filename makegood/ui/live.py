"""Signed tickets to the live stream: who listens, and to what. Pure: no database.

A ticket is rendered into a page, so that the stream itself asks no database who somebody is. It carries names only,
and what it leads to is fetched as any page, where rights are checked.
"""

import time
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.http import HttpRequest

LIST = "list"
FLOOR = "floor"
ANYWHERE = "anywhere"
MAX_AGE = 12 * 3600
_SALT = "makegood.live"


@dataclass(frozen=True)
class Ticket:
    """Who listens (`S-…`), to the keys (`C-…`), to `list` (any case), to the places where cases stand (`owner:…`), or to
    `floor` (that anything happened in a case, without its name), and when (seconds since 1970)."""

    user_key: str
    topics: tuple[str, ...]
    at: float


def places(*, owner: object, team: object, brand: object) -> frozenset[str]:
    """Where a case of these keys stands; an owner that is None is nobody."""
    return frozenset((owned_by(owner), of_team(team), of_brand(brand)))


def words_of(name: str) -> str:
    """What is told of a case to which nothing happened but that something was said."""
    return f"{name}~"


def owned_by(key: object) -> str:
    """The cases of one owner; of nobody: None."""
    return f"owner:{key or ''}"


def of_team(key: object) -> str:
    """The cases of one team."""
    return f"team:{key}"


def of_brand(key: object) -> str:
    """The cases of one brand."""
    return f"brand:{key}"


def ticket(user_key: str, topics: list[str]) -> str:
    """A signed ticket, good for 12 hours, safe in an address."""
    return signing.dumps({"u": user_key, "t": topics, "a": round(time.time(), 3)}, salt=_SALT)


def read(given: str) -> Ticket | None:
    """What a ticket says, or None when it is forged or too old."""
    try:
        said = signing.loads(given, salt=_SALT, max_age=MAX_AGE)
    except signing.BadSignature:
        return None
    return Ticket(said["u"], tuple(said["t"]), said["a"])


def subscribe(request: HttpRequest, *topics: str, listener: str = "") -> None:
    """Called by a view before it renders: what its page shows and wants to hear of. Without it, nothing.

    `listener`: who listens, where nobody is signed in.
    """
    request.live_listener = listener  # type: ignore[attr-defined]
    request.live_topics = list(topics)  # type: ignore[attr-defined]


def url(request: HttpRequest) -> str:
    """Where the page listens, for whoever its view subscribed; else empty. Whatever it shows staff, they hear of what
    concerns them."""
    topics: list[str] = getattr(request, "live_topics", [])
    user: Any = getattr(request, "user", None)
    listener: str = getattr(request, "live_listener", "")
    if topics and not listener and user is not None and user.is_authenticated:
        listener, topics = user.key, [*topics, user.key]
    return f"/live?ticket={ticket(listener, topics)}" if topics and listener else ""
