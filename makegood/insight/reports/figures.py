"""The figures of reports, from the sums that are kept: a few questions, whose cost is of the months and days, brands and
teams, never of how many cases there were. Reads only."""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Q, Sum

from makegood.insight.models import Dimension, Span, Tally
from makegood.insight.models.tally import BACKLOG, COUNTS, LENGTHS, TallyQuerySet
from makegood.insight.reports.asking import Asked, By
from makegood.insight.reports.periods import Days, cut, pieces
from makegood.promises import pace, wilson

# Below so many a rate or a length would say more than it knows.
FEW = 20


@dataclasses.dataclass
class Lengths:
    """How many took how long, by step of pace.py."""

    steps: Counter[int] = dataclasses.field(default_factory=Counter)

    @property
    def count(self) -> int:
        return self.steps.total()

    @property
    def is_enough(self) -> bool:
        return self.count >= FEW

    @property
    def median(self) -> float | None:
        """Seconds within which half of them took; None with too few to judge."""
        return pace.percentile(self.steps, 0.5) if self.is_enough else None

    @property
    def ninetieth(self) -> float | None:
        """Seconds within which nine of ten took; None with too few to judge."""
        return pace.percentile(self.steps, 0.9) if self.is_enough else None


@dataclasses.dataclass
class Figures:
    """What some days add up to."""

    opened: int = 0
    resolved: int = 0
    reopened: int = 0
    closed: int = 0
    kept: int = 0
    broken: int = 0
    excused: int = 0
    first_replies: Lengths = dataclasses.field(default_factory=Lengths)
    next_replies: Lengths = dataclasses.field(default_factory=Lengths)
    resolutions: Lengths = dataclasses.field(default_factory=Lengths)
    backlog: int = 0

    @property
    def judged(self) -> int:
        """Kept and broken promises: what is excused stands apart."""
        return self.kept + self.broken

    @property
    def rate(self) -> float | None:
        """The share of promises kept, 0 to 1; None with too few to judge."""
        return self.kept / self.judged if self.judged >= FEW else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Around the rate, at 95 % (Wilson)."""
        return wilson.interval(self.kept, self.judged) if self.judged >= FEW else None

    @property
    def is_anything(self) -> bool:
        return any(getattr(self, name) for name in (*COUNTS, "backlog")) or any(
            getattr(self, name).count for name in LENGTHS
        )

    def add(self, counts: Iterable[int], lengths: Iterable[dict[str, int]] = ()) -> None:
        """Add the sums of one tally, in the order of COUNTS and LENGTHS."""
        for name, count in zip(COUNTS, counts, strict=True):
            setattr(self, name, getattr(self, name) + count)
        for name, steps in zip(LENGTHS, lengths, strict=False):
            getattr(self, name).steps.update({int(step): count for step, count in steps.items()})


def tallies(asked: Asked) -> TallyQuerySet:
    """All sums that a report is made of."""
    found = _kept(asked, asked.of)
    return found.filter(what=asked.what) if asked.of else found


def total(asked: Asked, days: Days) -> Figures:
    """All of some days together, and the backlog at the end of the last."""
    found = Figures(backlog=_backlog(tallies(asked), days.last))
    for row in tallies(asked).filter(_over(days)).values_list(*COUNTS, *LENGTHS):
        found.add(row[: len(COUNTS)], row[len(COUNTS) :])
    return found


def parted(asked: Asked, days: Days) -> dict[str, Figures]:
    """By what it is parted by: keys as text; "" for nobody in person, or no kind."""
    rows, column = _parts(asked)
    found: dict[str, Figures] = {}
    for key, *sums in rows.filter(_over(days)).values_list(column, *COUNTS, *LENGTHS):
        found.setdefault(str(key), Figures()).add(sums[: len(COUNTS)], sums[len(COUNTS) :])
    until = rows.until(days.last.replace(day=1), days.last)
    for key, backlog in until.values_list(column).annotate(sum=Sum(BACKLOG)):
        if backlog or str(key) in found:
            found.setdefault(str(key), Figures()).backlog = backlog
    return {key: figures for key, figures in found.items() if figures.is_anything}


def series(asked: Asked, *, backlog: int) -> list[tuple[Days, Figures]]:
    """Counts and backlog period by period, from the backlog before; how long things took is not told by period."""
    rows = tallies(asked).over(Span.DAY, asked.days.first, asked.days.last)
    sums = {start: counts for start, *counts in rows.values_list("start").annotate(*map(Sum, COUNTS))}
    found = []
    for days in cut(asked.days, asked.period):
        figures = Figures()
        for number in range(days.length):
            counts = sums.get(days.first + dt.timedelta(days=number))
            if counts:
                figures.add(counts)
        backlog += figures.opened + figures.reopened - figures.resolved
        figures.backlog = backlog
        found.append((days, figures))
    return found


def _parts(asked: Asked) -> tuple[TallyQuerySet, str]:
    """The sums that a report is parted into, and the column that names each part."""
    if asked.by in (By.BRAND, By.TEAM):
        return tallies(asked), asked.by
    rows = _kept(asked, asked.dimension)
    return (rows.filter(what__startswith=f"{asked.field.pk}:") if asked.field else rows), "what"


def _kept(asked: Asked, of: Dimension) -> TallyQuerySet:
    """One's own figures are one's own wherever one works; others' are those of brands and teams that one may see."""
    found = Tally.objects.all() if asked.is_own else Tally.objects.visible_to(asked.user)
    found = found.filter(of=of)
    if asked.brand:
        found = found.filter(brand=asked.brand)
    if asked.team:
        found = found.filter(team=asked.team)
    return found.order_by()


def _over(days: Days) -> Q:
    """Whole months as months, the rest by day."""
    found = pieces(days)
    over = Q(span=Span.MONTH, start__in=found.months)
    for rest in found.rest:
        over |= Q(span=Span.DAY, start__gte=rest.first, start__lte=rest.last)
    return over


def _backlog(rows: TallyQuerySet, last: dt.date) -> int:
    found: dict[str, Any] = rows.until(last.replace(day=1), last).aggregate(backlog=Sum(BACKLOG))
    return found["backlog"] or 0
