"""Who of a team is here, and how full. Reads only."""

import dataclasses
import datetime as dt
import enum
import uuid
from collections.abc import Collection, Iterable

from django.db.models import IntegerField, OuterRef, QuerySet, Subquery

from makegood.calendars.compiled import business_calendar
from makegood.cases.models import Absence, Case, Duty, Method, Rota
from makegood.cases.routing import skills
from makegood.cases.routing.choosing import Candidate
from makegood.staff.models import Team, User
from makegood.staff.permissions import WORK_CASES, may

# As many as anybody may take at once; whoever has more is counted no further.
MOST_COUNTED = 1000


class Stand(enum.StrEnum):
    """What of somebody counts first when it is asked whether a case may come to them."""

    AWAY = "away"
    OFF_DUTY = "off-duty"
    TAKES_NONE = "takes-none"
    FULL = "full"
    HERE = "here"


@dataclasses.dataclass(frozen=True)
class Standing:
    """How somebody of a team stands at a moment. `duty` None: nothing was set. `open`: their open cases, up to
    MOST_COUNTED. `away`: the absence that lasts. `skills`: keys of those they have."""

    user: User
    duty: Duty | None
    open: int
    is_on_duty: bool
    away: Absence | None
    skills: frozenset[str]

    @property
    def candidate(self) -> Candidate:
        """The same, as the rota chooses by it."""
        duty = self.duty
        return Candidate(
            key=self.user.key,
            open=self.open,
            most=duty.most if duty else None,
            languages=frozenset(duty.languages if duty else ()),
            skills=self.skills,
            is_here=self.is_on_duty and self.away is None,
            given_at=duty.given_at if duty else None,
        )

    @property
    def open_words(self) -> str:
        """How many are open, for a page; "999+" where they are not counted on."""
        return told(self.open)

    @property
    def languages(self) -> list[str]:
        """Codes; empty: any."""
        return self.duty.languages if self.duty else []

    @property
    def takes_any(self) -> bool:
        """Whether the rota gives them cases at all."""
        return self.duty is None or self.duty.most != 0

    @property
    def stand(self) -> Stand:
        if self.away is not None:
            return Stand.AWAY
        if not self.is_on_duty:
            return Stand.OFF_DUTY
        if not self.takes_any:
            return Stand.TAKES_NONE
        return Stand.HERE if self.candidate.has_room else Stand.FULL


def told(count: int) -> str:
    """So many open cases of one person, for a page."""
    return f"{MOST_COUNTED - 1}+" if count >= MOST_COUNTED else str(count)


@dataclasses.dataclass(frozen=True)
class Crew:
    """A team, how its cases come to their owners, and how its people stand."""

    team: Team
    method: Method
    people: list[Standing]


def of_team(team: Team, *, at: dt.datetime) -> list[Standing]:
    """Those of a team who work on cases, by name: six queries, however many they are."""
    return of_people(User.objects.filter(teams=team), at=at)


def of_teams(teams: QuerySet[Team], *, at: dt.datetime) -> list[Crew]:
    """The same of several teams, with their rotas: nine queries, however many there are."""
    found = list(teams)
    methods = dict(Rota.objects.filter(team__in=found).values_list("team", "method"))
    members = User.objects.filter(teams__in=found).distinct().prefetch_related("teams")
    standings = of_people(members, at=at)
    return [
        Crew(
            team=team,
            method=Method(methods.get(team.pk, Method.BY_HAND)),
            people=[one for one in standings if team in one.user.teams.all()],
        )
        for team in found
    ]


def of_people(members: QuerySet[User], *, at: dt.datetime) -> list[Standing]:
    """Those of members who work on cases, by name: six queries, however many they are."""
    found = [one for one in members.filter(is_active=True).order_by("name", "pk") if may(one, WORK_CASES)]
    keys = [one.pk for one in found]
    duties = Duty.objects.filter(user__in=keys).select_related("hours").prefetch_related("hours__versions")
    duty = {one.user_id: one for one in duties}
    away = {one.user_id: one for one in Absence.objects.at(at).filter(user__in=keys).order_by("until")}
    held, skilled = _open_cases(keys), skills.of_people(keys)
    return [
        Standing(
            user=one,
            duty=duty.get(one.pk),
            open=held.get(one.pk, 0),
            is_on_duty=_is_on_duty(duty.get(one.pk), at),
            away=away.get(one.pk),
            skills=skilled.get(one.pk, skills.NONE),
        )
        for one in found
    ]


def candidates(standing: Iterable[Standing]) -> list[Candidate]:
    """Those among whom the rota chooses."""
    return [one.candidate for one in standing if one.takes_any]


class _Counted(Subquery):
    """How many rows a query has that stops at a limit."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


def _open_cases(users: Collection[uuid.UUID]) -> dict[uuid.UUID, int]:
    owned = Case.objects.in_work().filter(owner=OuterRef("pk")).order_by().values("pk")
    counted = _Counted(owned[:MOST_COUNTED])
    return dict(User.objects.filter(pk__in=users).order_by().values_list("pk", counted))


def _is_on_duty(duty: Duty | None, at: dt.datetime) -> bool:
    version = duty.hours.version_at(at) if duty and duty.hours else None
    return version is None or business_calendar(version).is_open(at)
