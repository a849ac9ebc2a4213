"""What a board is of: one team, one brand, both, or all that somebody may see."""

import dataclasses
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest

from makegood.brands.models import Brand
from makegood.insight.models import Screen
from makegood.insight.reports import asking
from makegood.staff.models import Team, User
from makegood.staff.permissions import SEE_REPORTS, may

Rows = TypeVar("Rows", bound=QuerySet[Any, Any])


@dataclasses.dataclass(frozen=True)
class Floor:
    """`user`: who looks; None on the wall, which shows what its link is of. `shows_people`: everybody, or only
    oneself."""

    user: User | None
    brand: Brand | None
    team: Team | None
    shows_people: bool

    def within(self, rows: Rows) -> Rows:
        """Those of rows with a brand and a team that belong to it, and that whoever looks may see."""
        if self.user is not None:
            rows = rows.visible_to(self.user)  # type: ignore[attr-defined]
        if self.brand is not None:
            rows = rows.filter(brand=self.brand)
        if self.team is not None:
            rows = rows.filter(team=self.team)
        return rows

    @property
    def names(self) -> list[str]:
        """What it is of, in words."""
        return [str(each) for each in (self.team, self.brand) if each is not None]

    @property
    def query(self) -> dict[str, str]:
        """For an address."""
        found = {}
        if self.brand is not None:
            found["brand"] = self.brand.slug
        if self.team is not None:
            found["team"] = str(self.team.pk)
        return found


@dataclasses.dataclass(frozen=True)
class Choices:
    """The brands and teams that somebody may look at."""

    brands: list[Brand]
    teams: list[Team]


def choices(user: User) -> Choices:
    """Those whose cases they may see."""
    return Choices(asking.reach(user), asking.teams(user))


def asked(request: HttpRequest, user: User, offered: Choices) -> Floor:
    """As an address says; what is out of reach is as if it were not asked for."""
    return Floor(
        user=user,
        brand=next((each for each in offered.brands if each.slug == request.GET.get("brand", "")), None),
        team=next((each for each in offered.teams if str(each.pk) == request.GET.get("team", "")), None),
        shows_people=may(user, SEE_REPORTS),
    )


def of_screen(screen: Screen) -> Floor:
    """What a wall screen's link is of."""
    return Floor(user=None, brand=screen.brand, team=screen.team, shows_people=screen.shows_people)
