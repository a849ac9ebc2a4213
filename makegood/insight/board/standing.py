"""What stands on a board. Reads only: kept sums, and counts by index that stop at MOST."""

import dataclasses
import datetime as dt
from zoneinfo import ZoneInfo

from django.db.models import Min, QuerySet, Sum

from makegood.cases.models import Case
from makegood.cases.models.case import NOTHING_DUE
from makegood.insight.board.floor import Floor
from makegood.insight.models import CaseDay, Dimension, Reckoning, Span, Tally, Waiting
from makegood.insight.models.tally import BACKLOG
from makegood.staff.models import User

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
class Person:
    """Somebody of the team. `share`: of the fullest one's open cases, 0 to 1; `is_active`: they did something for a
    customer today."""

    name: str
    open: int
    share: float
    is_active: bool
    is_reader: bool


@dataclasses.dataclass(frozen=True)
class Board:
    """All figures of a board at a moment."""

    at: dt.datetime
    waiting: Count
    longest: dt.datetime | None
    risk: Count
    late: Count
    kept: int
    broken: int
    people: list[Person]
    more_people: int

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
    people = _people(floor, today)
    return Board(
        at=at,
        waiting=_count(waiting),
        longest=waiting.aggregate(first=Min("since"))["first"],
        risk=_count(due.filter(next_due_at__gt=at, next_due_at__lte=at + AHEAD)),
        late=_count(due.filter(next_due_at__lte=at, next_due_at__lt=NOTHING_DUE)),
        kept=sums["kept"] or 0,
        broken=sums["broken"] or 0,
        people=people[:MOST_PEOPLE],
        more_people=max(0, len(people) - MOST_PEOPLE),
    )


def _count(rows: "QuerySet[Case] | QuerySet[Waiting]") -> Count:
    return Count(rows[:MOST].count())


def _people(floor: Floor, today: dt.date) -> list[Person]:
    """Who is of the team, the fullest first; whoever may not see how others work finds only themselves."""
    found = User.objects.working()
    if not floor.shows_people:
        if floor.user is None:
            return []
        found = found.filter(pk=floor.user.pk)
    elif floor.team is not None:
        found = found.filter(teams=floor.team)
    elif floor.brand is not None:
        found = found.filter(teams__brands=floor.brand)
    else:
        found = found.filter(teams__isnull=False)
    members = dict(found.order_by("name").values_list("pk", "name").distinct())
    kept = floor.within(Tally.objects.filter(of=Dimension.PERSON).order_by()).until(today.replace(day=1), today)
    full = dict(kept.filter(what__in=[str(pk) for pk in members]).values_list("what").annotate(sum=Sum(BACKLOG)))
    today_of = floor.within(CaseDay.objects.of_days(today, today).order_by()).filter(person__in=list(members))
    active = set(today_of.values_list("person", flat=True).distinct())
    most = max(full.values(), default=0) or 1
    people = [
        Person(
            name=name, open=(mine := full.get(str(pk), 0)), share=mine / most, is_active=pk in active,
            is_reader=floor.user is not None and floor.user.pk == pk,
        )
        for pk, name in members.items()
    ]  # fmt: skip
    return sorted(people, key=lambda one: (-one.open, one.name))
