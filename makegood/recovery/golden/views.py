"""The page of today's golden mistakes."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from makegood.recovery.golden import today, wording
from makegood.recovery.models import Recovery
from makegood.staff.models import Team, User
from makegood.staff.permissions import SEE_ALL, WORK_CASES, may, person, requires

# Of all teams together: one page is quick, however many wait.
PAGE = 60


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest) -> HttpResponse:
    """Each team of this person; of those who see all, every team that has somebody to win back; `?page=2` goes on."""
    user = person(request)
    teams = _teams(user)
    found = today.of_teams(Recovery.objects.visible_to(user), teams, at=timezone.now())
    ranked = [(team, one) for team in teams for one in found[team.pk]]
    page = Paginator(ranked, PAGE).get_page(request.GET.get("page"))
    loaded = today.for_pages([one for _team, one in page])
    rows: dict[Any, list[dict[str, Any]]] = {team.pk: [] for team in teams}
    for one in loaded:
        told = {"recovery": one.what, "stake": wording.at_stake(one.stake), "next": wording.next_step(one.what)}
        rows[one.what.team_id].append(told)
    shown = [
        {"team": team, "rows": rows[team.pk]}
        for team in teams
        if rows[team.pk] or (not found[team.pk] and page.number == 1 and not may(user, SEE_ALL))
    ]
    return render(request, "recovery/golden.html", {"shown": shown, "page": page})


def _teams(user: User) -> list[Team]:
    return list(Team.objects.all() if may(user, SEE_ALL) else user.teams.all())
