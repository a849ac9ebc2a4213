"""Who of a team is here, and how full. Reads only."""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterable

from django.db.models import Count, Prefetch

from makegood.calendars.compiled import business_calendar
from makegood.cases.models import Absence, Case, Duty
from makegood.cases.routing.choosing import Candidate
from makegood.staff.models import Team, User
from makegood.staff.permissions import WORK_CASES, may


@dataclasses.dataclass(frozen=True)
class Standing:
    """How somebody of a team stands at a moment. `duty` None: nothing was set. `away`: the absence that lasts."""

    user: User
    duty: Duty | None
    open: int
    is_on_duty: bool
    away: Absence | None

    @property
    def candidate(self) -> Candidate:
        """The same, as the rota chooses by it."""
        duty = self.duty
        return Candidate(
            key=self.user.key,
            open=self.open,
            most=duty.most if duty else None,
            languages=frozenset(duty.languages if duty else ()),
            is_here=self.is_on_duty and self.away is None,
            given_at=duty.given_at if duty else None,
        )

    @property
    def takes_any(self) -> bool:
        """Whether the rota gives them cases at all."""
        return self.duty is None or self.duty.most != 0

    @property
    def is_full(self) -> bool:
        return not self.candidate.has_room


def of_team(team: Team, *, at: dt.datetime) -> list[Standing]:
    """Those of a team who work on cases, by name: six queries, however many they are."""
    away = Prefetch("absences", queryset=Absence.objects.at(at), to_attr="away_now")
    members = User.objects.working().filter(teams=team).select_related("duty__hours")
    found = [
        user
        for user in members.prefetch_related(away, "duty__hours__versions").order_by("name", "pk")
        if may(user, WORK_CASES)
    ]
    open_cases = _open_cases(found)
    return [_standing(user, open_cases.get(user.pk, 0), at) for user in found]


def candidates(standing: Iterable[Standing]) -> list[Candidate]:
    """Those among whom the rota chooses."""
    return [one.candidate for one in standing if one.takes_any]


def _open_cases(users: Iterable[User]) -> dict[uuid.UUID, int]:
    owned = Case.objects.in_work().filter(owner__in=[user.pk for user in users]).order_by()
    return dict(owned.values_list("owner").annotate(Count("pk")))


def _standing(user: User, held: int, at: dt.datetime) -> Standing:
    duty: Duty | None = getattr(user, "duty", None)
    away: list[Absence] = user.away_now  # type: ignore[attr-defined]
    return Standing(
        user=user, duty=duty, open=held, is_on_duty=_is_on_duty(duty, at), away=max(away, key=_until, default=None)
    )


def _until(absence: Absence) -> dt.datetime:
    return absence.until


def _is_on_duty(duty: Duty | None, at: dt.datetime) -> bool:
    version = duty.hours.version_at(at) if duty and duty.hours else None
    return version is None or business_calendar(version).is_open(at)
