"""The kept rate: what became of the commitments of each promise, over weeks, from the counts kept as they settled."""

import dataclasses
import datetime as dt
import uuid

from makegood.promises.models import Tally

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


def of_brand(brand_id: uuid.UUID, keys: list[str], *, today: dt.date) -> dict[str, Record]:
    """The records of a brand's promises, one query; promises without any are there with zeros."""
    this_monday = today - dt.timedelta(days=today.weekday())
    first = this_monday - dt.timedelta(weeks=WEEKS - 1)
    mondays = [first + dt.timedelta(weeks=number) for number in range(WEEKS)]
    records = {key: Record(key=key, weeks=[Week(monday) for monday in mondays]) for key in keys}
    for tally in Tally.objects.filter(brand_id=brand_id, key__in=keys, day__gte=first):
        week = records[tally.key].weeks[min((tally.day - first).days // 7, WEEKS - 1)]
        week.kept += tally.kept
        week.broken += tally.broken
        week.excused += tally.excused
    return records
