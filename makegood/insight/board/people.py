"""Who of a board's team is on duty, and how full they are: by the rota, absences, working hours and limits, as the rota
itself hands out cases. Reads only."""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.lookups import IsNull

from makegood.cases.routing import rota
from makegood.cases.routing.rota import Stand, Standing
from makegood.insight.board.floor import Floor
from makegood.insight.models import CaseDay
from makegood.staff.models import User

ON_DUTY = (Stand.HERE, Stand.FULL, Stand.TAKES_NONE)


@dataclasses.dataclass(frozen=True)
class Person:
    """Somebody of the team. `open`: all their open cases, up to rota.MOST_COUNTED; `most`: how many they take at once, None without a limit;
    `is_active`: they did something for a customer today; `is_reader`: they are who looks."""

    ref: str
    name: str
    open: int
    most: int | None
    stand: Stand
    is_active: bool
    is_reader: bool

    @property
    def is_on_duty(self) -> bool:
        return self.stand in ON_DUTY

    @property
    def open_words(self) -> str:
        """How many are open; "999+" where they are not counted on."""
        return rota.told(self.open)

    @property
    def has_more(self) -> bool:
        """Whether they have more than are counted."""
        return self.open >= rota.MOST_COUNTED

    @property
    def share(self) -> float | None:
        """How full they are against their limit, 0 to 1; None: there is nothing to measure it by."""
        return min(1.0, self.open / self.most) if self.most else None


def of_floor(floor: Floor, *, today: dt.date, at: dt.datetime) -> list[Person]:
    """Those on duty first, the fullest of them first; whoever may not see how others work finds only themselves."""
    standing = rota.of_people(_members(floor), at=at)
    active = _active(floor, [one.user.pk for one in standing], today)
    people = [_person(one, floor, is_active=one.user.pk in active) for one in standing]
    return sorted(people, key=_place)


def _members(floor: Floor) -> QuerySet[User]:
    found: QuerySet[User] = User.objects.working()
    if not floor.shows_people:
        return found.filter(pk=floor.user.pk) if floor.user is not None else found.none()
    if floor.team is not None:
        return found.filter(teams=floor.team)
    if floor.brand is not None:
        return found.filter(teams__brands=floor.brand).distinct()
    return found.filter(teams__isnull=False).distinct()


def _active(floor: Floor, people: Collection[uuid.UUID], today: dt.date) -> set[uuid.UUID]:
    theirs = floor.within(CaseDay.objects.of_days(today, today).order_by()).filter(person=OuterRef("pk"))
    # Asked of each person, and done with at the first row: of an EXISTS PostgreSQL makes a join with all of the day.
    found = User.objects.filter(IsNull(Subquery(theirs.values("pk")[:1]), False), pk__in=people)
    return set(found.order_by().values_list("pk", flat=True))


def _person(one: Standing, floor: Floor, *, is_active: bool) -> Person:
    return Person(
        ref=one.user.key,
        name=one.user.name,
        open=one.open,
        most=one.duty.most if one.duty else None,
        stand=one.stand,
        is_active=is_active,
        is_reader=floor.user is not None and floor.user.pk == one.user.pk,
    )


def _place(one: Person) -> tuple[bool, float, int, str]:
    return not one.is_on_duty, -(one.share or 0), -one.open, one.name
