"""Keeping the sums beside the rows that they are of, in one transaction. Part of a verb that holds `NAME`.

All who count hold one name, so that a sum is never read by two who add to it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from makegood.insight.models import CaseDay, Dimension, Span, Tally
from makegood.insight.models.tally import COUNTS, LENGTHS, Cell, key_of

NAME = "insight"
AT_ONCE = 200


def add(changes: Iterable[tuple[CaseDay, int]]) -> None:
    """Add rows to their sums (`1`), or take them out (`-1`)."""
    change_by(folded(changes))


def folded(changes: Iterable[tuple[CaseDay, int]], spans: Iterable[str] = Span.values) -> dict[Cell, dict[str, Any]]:
    """What rows add up to, by the cell of each tally concerned; cells in which nothing changes are left out."""
    sums: dict[Cell, dict[str, Any]] = {}
    wanted = tuple(spans)
    for row, sign in changes:
        lengths = (
            [] if row.first_reply is None else [row.first_reply],
            row.next_replies,
            [] if row.resolution is None else [row.resolution],
        )
        for cell in _cells(row, wanted):
            found = sums.setdefault(cell, dict.fromkeys(COUNTS, 0) | {name: Counter() for name in LENGTHS})
            for name in COUNTS:
                found[name] += sign * getattr(row, name)
            for name, steps in zip(LENGTHS, lengths, strict=True):
                for step in steps:
                    found[name][str(step)] += sign
    return {cell: found for cell, found in sums.items() if _is_anything(found)}


def change_by(sums: dict[Cell, dict[str, Any]]) -> None:
    """Add what was folded to the tallies that are kept."""
    cells = {key_of(cell): cell for cell in sums}
    kept = Tally.objects.in_bulk(list(cells))
    changed = []
    for key, cell in cells.items():
        span, start, brand, team, of, what = cell
        tally = kept.get(key) or Tally(
            id=key, span=span, start=start, brand_id=brand, team_id=team, of=of, what=what
        )  # fmt: skip
        more = sums[cell]
        for name in COUNTS:
            setattr(tally, name, getattr(tally, name) + more[name])
        for name in LENGTHS:
            both = Counter(getattr(tally, name))
            both.update(more[name])
            setattr(tally, name, {step: count for step, count in sorted(both.items()) if count})
        changed.append(tally)
    Tally.objects.bulk_create(
        changed, batch_size=AT_ONCE, update_conflicts=True, unique_fields=["id"], update_fields=[*COUNTS, *LENGTHS]
    )


def _cells(row: CaseDay, spans: Iterable[str]) -> Iterator[Cell]:
    whats = [
        (Dimension.ALL, ""),
        (Dimension.PERSON, str(row.person_id) if row.person_id else ""),
        (Dimension.CHANNEL, row.channel),
        (Dimension.LANGUAGE, row.language),
        (Dimension.KIND, str(row.kind_id) if row.kind_id else ""),
        *((Dimension.FIELD, choice) for choice in row.choices),
    ]
    for span in spans:
        start = row.day if span == Span.DAY else row.day.replace(day=1)
        for of, what in whats:
            yield str(span), start, row.brand_id, row.team_id, str(of), what


def _is_anything(found: dict[str, Any]) -> bool:
    return any(found[name] for name in COUNTS) or any(any(found[name].values()) for name in LENGTHS)
