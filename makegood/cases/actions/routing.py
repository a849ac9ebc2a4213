"""Giving a case that nobody has to somebody of its team, by the team's duty rota."""

import datetime as dt

from makegood.cases import rota_events as events
from makegood.cases.actions import handing_over, rows
from makegood.cases.models import Absence, Case, Duty, Method, Rota
from makegood.cases.routing import choosing, rota, skills
from makegood.cases.routing.choosing import Choice
from makegood.events.actions import record, verb
from makegood.promises import charter
from makegood.promises.models import Commitment
from makegood.staff.models import Team, User

AT_RISK = dt.timedelta(minutes=30)
MOST = 1000  # of a team, looked through in one sweep


@verb
def route(case: Case, *, at_risk: bool = False, at: dt.datetime) -> Case | None:
    """Give it to whom the rota chooses; None where it stays as it is: its team shares out by hand, somebody has it, it
    is offered to somebody, or nobody can take it now.

    `at_risk`: a promise is about to break. Then somebody full may be given it, and a case whose owner is away, too.
    """
    case = rows.lock(case)
    if not case.is_open or handing_over.waiting_in(case) is not None or not _is_free(case, at_risk=at_risk, at=at):
        return None
    # Held, so that two cases at once see each other's owners.
    held = Rota.objects.select_for_update().filter(team=case.team).exclude(method=Method.BY_HAND).first()
    if held is None:
        return None
    standing = rota.of_team(case.team, at=at)
    asked = skills.wanted().by(case)
    choice = _choice(rota.candidates(standing), held, case, asked, at_risk=at_risk)
    if choice is None:
        return None
    owner = next(one.user for one in standing if one.user.key == choice.candidate.key)
    return _give(case, owner, choice, held, asked, at=at)


def route_waiting(*, at: dt.datetime) -> int:
    """Give what waits in the rotas, next promise first, to whom has come or has room again; how many cases."""
    sharing = Rota.objects.exclude(method=Method.BY_HAND).select_related("team")
    return sum(_route_team(held, at) for held in sharing)


def _route_team(held: Rota, at: dt.datetime) -> int:
    """Look through what waits once by what the rota knows now; the verb looks again, alone, for skills, too: nothing
    waits for them."""
    given, waiting = 0, _waiting(held.team)
    hurried = _at_risk(waiting, at)
    candidates: list[choosing.Candidate] | None = None
    for case in waiting:
        if candidates is None:
            candidates = rota.candidates(rota.of_team(held.team, at=at))
        at_risk = case.ref in hurried
        if _choice(candidates, held, case, at_risk=at_risk) and route(case, at_risk=at_risk, at=at):
            given, candidates = given + 1, None
    return given


def _waiting(team: Team) -> list[Case]:
    waiting = Case.objects.in_work().filter(owner=None, team=team).next_promise_first()
    return list(waiting.only("pk", "ref", "language")[:MOST])


def _at_risk(waiting: list[Case], at: dt.datetime) -> set[str]:
    """The references of those with a promise that is due soon and that people keep: the greeting goes by itself."""
    owed = Commitment.objects.owed().filter(about__in=[case.ref for case in waiting], due_at__lte=at + AT_RISK)
    return set(owed.exclude(key=charter.ACKNOWLEDGED).values_list("about", flat=True))


def _choice(
    candidates: list[choosing.Candidate],
    held: Rota,
    case: Case,
    asked: frozenset[str] = skills.NONE,
    *,
    at_risk: bool,
) -> Choice | None:
    by_load = held.method == Method.LEAST_LOADED
    return choosing.choose(candidates, least_loaded=by_load, language=case.language, skills=asked, at_risk=at_risk)


def _is_free(case: Case, *, at_risk: bool, at: dt.datetime) -> bool:
    if case.owner is None:
        return True
    return at_risk and Absence.objects.at(at).filter(user=case.owner).exists()


def _give(case: Case, owner: User, choice: Choice, held: Rota, asked: frozenset[str], *, at: dt.datetime) -> Case:
    before, case.owner = case.owner, owner
    Duty.objects.update_or_create(user=owner, defaults={"given_at": at})
    fact = events.CaseRouted(
        owner=owner.key,
        team=str(case.team_id),
        method=held.method,
        rule=choice.rule,
        language=case.language,
        open=choice.candidate.open,
        skilled=choice.skilled,
        asked=sorted(asked),
        had=sorted(asked & choice.candidate.skills),
        before=before.key if before else "",
    )
    record(fact, about=case.ref, at=at, facets=case.facets)
    rows.keep(case, "owner")
    return case
