"""What a report is about, read from its address, within what the reader may see. What makes no sense is left out."""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.cases.models import Field
from makegood.cases.models.fields import OF_CHOICE
from makegood.insight.models import Dimension
from makegood.insight.reports.periods import Days, Period, fitting
from makegood.staff.models import Team, User
from makegood.staff.permissions import SEE_ALL, SEE_REPORTS, may

EARLIEST = dt.date(2000, 1, 1)
LONGEST = 5 * 366
USUAL = 28
OWN, ALL = "own", "all"
# What is named by a key.
KEYED = (Dimension.PERSON, Dimension.KIND, Dimension.FIELD)


class By:
    """What a report can be parted by."""

    BRAND, TEAM = "brand", "team"
    ALWAYS = (BRAND, TEAM, *(each.value for each in Dimension if each not in (Dimension.ALL, Dimension.FIELD)))


@dataclasses.dataclass(frozen=True)
class Asked:
    """`whose`: one's own figures, or all that the reader may see. `of` and `what`: only one person's, channel's, language's,
    kind's or choice's (people and kinds by key, a choice as "key of the field:slug"). `by`: what the last table is parted
    by; "field:" and a key for one of `fields`, in which something is chosen."""

    user: User
    reach: list[Brand]
    teams: list[Team]
    whose: str
    brand: Brand | None
    team: Team | None
    of: Dimension
    what: str
    days: Days
    period: Period
    by: str
    fields: Sequence[Field] = ()

    @property
    def is_own(self) -> bool:
        return self.whose == OWN

    @property
    def choices(self) -> list[str]:
        """What it can be parted by: sums are kept by one of person, channel, language, kind and choice at a time."""
        own = (f"{Dimension.FIELD}:{field.pk}" for field in self.fields)
        return [By.BRAND, By.TEAM] if self.of else [*By.ALWAYS, *own]

    @property
    def field(self) -> Field | None:
        """The field by whose choices it is parted."""
        key = self.by.removeprefix(f"{Dimension.FIELD}:")
        return next((field for field in self.fields if str(field.pk) == key), None)

    @property
    def dimension(self) -> Dimension:
        """By what the sums of its parts are kept."""
        if self.by in (By.BRAND, By.TEAM):
            return Dimension.ALL
        return Dimension.FIELD if self.field else Dimension(self.by)

    @property
    def only(self) -> str:
        """As the address has it."""
        return f"{self.of}:{self.what}" if self.of and not self.is_own else ""

    def address(self, name: str, **more: Any) -> str:
        """The address of a page about the same, narrowed by `more`; what is None is left out."""
        known = {
            "whose": self.whose,
            "brand": self.brand.slug if self.brand else None,
            "team": self.team.pk if self.team else None,
            "only": self.only or None,
            "first": self.days.first.isoformat(),
            "last": self.days.last.isoformat(),
            "period": self.period.value,
            "by": self.by,
        }
        asked = {key: value for key, value in (known | more).items() if value is not None}
        return f"{reverse(name)}?{urlencode(asked)}"


def asked(request: HttpRequest, user: User, *, today: dt.date) -> Asked:
    """Whoever may not see how others work is told their own figures, whatever they ask for."""
    given = request.GET
    sees_others = may(user, SEE_REPORTS)
    whose = given.get("whose", ALL) if sees_others else OWN
    whose = whose if whose == OWN else ALL
    brands, those = reach(user), teams(user)
    days = _days(given.get("first", ""), given.get("last", ""), today)
    of, what = (Dimension.PERSON, str(user.pk)) if whose == OWN else _only(given.get("only", ""))
    period = given.get("period", "")
    found = Asked(
        user=user, reach=brands, teams=those, whose=whose,
        brand=next((each for each in brands if each.slug == given.get("brand", "")), None),
        team=next((each for each in those if str(each.pk) == given.get("team", "")), None),
        of=of, what=what, days=days, period=fitting(days, Period(period) if period in set(Period) else Period.DAY),
        by=given.get("by", ""), fields=list(Field.objects.in_use().filter(type__in=OF_CHOICE)),
    )  # fmt: skip
    return found if found.by in found.choices else dataclasses.replace(found, by=By.TEAM)


def reach(user: User) -> list[Brand]:
    """The brands whose cases somebody may see."""
    return list(Brand.objects.all() if may(user, SEE_ALL) else Brand.objects.filter(pk__in=scope.of(user).brands))


def teams(user: User) -> list[Team]:
    """The teams that somebody may see cases of: their own, and whoever else serves their brands."""
    if may(user, SEE_ALL):
        return list(Team.objects.all())
    within = scope.of(user)
    mine = Team.objects.filter(pk__in=within.teams) | Team.objects.filter(brands__in=within.brands)
    return list(mine.distinct())


def _only(text: str) -> tuple[Dimension, str]:
    of, _colon, what = text[:160].partition(":")
    if of not in set(Dimension) - {Dimension.ALL}:
        return Dimension.ALL, ""
    if of in KEYED and (what or of == Dimension.FIELD) and _key(what.partition(":")[0]) is None:
        return Dimension.ALL, ""
    return Dimension(of), what


def _days(first: str, last: str, today: dt.date) -> Days:
    """Both are days of the past or today; a span that is none, or beyond any sense, is the usual one."""
    end = min(_day(last) or today, today)
    begin = _day(first) or end - dt.timedelta(days=USUAL - 1)
    if not EARLIEST <= begin <= end or (end - begin).days >= LONGEST:
        return Days(today - dt.timedelta(days=USUAL - 1), today)
    return Days(begin, end)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _key(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
