"""Recording what happened, inside the transaction of the change."""

import datetime as dt
import functools
import itertools
import random
import time
import uuid
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ParamSpec, TypeVar

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.utils.module_loading import import_string

from makegood.events import leases, registry, together, turns
from makegood.events.models import Event, Origin, Reaction
from makegood.events.prepared import PreparedQuery
from makegood.events.writing import insert

P = ParamSpec("P")
R = TypeVar("R")
# What was found out before a transaction for its reactions: by their names, by the keys of the events.
Ahead = Mapping[str, Mapping[uuid.UUID, Any]]
SERIALIZATION_TROUBLE = {"40001", "40P01"}
_origin: ContextVar[str] = ContextVar("origin", default=Origin.LIVE)


def verb(action: Callable[P, R]) -> Callable[P, R]:
    """Make a function one transaction: the outermost opens it in its turn, and tries again when PostgreSQL asks for it.

    Inner verbs join the outer one's transaction, without savepoints.
    """

    @functools.wraps(action)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if connection.in_atomic_block and not _only_a_test_is_open():
            return action(*args, **kwargs)
        for attempt in range(5):
            try:
                with turns.turn(), transaction.atomic():
                    return action(*args, **kwargs)
            except OperationalError as trouble:
                code = getattr(trouble.__cause__, "sqlstate", None)
                if code not in SERIALIZATION_TROUBLE or attempt == 4:
                    raise
                time.sleep(random.uniform(0, 0.02 * 2**attempt))  # noqa: S311 - spreading retries, no secret
        raise AssertionError("unreachable")

    return run


def _only_a_test_is_open() -> bool:
    """A test case's own transaction must not hide the verb's: then a verb that fails would leave half its rows."""
    return all(getattr(block, "_from_testcase", False) for block in connection.atomic_blocks)


@contextmanager
def moment() -> Iterator[None]:
    """A transaction for code that calls several verbs as one."""
    with turns.turn(), transaction.atomic():
        yield


def record(
    fact: Any,
    *,
    about: str,
    at: dt.datetime,
    by: str = "",
    facets: dict[str, Any] | None = None,
    origin: str = Origin.LIVE,
) -> Event:
    """Write one fact in the running transaction, hand it to the promises, and queue what follows from it.

    `fact` is an instance of a registered event class; `about` its subject's key (`C-…`); `by` who did it (`S-…`,
    `K-…`, or empty for Makegood); `at` when it counts (aware). Raises RuntimeError outside a transaction.
    """
    origin = origin if origin != Origin.LIVE else _origin.get()
    if not connection.in_atomic_block:
        raise RuntimeError("record an event inside the transaction of the change it tells")
    if at.tzinfo is None:
        raise ValueError("`at` must be aware")
    event = Event(
        name=fact.event_name,
        about=about,
        by=by,
        at=at,
        origin=origin,
        facets={key: value for key, value in (facets or {}).items() if value},
        data=vars(fact).copy(),
    )
    names = registry.reactions_to(event.name, event.data) if origin == Origin.LIVE else []
    reactions = [Reaction(event=event, name=name, run_at=at) for name in names]
    gathering = together.running()
    if gathering is not None:
        gathering.facts.append(event)
        gathering.reactions += reactions
        _noticed_by()(event)
        return event
    insert(event)
    _noticed_by()(event)
    insert(*reactions)
    return event


@contextmanager
def told_together() -> Iterator[together.Together]:
    """Within a verb that calls many: write all their facts by one insert, and ask once what none of them changes."""
    with together.gathered() as gathering:
        yield gathering
    insert(*gathering.facts)
    insert(*gathering.reactions)


@contextmanager
def told_as(origin: str) -> Iterator[None]:
    """Within: what would be told as live is told as of this origin, so that nothing follows from it.

    So a history can be made by the very verbs of live work, and still greets and warns nobody.
    """
    token = _origin.set(origin)
    try:
        yield
    finally:
        _origin.reset(token)


class LeaseLost(Exception):
    """Another worker has taken the reaction over: what was done for it must not stay."""


