"""What stands on a board. Reads only: kept sums, and counts by index that stop at MOST."""

import dataclasses
import datetime as dt
from zoneinfo import ZoneInfo

from django.db.models import Min, QuerySet, Sum

from makegood.cases.models import Case
from makegood.cases.models.case import NOTHING_DUE
from makegood.insight.board.floor import Floor
from makegood.insight.board.people import Person, of_floor
from makegood.insight.models import Dimension, Reckoning, Span, Tally, Waiting

MOST = 1000
MOST_PEOPLE = 24
AHEAD = dt.timedelta(hours=1)


@dataclasses.dataclass(frozen=True)
class Count:
    """How many there are; `is_more`: there are more than can be counted at a glance."""

    number: int

    @property
    def is_more(self) -> bool:
        return self.number >= MOST

    @property
    def words(self) -> str:
        return f"{MOST - 1}+" if self.is_more else str(self.number)


@dataclasses.dataclass(frozen=True)
class Board:
    """All figures of a board at a moment. `today`: the day, in the zone in which days are counted; `people`: those who
    are shown, of `everybody`, of whom `on_duty` are here."""

    at: dt.datetime
    today: dt.date
    waiting: Count
    longest: dt.datetime | None
    risk: Count
    late: Count
    kept: int
    broken: int
    people: list[Person]
    on_duty: int
    everybody: int

    @property
    def more_people(self) -> int:
        """Those who stand on no board of this size."""
        return self.everybody - len(self.people)

    @property
    def longest_wait(self) -> dt.timedelta | None:
        return self.at - self.longest if self.longest else None

    @property
    def is_calm(self) -> bool:
        """Nothing is late, and nothing falls due soon."""
        return not self.risk.number and not self.late.number


def board(floor: Floor, *, at: dt.datetime) -> Board:
    """As it stands now; promises by the clock of this moment."""
    waiting = floor.within(Waiting.objects.order_by())
    # In the words of the index of open cases.
    due = floor.within(Case.objects.in_work()).order_by()
    counted = Reckoning.objects.first()
    today = at.astimezone(ZoneInfo(counted.timezone if counted else "UTC")).date()
    days = floor.within(Tally.objects.filter(of=Dimension.ALL, span=Span.DAY, start=today).order_by())
    sums = days.aggregate(kept=Sum("kept"), broken=Sum("broken"))
    people = of_floor(floor, today=today, at=at)
    return Board(
        at=at,
        today=today,
        waiting=_count(waiting),
        longest=waiting.aggregate(first=Min("since"))["first"],
        risk=_count(due.filter(next_due_at__gt=at, next_due_at__lte=at + AHEAD)),
        late=_count(due.filter(next_due_at__lte=at, next_due_at__lt=NOTHING_DUE)),
        kept=sums["kept"] or 0,
        broken=sums["broken"] or 0,
        people=people[:MOST_PEOPLE],
        on_duty=sum(one.is_on_duty for one in people),
        everybody=len(people),
    )


def _count(rows: "QuerySet[Case] | QuerySet[Waiting]") -> Count:
    return Count(rows[:MOST].count())
