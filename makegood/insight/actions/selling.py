"""Keeping the figures of who sold what: orders noted, told anew some at a time, and the sums moved by what has changed.

No event: nothing of the trade happens here.
"""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Exists, OuterRef, Q

from makegood.cases.models import Concern, Shelf
from makegood.cases.models.sales import ConcernQuerySet
from makegood.events.actions import verb
from makegood.events.holding import hold
from makegood.insight.models import Sold, SoldTally, Span, UncountedSale
from makegood.insight.models.sold import SALES_COUNTS, SoldCell, sold_key_of
from makegood.orders.models import Order
from makegood.promises.models import Commitment, State

NAME = "insight sales"
AT_ONCE = 200
SETTLED = (State.KEPT, State.BROKEN, State.EXCUSED)
COUNTED_SHELVES = (Shelf.NONE, Shelf.MERGED)
Counts = dict[str, int]


@verb
def note_sales(refs: Iterable[str]) -> None:
    """Have the figures of some orders brought up to date, and of those that some cases are about, with all others that
    these cases are about: a case is counted with one of them alone. References of anything else are passed over."""
    wanted = set(refs)
    named = [ref for ref in wanted if ref.startswith("O-")]
    about = Concern.objects.filter(
        Q(case__ref__in=[ref for ref in wanted if ref.startswith("C-")]) | Q(order__ref__in=named)
    )
    of_cases = Concern.objects.filter(case__in=about.values("case")).values("order")
    found = Order.objects.filter(Q(ref__in=named) | Q(pk__in=of_cases))
    _note(found.values_list("pk", flat=True))


@verb
def note_all_sales(*, after: uuid.UUID | None = None, most: int = 10_000) -> uuid.UUID | None:
    """Have the figures of the next orders by key told anew; the key of the last one, or None at the end."""
    behind = Order.objects.filter(pk__gt=after) if after else Order.objects.all()
    keys = list(behind.order_by("pk").values_list("pk", flat=True)[:most])
    _note(keys)
    return keys[-1] if keys else None


def count_sales(*, at: dt.datetime) -> int:
    """Tell some of the orders anew of which something became; how many. `at` is not needed."""
    return _count_some() if UncountedSale.objects.exists() else 0


def keep_counting_sales(*, at: dt.datetime) -> int:
    """The same, for the worker: 0 unless as many were counted as are at once, so that the next ones gather meanwhile."""
    counted = count_sales(at=at)
    return counted if counted >= AT_ONCE else 0


def sales_drift() -> dict[SoldCell, Counts]:
    """By how much each kept sum falls short of its rows; empty where all are right."""
    true = _folded((row, 1) for row in Sold.objects.iterator(1000))
    kept = {one.cell: {name: getattr(one, name) for name in SALES_COUNTS} for one in SoldTally.objects.iterator(1000)}
    nothing = dict.fromkeys(SALES_COUNTS, 0)
    less = {
        cell: {name: true.get(cell, nothing)[name] - kept.get(cell, nothing)[name] for name in SALES_COUNTS}
        for cell in true.keys() | kept.keys()
    }
    return {cell: counts for cell, counts in less.items() if any(counts.values())}


@verb
def mend_sales() -> int:
    """Make the sums those of the rows; how many were wrong."""
    hold(NAME)
    wrong = sales_drift()
    _change_by(wrong)
    return len(wrong)


@verb
def _count_some() -> int:
    hold(NAME)
    keys = list(UncountedSale.objects.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    # Forgotten before they are looked at: what happens from now on is noted again, and waits for us to end.
    UncountedSale.objects.filter(pk__in=keys).delete()
    now = {(row.order_id, row.seller_id): row for row in _told(keys)}
    before = {(row.order_id, row.seller_id): row for row in Sold.objects.filter(order__in=keys)}
    gone = [row for key, row in before.items() if key not in now or row.says != now[key].says]
    come = [row for key, row in now.items() if key not in before or row.says != before[key].says]
    Sold.objects.filter(pk__in=[row.pk for row in gone]).delete()
    Sold.objects.bulk_create(come, batch_size=AT_ONCE)
    _change_by(_folded([*((row, -1) for row in gone), *((row, 1) for row in come)]))
    return len(keys)


def _note(keys: Iterable[uuid.UUID]) -> None:
    waiting = [UncountedSale(order_id=key) for key in sorted(set(keys))]
    UncountedSale.objects.bulk_create(waiting, batch_size=1000, ignore_conflicts=True)


def _told(keys: Sequence[uuid.UUID]) -> list[Sold]:
    """What some orders add to the figures of their sellers. Three questions."""
    orders = {order.ref: order for order in Order.objects.filter(pk__in=keys)}
    counts: dict[tuple[str, uuid.UUID], Counter[str]] = defaultdict(Counter)
    for order in orders.values():
        if order.seller_id is not None:
            counts[order.ref, order.seller_id].update(orders=1, returned=int(order.returned_at is not None))
    settled = Commitment.objects.filter(about__in=list(orders), promised_by__isnull=False, state__in=SETTLED)
    for ref, seller, state in settled.values_list("about", "promised_by", "state").order_by():
        counts[ref, seller][state] += 1
    for ref, seller in _complaints(keys).values_list("order__ref", "order__seller").order_by():
        counts[ref, seller]["complaints"] += 1
    return [
        Sold(
            order=orders[ref], seller_id=seller, brand_id=orders[ref].brand_id,
            day=orders[ref].placed_at.astimezone(dt.UTC).date(), **found,
        )
        for (ref, seller), found in counts.items()
    ]  # fmt: skip


def _complaints(keys: Sequence[uuid.UUID]) -> ConcernQuerySet:
    """Cases about these orders; of one about several orders of a seller, only the newest order has it."""
    newer = Q(order__placed_at__gt=OuterRef("order__placed_at")) | Q(
        order__placed_at=OuterRef("order__placed_at"), order__gt=OuterRef("order")
    )
    others = Concern.objects.filter(newer, case=OuterRef("case"), order__seller=OuterRef("order__seller"))
    found = Concern.objects.filter(order__in=keys, order__seller__isnull=False, case__shelf__in=COUNTED_SHELVES)
    return found.exclude(Exists(others))


def _folded(changes: Iterable[tuple[Sold, int]]) -> dict[SoldCell, Counts]:
    """What rows add up to, by the cell of each sum concerned; cells in which nothing changes are left out."""
    sums: dict[SoldCell, Counts] = defaultdict(lambda: dict.fromkeys(SALES_COUNTS, 0))
    for row, sign in changes:
        for span, start in ((Span.DAY, row.day), (Span.MONTH, row.day.replace(day=1))):
            found = sums[str(span), start, row.brand_id, row.seller_id]
            for name in SALES_COUNTS:
                found[name] += sign * getattr(row, name)
    return {cell: counts for cell, counts in sums.items() if any(counts.values())}


def _change_by(sums: dict[SoldCell, Counts]) -> None:
    cells = {sold_key_of(cell): cell for cell in sums}
    kept = SoldTally.objects.in_bulk(list(cells))
    changed = []
    for key, cell in cells.items():
        span, start, brand, seller = cell
        tally = kept.get(key) or SoldTally(id=key, span=span, start=start, brand_id=brand, seller_id=seller)
        for name in SALES_COUNTS:
            setattr(tally, name, getattr(tally, name) + sums[cell][name])
        changed.append(tally)
    SoldTally.objects.bulk_create(
        changed, batch_size=AT_ONCE, update_conflicts=True, unique_fields=["id"], update_fields=list(SALES_COUNTS)
    )
