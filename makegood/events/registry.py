"""What can happen: each app declares its events here at start, with its facets and the sentence a person reads.

An event is a frozen dataclass decorated with `@event("case.opened", _("{by} opened the case"))`. Its fields are the
ids and codes kept in `Event.data`. Charter forms, timelines and reactions know only this registry.
"""

import dataclasses
import uuid
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, dataclass_transform

FACETS = ("brand", "channel", "kind", "tier", "product", "language")


@dataclasses.dataclass(frozen=True)
class Kind:
    """One kind of event: its name, its class, the translatable sentence, whether charters may refer to it, whether it changes
    nothing but what was said, and after which data of it another person or team may answer for the case."""

    name: str
    fact: type
    sentence: str
    clocked: bool
    quiet: bool
    only_words: bool
    moves: Callable[[dict[str, Any]], bool]


def never(_data: dict[str, Any]) -> bool:
    """No event of the kind moves a case."""
    return False


def always(_data: dict[str, Any]) -> bool:
    """Each event of the kind may move a case."""
    return True


# Of some events (rows of the log), by their keys: whatever was found out.
Ahead = Callable[[Sequence[Any]], dict[uuid.UUID, Any]]
KINDS: dict[str, Kind] = {}
REACTIONS: dict[str, list[str]] = {}
REACTORS: dict[str, Callable[..., None]] = {}
# What a reaction has nothing to do with, by its name: asked of the data of an event before a row is made for it.
SKIPPED: dict[str, Callable[[dict[str, Any]], bool]] = {}
# The names of those that are given several events at once, as a list.
TOGETHER: set[str] = set()
# What is found out for a reaction before its transaction, by its name: of some events, by their keys.
AHEAD: dict[str, Ahead] = {}
T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def event(
    name: str,
    sentence: str,
    *,
    clocked: bool = False,
    quiet: bool = False,
    only_words: bool = False,
    moves: Callable[[dict[str, Any]], bool] = never,
) -> Callable[[type[T]], type[T]]:
    """Declare a kind of event. `sentence` is marked with gettext_noop and may use `%(by)s` and the fact's own fields.

    `clocked`: a charter may name it as A or B. `quiet`: timelines leave it out. `only_words`: something was said, and
    nothing that is owed or kept beside it changes. `moves`: of its data, whether another
    person or team may answer for the case from then on, so that the lists that it leaves hear of it.
    """

    def declare(fact: type[T]) -> type[T]:
        fact = dataclasses.dataclass(frozen=True)(fact)
        if name in KINDS and KINDS[name].fact.__qualname__ != fact.__qualname__:
            raise ValueError(f"two kinds of event are named {name}")
        KINDS[name] = Kind(
            name=name, fact=fact, sentence=sentence, clocked=clocked, quiet=quiet, only_words=only_words, moves=moves
        )
        fact.event_name = name  # type: ignore[attr-defined]
        return fact

    return declare


def reacts_to(
    *names: str,
    unless: Callable[[dict[str, Any]], bool] | None = None,
    together: bool = False,
    ahead: Ahead | None = None,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register a reaction: `record` then makes one leased row for it with each such live event.

    `unless` says of an event's data that nothing would follow, whatever the present state; then no row is made.
    `together`: it is called with a list of events, those that wait when it is its turn. `ahead` finds out, while nobody
    has to wait for it, what takes long and needs no lock; each event comes with what it says of it, or with None.
    """

    def register(reactor: Callable[..., None]) -> Callable[..., None]:
        key = f"{reactor.__module__.rsplit('.', 1)[-1]}.{reactor.__name__}"
        REACTORS[key] = reactor
        if unless is not None:
            SKIPPED[key] = unless
        if together:
            TOGETHER.add(key)
        if ahead is not None:
            AHEAD[key] = ahead
        for name in names:
            REACTIONS.setdefault(name, []).append(key)
        return reactor

    return register


def reactions_to(name: str, data: dict[str, Any]) -> list[str]:
    """The reactions that follow from an event of this name with this data."""
    return [key for key in REACTIONS.get(name, ()) if key not in SKIPPED or not SKIPPED[key](data)]


def moves(name: str, data: dict[str, Any]) -> bool:
    """Whether a case may have come to another person or team with this event."""
    return name in KINDS and KINDS[name].moves(data)


def is_only_words(name: str) -> bool:
    """Whether nothing but what was said changes with such an event."""
    return name in KINDS and KINDS[name].only_words
