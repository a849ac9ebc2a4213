"""Keeping the figures of who came back: customers noted, told anew some at a time, and the sums moved by what has changed.

No event: nothing of the trade happens here.
"""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from typing import TypeVar

from django.db.models import Q

from makegood.cases.models import Case
from makegood.customers.models import Customer
from makegood.events.actions import verb
from makegood.events.holding import hold
from makegood.recovery.coming_back import facts
from makegood.recovery.models import CameBack, CameBackTally, Recovery, UncountedCustomer, Untroubled
from makegood.recovery.models.came_back_tally import Cell, Counts, came_back_key_of

NAME = "recovery came back"
AT_ONCE = 200
NONE = Counts(0, 0, 0)
COUNTS = Counts._fields
Row = TypeVar("Row", CameBack, Untroubled)


@verb
def note_customers(customers: Collection[uuid.UUID], *, cases: Collection[str] = ()) -> None:
    """Have what some customers add to the figures told anew, and what those add who are won back in these cases (by
    reference) or in what was merged into them."""
    theirs = Recovery.objects.filter(case__in=_parts(cases)).order_by().values_list("customer", flat=True)
    _note(Customer.objects.filter(pk__in={*customers, *theirs}).order_by().values_list("pk", flat=True))


@verb
def note_all_customers(*, after: uuid.UUID | None = None, most: int = 10_000) -> uuid.UUID | None:
    """Have the next customers by key told anew; the key of the last one, or None at the end."""
    behind = Customer.objects.filter(pk__gt=after) if after else Customer.objects.all()
    keys = list(behind.order_by("pk").values_list("pk", flat=True)[:most])
    _note(keys)
    return keys[-1] if keys else None


def count_customers(*, at: dt.datetime) -> int:
    """Tell some of the customers anew of whom something became; how many. `at` is not needed."""
    return _count_some() if UncountedCustomer.objects.exists() else 0


def keep_counting_customers(*, at: dt.datetime) -> int:
    """The same, for the worker: 0 unless as many were counted as are at once, so that the next ones gather meanwhile."""
    counted = count_customers(at=at)
    return counted if counted >= AT_ONCE else 0


def customers_drift() -> dict[Cell, Counts]:
    """By how much each kept sum falls short of its rows; empty where all are right."""
    told = (model.objects.iterator(1000) for model in (CameBack, Untroubled))
    true = _folded((row, 1) for rows in told for row in rows)
    kept = {one.cell: one.counts for one in CameBackTally.objects.iterator(1000)}
    cells = true.keys() | kept.keys()
    less = {cell: _sum(true.get(cell, NONE), kept.get(cell, NONE), sign=-1) for cell in cells}
    return {cell: counts for cell, counts in less.items() if any(counts)}


@verb
def mend_customers() -> int:
    """Make the sums those of the rows; how many were wrong."""
    hold(NAME)
    wrong = customers_drift()
    _change_by(wrong)
    return len(wrong)


@verb
def _count_some() -> int:
    hold(NAME)
    keys = list(UncountedCustomer.objects.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    # Forgotten before they are looked at: what happens from now on is noted again, and waits for us to end.
    UncountedCustomer.objects.filter(pk__in=keys).delete()
    recoveries, calm = facts.of(keys)
    # By key, too: on PostgreSQL a recovery may go over to another customer between two questions.
    told = CameBack.objects.filter(Q(recovery__customer__in=keys) | Q(pk__in=[row.pk for row in recoveries]))
    gone, come = _replaced(list(told), recoveries)
    CameBack.objects.filter(pk__in=[row.pk for row in gone]).delete()
    CameBack.objects.bulk_create(come, batch_size=AT_ONCE)
    troubled, untroubled = _replaced(list(Untroubled.objects.filter(customer__in=keys)), calm)
    Untroubled.objects.filter(pk__in=[row.pk for row in troubled]).delete()
    Untroubled.objects.bulk_create(untroubled, batch_size=AT_ONCE)
    less: list[CameBack | Untroubled] = [*gone, *troubled]
    more: list[CameBack | Untroubled] = [*come, *untroubled]
    _change_by(_folded([*((row, -1) for row in less), *((row, 1) for row in more)]))
    return len(keys)


def _replaced(before: list[Row], now: list[Row]) -> tuple[list[Row], list[Row]]:
    """Of rows there were and rows there are, those to take away and those to add."""
    old, new = {row.says for row in before}, {row.says for row in now}
    return [row for row in before if row.says not in new], [row for row in now if row.says not in old]


def _note(keys: Iterable[uuid.UUID]) -> None:
    waiting = [UncountedCustomer(customer_id=key) for key in sorted(set(keys))]
    UncountedCustomer.objects.bulk_create(waiting, batch_size=1000, ignore_conflicts=True)


def _parts(refs: Collection[str]) -> set[uuid.UUID]:
    """The keys of cases and of what was merged into them, as far as Case.objects.part_of goes. Asked by keys, level by
    level: in one question the database would look at all recoveries there are."""
    near = set(Case.objects.filter(ref__in=refs).values_list("pk", flat=True)) if refs else set()
    found = set(near)
    for _level in range(2):
        near = set(Case.objects.filter(merged_into__in=near).order_by().values_list("pk", flat=True)) if near else near
        found |= near
    return found


def _sum(one: Counts, other: Counts, *, sign: int) -> Counts:
    return Counts(*(mine + sign * theirs for mine, theirs in zip(one, other, strict=True)))


def _folded(changes: Iterable[tuple[CameBack | Untroubled, int]]) -> dict[Cell, Counts]:
    """What rows add up to, by the cell of each sum concerned; cells in which nothing changes are left out."""
    sums: dict[Cell, Counts] = {}
    for row, sign in changes:
        for cell, counts in row.adds():
            sums[cell] = _sum(sums.get(cell, NONE), counts, sign=sign)
    return {cell: counts for cell, counts in sums.items() if any(counts)}


def _change_by(sums: dict[Cell, Counts]) -> None:
    cells = {came_back_key_of(cell): cell for cell in sums}
    kept = CameBackTally.objects.in_bulk(list(cells))
    changed = []
    for key, cell in cells.items():
        span, start, brand, team, days, of, what = cell
        before = kept[key].counts if key in kept else NONE
        counts = _sum(before, sums[cell], sign=1)
        changed.append(
            CameBackTally(
                id=key, span=span, start=start, brand_id=brand, team_id=team, days=days, of=of, what=what,
                **counts._asdict(),
            )
        )  # fmt: skip
    CameBackTally.objects.bulk_create(
        changed, batch_size=AT_ONCE, update_conflicts=True, unique_fields=["id"], update_fields=list(COUNTS)
    )