@verb
def claim(*, at: dt.datetime, most: int = 25) -> list[Reaction]:
    """Lease due reactions by pushing `run_at`; whoever dies with them leaves them to the next when it has passed.

    One that was begun before comes alone, so that what kills its worker takes no other with it; one that was tried too
    often is put aside for people to look at.
    """
    due = Reaction.objects.due(at).select_related("event").select_for_update(skip_locked=True, of=("self",))[:most]
    fresh = list(itertools.takewhile(lambda one: not one.attempts, due))
    if fresh:
        return _lease(fresh, at)
    for reaction in due:
        if reaction.attempts < leases.MOST_ATTEMPTS:
            return _lease([reaction], at)
        reaction.trouble = reaction.trouble or "The worker ended each time it tried."
        reaction.run_at = leases.NEVER
        reaction.save(update_fields=["run_at", "trouble"])
    return []


def _lease(mine: list[Reaction], at: dt.datetime) -> list[Reaction]:
    """Reactions that were all tried equally often, now until the same moment this worker's."""
    attempts, until = mine[0].attempts + 1, at + leases.lease(mine[0].attempts)
    Reaction.objects.filter(pk__in=[one.pk for one in mine]).update(attempts=attempts, run_at=until)
    for one in mine:
        one.attempts, one.run_at = attempts, until
    return mine


OURS = PreparedQuery(
    lambda keys, until: Reaction.objects.filter(id__in=keys, run_at__in=until).select_for_update().values_list("id")
)


@verb
def react(reactions: Sequence[Reaction], *, within: float = 60, ahead: Ahead | None = None) -> int:
    """Do what follows, and forget the rows in the same transaction: so its effects are there exactly once.

    Several are one transaction, which ends when `within` seconds are over; returns how many of them are done. When one
    fails nothing is done: try each alone. `ahead`: what was found out for some of them. Raises LeaseLost, and whatever a
    reaction raises.
    """
    latest = time.monotonic() + within
    ours = OURS(keys=[one.id for one in reactions], until=list({one.run_at for one in reactions}))
    if len(ours) < len(reactions):
        raise LeaseLost
    done = []
    with told_together() as gathering:
        for name, few in _in_turn(reactions):
            registry.REACTORS[name](*_given(name, few, ahead or {}))
            gathering.answers.clear()  # what one has changed the next asks anew
            done += [each.id for each in few]
            if time.monotonic() > latest:
                break
    Reaction.objects.filter(id__in=done).delete()
    return len(done)


def _given(name: str, few: list[Reaction], ahead: Ahead) -> tuple[Any, ...]:
    """What a reaction is called with."""
    if name in registry.TOGETHER:
        return ([each.event for each in few],)
    event = few[0].event
    return (event, ahead.get(name, {}).get(event.pk)) if name in registry.AHEAD else (event,)


def _in_turn(reactions: Sequence[Reaction]) -> Iterator[tuple[str, list[Reaction]]]:
    """What is called after what: those of one name that stand side by side at once, where they take several events."""
    for name, alike in itertools.groupby(reactions, key=lambda reaction: reaction.name):
        if name in registry.TOGETHER:
            yield name, list(alike)
        else:
            yield from ((name, [one]) for one in alike)


@verb
def postpone(reaction: Reaction, trouble: str, *, at: dt.datetime) -> None:
    """It failed: keep why, and try again after a pause, or never when it was tried too often."""
    given_up = reaction.attempts >= leases.MOST_ATTEMPTS
    Reaction.objects.filter(id=reaction.id, run_at=reaction.run_at).update(
        trouble=trouble, run_at=leases.NEVER if given_up else at + leases.pause(reaction.attempts)
    )


@verb
def forget_troubles(customers: Collection[uuid.UUID], *, about: Collection[str]) -> int:
    """Customers are erased: what a failed reaction to something of theirs said may quote them. That it failed stays; in
    how many. `about` names what is theirs and tells no customer."""
    whose, names = {str(key) for key in customers}, set(about)
    theirs = [
        reaction.pk for reaction in Reaction.objects.troubled().select_related("event")
        if reaction.event.facets.get("customer") in whose or reaction.event.about in names
    ]  # fmt: skip
    return Reaction.objects.filter(pk__in=theirs).update(trouble="What it said was erased with a customer.")


@verb
def try_again(reaction: Reaction, *, at: dt.datetime) -> None:
    """A person has seen to the cause: run it now, with all its attempts before it."""
    Reaction.objects.filter(id=reaction.id).update(attempts=0, run_at=at)


@functools.lru_cache(maxsize=1)
def _noticed_by() -> Callable[[Event], None]:
    return import_string(settings.EVENTS_NOTICED_BY)  # type: ignore[no-any-return]
