"""Two customers turn out to be one person, with all that is theirs, and can be parted again.

Promises, and with them the ledger, stay with whom they were made for: who reads them follows `merged_into`.
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Any

from django.db.models import Model, Q

from makegood.customers.belongings import Belonging, Parting, belongings
from makegood.customers.events import Merged, MergedInto, Parted
from makegood.customers.models import Customer, Merge
from makegood.events.actions import record, verb
from makegood.staff.models import User

KNOWN = ("name", "language", "timezone", "tier", "tone", "company_id")
SOME = 500  # keys in one statement


class CannotMerge(ValueError):
    """Why two customers cannot be one, or not be parted: `reason` is "same", "merged", "erased", "parted" or "later"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@verb
def merge(source: Customer, *, into: Customer, by: User, at: dt.datetime) -> Merge:
    """Make one customer part of another, who gets all that belongs to the first and whom new words reach.

    What the target is not known by (name, language, time zone, tier, form of address, company), the source gives; of two who differ the target's
    stands. Whoever was blocked stays so. Raises CannotMerge.
    """
    gone, kept_on = _both(source.pk, into.pk)
    _check(gone, kept_on)
    kept = Merge(source=gone, target=kept_on, at=at, by=by, before=_known(kept_on))
    kept.moved = {one.name: _carry(one, gone, kept_on) for one in belongings() if one.goes}
    _join(gone, kept_on)
    kept.after = _known(kept_on)
    kept.save(force_insert=True)
    gone.merged_into = kept_on
    gone.save(update_fields=["merged_into"])
    record(MergedInto(into=kept_on.ref), about=gone.key, at=at, by=by.key)
    record(Merged(source=gone.ref), about=kept_on.key, at=at, by=by.key)
    return kept


@verb
def unmerge(kept: Merge, *, by: User, at: dt.datetime) -> Customer:
    """Part them again: what went over goes back, and so do cases that came since from an address of theirs, with all
    that was owed in them; everything else that came since stays. Raises CannotMerge."""
    source, target = _both(kept.source_id, kept.target_id)
    held = Merge.objects.select_for_update(of=("self",)).get(pk=kept.pk)
    if held.undone_at is not None or source.merged_into_id != target.pk:
        raise CannotMerge("parted")
    if target.merged_into_id is not None:
        raise CannotMerge("later")
    if source.erased_at is not None or target.erased_at is not None:
        raise CannotMerge("erased")
    points = belongings()[0]
    _give_back(points, target, source, held.moved.get(points.name, []))
    parting = Parting(source, target, held.at, tuple(source.contact_points.values_list("value", flat=True)))
    for one in belongings()[1:]:
        _give_back(one, target, source, held.moved.get(one.name, []))
        if one.since is not None:
            _of(one.model, target).filter(one.since(parting)).update(customer=source)
    _stand_alone(target, held)
    held.undone_at = at
    held.save(update_fields=["undone_at"])
    source.merged_into = None
    source.save(update_fields=["merged_into"])
    record(Parted(other=target.ref), about=source.key, at=at, by=by.key)
    record(Parted(other=source.ref), about=target.key, at=at, by=by.key)
    return source


@verb
def gather(kept: Merge) -> int:
    """Carry over what was written down for the source in the very moment of the merge, by somebody who had not seen it
    yet; how much. Part of the merge, so it is no fact of its own."""
    source, target = _both(kept.source_id, kept.target_id)
    held = Merge.objects.select_for_update(of=("self",)).get(pk=kept.pk)
    if held.undone_at is not None or source.merged_into_id != target.pk:
        return 0
    late = {one.name: _carry(one, source, target) for one in belongings() if one.goes}
    found = sum(len(keys) for keys in late.values())
    if found:
        held.moved = {name: held.moved.get(name, []) + keys for name, keys in late.items()}
        held.save(update_fields=["moved"])
    return found


def _both(source: uuid.UUID, target: uuid.UUID) -> tuple[Customer, Customer]:
    """Both rows held, always in the same order, so that two merges at once go one after the other.

    Held whole: PostgreSQL lets nobody write rows for them meanwhile, and waits for who began before.
    """
    held = Customer.objects.select_for_update(of=("self",)).filter(pk__in={source, target}).order_by("pk")
    found = {customer.pk: customer for customer in held}
    return found[source], found[target]


def _check(source: Customer, target: Customer) -> None:
    if source.pk == target.pk:
        raise CannotMerge("same")
    if source.erased_at is not None or target.erased_at is not None:
        raise CannotMerge("erased")
    if source.merged_into_id is not None or target.merged_into_id is not None:
        raise CannotMerge("merged")


def _of(model: type[Model], customer: Customer) -> Any:
    return model._default_manager.filter(customer=customer)


def _carry(one: Belonging, source: Customer, target: Customer) -> list[str]:
    moved = [str(key) for key in _of(one.model, source).order_by("pk").values_list("pk", flat=True)]
    _of(one.model, source).update(customer=target)
    return moved


def _give_back(one: Belonging, target: Customer, source: Customer, moved: list[str]) -> None:
    for some in _some(moved):
        _of(one.model, target).filter(Q(pk__in=some)).update(customer=source)


def _some(keys: list[str]) -> Iterator[list[str]]:
    return (keys[start : start + SOME] for start in range(0, len(keys), SOME))


def _known(customer: Customer) -> dict[str, str | None]:
    blocked = customer.blocked_at and customer.blocked_at.isoformat()
    company = str(customer.company_id) if customer.company_id else None
    return {name: getattr(customer, name) for name in KNOWN} | {"company_id": company, "blocked_at": blocked}


def _join(source: Customer, target: Customer) -> None:
    for name in KNOWN:
        setattr(target, name, getattr(target, name) or getattr(source, name))
    target.blocked_at = target.blocked_at or source.blocked_at
    target.save(update_fields=[*KNOWN, "blocked_at"])


def _stand_alone(target: Customer, kept: Merge) -> None:
    """As before the merge, but for what somebody has changed since."""
    now = _known(target)
    for name, before in kept.before.items():
        if now[name] == kept.after[name]:
            setattr(target, name, dt.datetime.fromisoformat(before) if name == "blocked_at" and before else before)
    target.save(update_fields=[*KNOWN, "blocked_at"])
