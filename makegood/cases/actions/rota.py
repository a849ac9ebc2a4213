"""Setting the duty rota: how cases come to their owners, what each person takes, and who is away."""

import datetime as dt
from collections.abc import Sequence

from makegood.calendars.models import Calendar
from makegood.cases import rota_events as events
from makegood.cases.models import Absence, Duty, Method, Rota
from makegood.events.actions import record, verb
from makegood.staff.models import Team, User


@verb
def set_method(team: Team, method: Method, *, by: User, at: dt.datetime) -> Rota:
    """How the team's cases come to their owners from now on. What waits is given by the next sweep."""
    held, _made = Rota.objects.update_or_create(team=team, defaults={"method": method})
    record(events.RotaChanged(team=str(team.pk), method=method), about="", at=at, by=by.key)
    return held


@verb
def set_duty(
    user: User, *, most: int | None, languages: Sequence[str], hours: Calendar | None, by: User, at: dt.datetime
) -> Duty:
    """What somebody takes from the rotas of all their teams."""
    kept = {"most": most, "languages": list(languages), "hours": hours}
    held, _made = Duty.objects.update_or_create(user=user, defaults=kept)
    record(events.DutySet(most=most or 0, languages=list(languages)), about=user.key, at=at, by=by.key)
    return held


@verb
def note_absence(user: User, *, since: dt.datetime, until: dt.datetime, by: User, at: dt.datetime) -> Absence:
    """They are away from `since` and back at `until`; the rota passes them over meanwhile.

    Raises ValueError when they would be back before they go.
    """
    if until <= since:
        raise ValueError("an absence ends after it begins")
    made = Absence(user=user, since=since, until=until)
    made.save(force_insert=True)
    record(events.AbsenceNoted(since=since.isoformat(), until=until.isoformat()), about=user.key, at=at, by=by.key)
    return made


@verb
def remove_absence(absence: Absence, *, by: User, at: dt.datetime) -> None:
    """They are not away after all, or back already."""
    fact = events.AbsenceRemoved(since=absence.since.isoformat(), until=absence.until.isoformat())
    record(fact, about=absence.user.key, at=at, by=by.key)
    absence.delete()
