"""Whether the sums are those of the rows, day by day, and making them so."""

import datetime as dt
from typing import Any

from makegood.events.actions import verb
from makegood.events.holding import hold
from makegood.insight.actions import adding
from makegood.insight.models import CaseDay, Span, Tally
from makegood.insight.models.tally import COUNTS, LENGTHS, Cell

Differences = dict[Cell, dict[str, Any]]


def drift(month: dt.date) -> Differences:
    """By how much each kept sum of a month, and of its days, falls short of its rows; empty where all are right."""
    following = (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    rows = CaseDay.objects.filter(day__gte=month, day__lt=following)
    true = adding.folded((row, 1) for row in rows.iterator(1000))
    tallies = Tally.objects.filter(start__gte=month, start__lt=following)
    kept = {tally.cell: tally.sums for tally in tallies.iterator(1000)}
    nothing: dict[str, Any] = dict.fromkeys(COUNTS, 0) | {name: {} for name in LENGTHS}
    found = {cell: _less(true.get(cell, nothing), kept.get(cell, nothing)) for cell in true.keys() | kept.keys()}
    return {cell: less for cell, less in found.items() if any(less.values())}


@verb
def mend(month: dt.date) -> int:
    """Make the sums of a month those of its rows; how many were wrong."""
    hold(adding.NAME)
    wrong = drift(month)
    adding.change_by(wrong)
    return len(wrong)


def months() -> list[dt.date]:
    """The first days of all months of which there are rows or sums."""
    counted = CaseDay.objects.order_by().dates("day", "month")
    return sorted({*counted, *Tally.objects.filter(span=Span.MONTH).order_by().values_list("start", flat=True)})


def _less(true: dict[str, Any], kept: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {name: true[name] - kept[name] for name in COUNTS}
    for name in LENGTHS:
        steps = true[name].keys() | kept[name].keys()
        both = {step: true[name].get(step, 0) - kept[name].get(step, 0) for step in steps}
        found[name] = {step: count for step, count in both.items() if count}
    return found
