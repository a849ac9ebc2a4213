"""The kept rate: what became of the commitments of each promise, over weeks, from the counts kept as they settled."""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterable

from django.db.models import Sum

from makegood.promises import pace, wilson
from makegood.promises.models import Pace, Tally

WEEKS = 12
FEW = 20


@dataclasses.dataclass
class Week:
    """Counts of one week, named by its Monday (UTC)."""

    monday: dt.date
    kept: int = 0
    broken: int = 0
    excused: int = 0


@dataclasses.dataclass
class Record:
    """Counts of one promise over WEEKS weeks, the current one last."""

    key: str
    weeks: list[Week]
    # How many took how long, by step of pace.py.
    paces: dict[int, int] = dataclasses.field(default_factory=dict)

    @property
    def kept(self) -> int:
        return sum(week.kept for week in self.weeks)

    @property
    def broken(self) -> int:
        return sum(week.broken for week in self.weeks)

    @property
    def excused(self) -> int:
        return sum(week.excused for week in self.weeks)

    @property
    def judged(self) -> int:
        """Kept and broken. What is excused stands apart and never counts as kept."""
        return self.kept + self.broken

    @property
    def is_enough(self) -> bool:
        """Below FEW a rate would say more than it knows."""
        return self.judged >= FEW

    @property
    def rate(self) -> float | None:
        """The share kept, 0 to 1; None with too few to judge."""
        return self.kept / self.judged if self.is_enough else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval around the rate (Wilson); None with too few to judge."""
        return wilson.interval(self.kept, self.judged) if self.is_enough else None

    @property
    def is_timed(self) -> bool:
        """Whether there are enough lengths to tell how long it took."""
        return sum(self.paces.values()) >= FEW

    @property
    def median(self) -> float | None:
        """Seconds within which half of them were done, in the promise's own time; None: not even half are done."""
        return pace.percentile(self.paces, 0.5)

    @property
    def ninetieth(self) -> float | None:
        """Seconds within which nine of ten were done; None: so many are not done."""
        return pace.percentile(self.paces, 0.9)


def of_brand(brand_id: uuid.UUID, keys: list[str], *, today: dt.date) -> dict[str, Record]:
    """The records of a brand's promises, two queries; promises without any are there with zeros.

    Their cost is of the weeks and the promises, never of how many commitments were made.
    """
    this_monday = today - dt.timedelta(days=today.weekday())
    first = this_monday - dt.timedelta(weeks=WEEKS - 1)
    mondays = [first + dt.timedelta(weeks=number) for number in range(WEEKS)]
    records = {key: Record(key=key, weeks=[Week(monday) for monday in mondays]) for key in keys}
    for tally in Tally.objects.filter(brand_id=brand_id, key__in=keys, day__gte=first):
        week = records[tally.key].weeks[min((tally.day - first).days // 7, WEEKS - 1)]
        week.kept += tally.kept
        week.broken += tally.broken
        week.excused += tally.excused
    timed = Pace.objects.filter(brand_id=brand_id, key__in=keys, week__gte=first).values("key", "step")
    for row in timed.annotate(total=Sum("count")):
        records[row["key"]].paces[row["step"]] = row["total"]
    return records


def together(records: Iterable[Record]) -> Record:
    """Several promises' counts as one; how long they took is not comparable and left out."""
    found = list(records)
    weeks = [
        Week(
            monday=same[0].monday,
            kept=sum(week.kept for week in same),
            broken=sum(week.broken for week in same),
            excused=sum(week.excused for week in same),
        )
        for same in zip(*(each.weeks for each in found), strict=True)
    ]
    return Record(key="", weeks=weeks)
